#!/usr/bin/env python3
# Every system call of every command fails once: the exit code is a documented one, the message one
# line, stdout empty or whole, and no command runs after a drop that was not whole.
# SPDX-License-Identifier: MIT
#
# usage: inject.py BUILD, as root, with strace
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import tables

# What a call fails with where EIO would be strange; a second one where another path is taken.
ERRORS = collections.defaultdict(lambda: ["EIO", "EPERM"], {
    "brk": ["ENOMEM"], "mmap": ["ENOMEM"], "munmap": ["ENOMEM"], "mprotect": ["ENOMEM"],
    "open": ["EACCES", "EMFILE"], "openat": ["EACCES", "EMFILE"], "openat2": ["EACCES", "ENOSYS"],
    "read": ["EIO", "EACCES"], "pread64": ["EIO", "EACCES"], "write": ["ENOSPC", "EPIPE"],
    "getrandom": ["ENOSYS"],
})
# Those that make the drop: they lie, too, by saying that they did it.
DROP = {"setgroups", "setresgid", "setresuid", "capset"}
# strace's answer for fstatfs: sysfs, which nothing else here can be.
SYSFS = ["-e", "inject=fstatfs:poke_exit=@arg2=7265656200000000"]
STATE = "grep -E '^(Uid|Gid|Groups|CapEff|CapPrm|CapInh|CapAmb):' /proc/self/status"


class Program:
    """How a program is run, by root in groups that no user here is in, and what its ends mean."""

    def __init__(self, folder, words, codes, always=(), clean=None):
        self.folder, self.words, self.codes = folder, [str(word) for word in words], codes
        self.always, self.clean = always, clean

    def run(self, *options):
        if self.clean:
            self.clean()
        return subprocess.run(["strace", "-qq", "-e", "signal=none", *self.always, *options,
                               *self.words], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, errors="replace", timeout=20, cwd=self.folder,
                              env={"PATH": os.environ["PATH"]}, check=False,
                              extra_groups=[4, 24])

    def calls(self):
        """The names of its calls in order, up to the command that it becomes or its end."""
        with tempfile.NamedTemporaryFile("r") as trace:
            done = self.run("-o", trace.name)
            lines = re.findall(r"^\w+\(.*", trace.read(), re.MULTILINE)[1:]
        names = [line.split("(")[0] for line in lines]
        for last in ("execve", "exit_group"):
            if last in names:
                lines = lines[:names.index(last) + (last == "execve")]
        return lines, done

    def told(self, done):
        """Whether stdout is what it has to be with an error: nothing, or JSON about it."""
        if "--json" not in self.words or not done.stdout:
            return not done.stdout
        try:
            return json.loads(done.stdout)["error"]["code"] == done.returncode
        except (ValueError, TypeError):
            return False

    def judge(self, done, good, line):
        """What is wrong with how this run ended, or None."""
        if done.returncode not in (0, *self.codes):
            return f"ended with {done.returncode}"
        if "explain" in self.words:
            return None if done.stdout or done.returncode == 8 else "explained nothing"
        # Without the entry point the table alone answers what needs no version.
        if done.returncode == 0 and done.stdout != good.stdout and ENTRY_POINT not in line:
            return "ended with 0 and printed something else"
        if done.returncode != 0 and not self.told(done):
            return "printed on stdout with an error"
        lines = done.stderr.splitlines()
        if done.returncode != 0 and not lines and not line.startswith("write("):
            return "no message"
        if any(not re.match(r"hwident(-prepare)?: ", line) for line in lines):
            return "a line that is no message: " + lines[0]
        return None


ENTRY_POINT = 'smbios_entry_point", O_RDONLY'


def name_of(line):
    return line.split("(")[0]


def start_up(folder):
    """The calls of a program that does nothing: what libc does before main."""
    source, program = folder / "nothing.c", folder / "nothing"
    source.write_text("int main(void)\n{\n    return 0;\n}\n")
    subprocess.run(["gcc", "-static-pie", source, "-o", program], check=True)
    return Program(folder, [program], ()).calls()[0]


def before_main(lines, nothing):
    same = 0
    while same < min(len(lines), len(nothing)) and name_of(lines[same]) == name_of(nothing[same]):
        same += 1
    return same


def injections(lines, drop):
    """(position, what strace is to do) for every call; those that set the drop lie as well."""
    seen = collections.Counter()
    for position, name in enumerate(map(name_of, lines)):
        seen[name] += 1
        for error in ERRORS[name]:
            yield position, f"inject={name}:error={error}:when={seen[name]}"
        if drop and name in DROP:
            yield position, f"inject={name}:retval=0:when={seen[name]}"


def try_all(program, nothing, drop):
    lines, good = program.calls()
    if good.returncode not in (0, *program.codes):
        sys.exit(f"{program.words}: {good.returncode}: {good.stderr}")
    main = before_main(lines, nothing)
    count, survived, failures = 0, 0, []
    for position, injection in injections(lines, drop):
        if program.always and injection.startswith("inject=fstatfs:"):
            continue
        count += 1
        done = program.run("-o", "/dev/null", "-e", injection)
        survived += done.returncode == 0
        if position < main:
            wrong = None if done.returncode != 0 or done.stdout == good.stdout else "0 at the start"
        else:
            wrong = program.judge(done, good, lines[position])
        if drop and done.stdout and done.stdout != good.stdout:
            wrong = "THE COMMAND RAN WITHOUT A WHOLE DROP"
        if wrong:
            failures.append(f"{injection}: {wrong}: {done.stderr.strip()!r}")
    return count, survived, failures


def reader_programs(build, folder):
    hwident = build / "hwident"
    place = folder / "tables"
    place.mkdir()
    stored = bytes.fromhex("6bd3f2a1c4174e4fb2a95e0d3c8a7f16")
    uuid = "a1f2d36b-17c4-4f4e-b2a9-5e0d3c8a7f16"
    whole = tables.table(tables.bios(), tables.system(uuid=stored), tables.board(),
                         tables.chassis(), tables.end())
    (place / "DMI").write_bytes(whole)
    (place / "smbios_entry_point").write_bytes(tables.sm3(len(whole)))
    dump = folder / "dump"
    given = ["--tables", place]
    app = ["--app", "com.example.app"]
    for words in (["get", "system-uuid"], ["get", "system-uuid", "chassis-type"], ["summary"],
                  ["show"], ["code", *app], ["match", uuid], ["explain"]):
        yield Program(folder, [hwident, *given, *words], range(1, 9))
        yield Program(folder, [hwident, *given, "--json", *words], range(1, 9))
    yield Program(folder, [hwident, *given, "dump", dump], range(1, 9),
                  clean=lambda: dump.unlink(missing_ok=True))
    yield Program(folder, [hwident, "--help"], range(1, 9))
    yield Program(folder, [hwident, "explain"], range(1, 9))


def prepare_programs(build, folder):
    prepare = build / "hwident-prepare"
    command = ["--user", "1000:1000", "--", "/bin/sh", "-c", STATE]
    place = folder / "tables"

    def close():
        for file in place.iterdir():
            file.chmod(0o400)
        subprocess.run(["rm", "-rf", folder / "copy"], check=True)

    yield Program(folder, [prepare, "--grant", "none", *command], (125, 126, 127))
    for grant in ("chmod", "group", f"copy:{folder}/copy", "fd"):
        yield Program(folder, [prepare, "--tables", place, "--grant", grant, *command],
                      (125, 126, 127), always=SYSFS, clean=close)


def main(build):
    build = pathlib.Path(build).resolve()
    failed = total = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        nothing = start_up(folder)
        programs = [(program, False) for program in reader_programs(build, folder)]
        programs += [(program, True) for program in prepare_programs(build, folder)]
        for program, drop in programs:
            count, survived, failures = try_all(program, nothing, drop)
            shown = " ".join(word.replace(str(folder), "") for word in program.words[1:])
            print(f"{count:5} faults, {survived:4} survived: "
                  f"{pathlib.Path(program.words[0]).name} {shown[:70]}", flush=True)
            print("".join(f"      {line}\n" for line in failures), end="")
            total += count
            failed += len(failures)
    print(f"{total - failed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


main(sys.argv[1])
