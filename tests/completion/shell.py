# Types at an interactive shell on a terminal of its own.
# SPDX-License-Identifier: MIT
import os
import pty
import re
import select
import shutil
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMPLETION = f"{TOP}/src/cli/completion"

# \C-t prints the line that is being edited; \M-* first puts every completion into it.
BASH = f"""PS1=; bind -x '"\\C-t": printf "<<%s>>" "$READLINE_LINE"'
bind 'set enable-bracketed-paste off'; bind '"\\e*": insert-completions'
source {COMPLETION}/hwident.bash
"""
ZSH = f"""PS1=; unsetopt zle_bracketed_paste prompt_cr prompt_sp; unset zle_bracketed_paste
fpath=({COMPLETION} $fpath); autoload -Uz compinit; compinit -u -D
show() {{ printf '<<%s>>' "$BUFFER" }}; zle -N show; bindkey -e '^T' show
zle -C all complete-word _generic; bindkey '\\e*' all
zstyle ':completion:all:*' completer _all_matches _complete
zstyle ':completion:all:*' insert true
"""


class Shell:
    """`complete` returns what the shell offers after `line`."""

    def __init__(self, name, folder, first=":"):
        words, setup = {"bash": (["bash", "--norc", "--noprofile", "-i"], BASH),
                        "zsh": (["zsh", "-f", "-i"], ZSH)}[name]
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.update(PATH=f"{TOP}/build:{os.environ['PATH']}", TERM="dumb", COLUMNS="4000",
                              HOME=folder)
            os.execvp(words[0], words)
        os.write(self.terminal, f"stty -echo cols 4000; {first}\n{setup}echo re''ady\n".encode())
        self._read_until(r"ready")

    def _read_until(self, pattern):
        text, end = "", time.monotonic() + 20
        while not re.search(pattern, text, re.DOTALL):
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f"no {pattern} in {text!r}")
            text += os.read(self.terminal, 65536).decode(errors="replace")
        return re.search(pattern, text, re.DOTALL)

    def line(self, keys):
        """The line once these keys were typed."""
        os.write(self.terminal, keys.encode() + b"\x14")
        shown = self._read_until(r"<<(.*?)>>")[1]
        os.write(self.terminal, b"\x05\x15")
        return shown

    def complete(self, line):
        """Every completion of the last word, without the text before it."""
        shown = self.line(line + "\x1b*")
        return shown[len(line) - len(line.split(" ")[-1]):].split()

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def missing(name):
    return None if shutil.which(name) else f"no {name} here"
