# What bash and zsh offer after a line, typed at real shells, compared with what --help says.
# SPDX-License-Identifier: MIT
import pathlib
import pwd
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main
from shell import Shell, missing

BASH_COMPLETION = pathlib.Path("/usr/share/bash-completion/bash_completion")


def said(*words):
    return subprocess.run([TOP / "build" / words[0], *words[1:], "--help"], capture_output=True,
                          text=True, check=True).stdout


def below(heading, text):
    """The lines below a heading of --help, each as a list of words."""
    block = re.search(rf"^{heading}.*:\n((?:  .*\n)+)", text, re.MULTILINE)[1]
    return [line.split() for line in block.splitlines()]


def options(text):
    return set(re.findall(r"^ +(?:-\w, )?(--[\w-]+)", text, re.MULTILINE)) | {"--version"}


KEYS = {word for line in below("Keys", said("hwident", "get")) for word in line}
TYPES = {line[0] for line in below("Types", said("hwident", "show"))}
COMMANDS = {line[0] for line in below("Commands", said("hwident"))}
USERS = {user.pw_name for user in pwd.getpwall()}

# A line, and what must be offered for its last word.
OFFERS = [
    ("hwident ", COMMANDS),
    ("hwident --json ", COMMANDS),
    ("hwident --tables dmi ", COMMANDS),
    ("hwident --tables=dmi ", COMMANDS),
    ("hwident -q --from get ge", {"get"}),
    ("hwident get ", KEYS),
    ("hwident --uuid-order be get system-uuid ", KEYS),
    ("hwident get product_u", {"product_uuid"}),
    ("hwident --", options(said("hwident"))),
    ("hwident explain ", set()),
    ("hwident match ", set()),
    ("hwident show --type ", TYPES),
    ("hwident show -t ", TYPES),
    ("hwident --uuid-order ", {"spec", "le", "be"}),
    ("hwident code --profile ", {"u", "s", "b", "c"}),
    ("hwident --tables d", {"dmi", "dumps"}),
    ("hwident --from d", {"dmi", "dumps", "data.bin"}),
    ("hwident dump d", {"dmi", "dumps", "data.bin"}),
    ("hwident-prepare --", options(said("hwident-prepare"))),
    ("hwident-prepare --grant ", {"chmod", "group", "copy", "fd", "none"}),
    ("hwident-prepare --user ", USERS),
    ("hwident-prepare --tables d", {"dmi", "dumps"}),
    ("hwident-prepare --user root -- hwident-pre", {"hwident-prepare"}),
    ("hwident-prepare --user root hwident-pre", {"hwident-prepare"}),
] + [(f"hwident {command} --", options(said("hwident", command))) for command in sorted(COMMANDS)]


class Completion(unittest.TestCase):
    def offers(self, name):
        if missing(name):
            self.skipTest(missing(name))
        with tempfile.TemporaryDirectory() as folder:
            for path in ("dmi", "dumps"):
                pathlib.Path(folder, path).mkdir()
            pathlib.Path(folder, "data.bin").touch()
            shell = Shell(name, folder)
            self.addCleanup(shell.close)
            for line, expected in OFFERS:
                with self.subTest(line=line):
                    offered = {word.rstrip("=/") for word in shell.complete(line)}
                    self.assertEqual(offered - {"-q", "-h", "-t", "-H", "-u"}, expected)
            with self.subTest("a value behind the sign"):
                self.assertRegex(shell.line("hwident --uuid-order=sp\t"), r"--uuid-order=spec ?$")

    def test_bash_offers_what_help_names(self):
        self.offers("bash")

    def test_zsh_offers_what_help_names(self):
        self.offers("zsh")

    def test_the_command_behind_the_preparer_in_bash(self):
        """bash's own completion of a different command, if Debian's package has it."""
        if not BASH_COMPLETION.exists():
            self.skipTest("no bash-completion here")
        with tempfile.TemporaryDirectory() as folder:
            shell = Shell("bash", folder, f"source {BASH_COMPLETION}")
            self.addCleanup(shell.close)
            self.assertEqual(shell.complete("hwident-prepare --user root -- hwident get system-u"),
                             ["system-uuid"])


if __name__ == "__main__":
    main()
