# The programs, how each is run, and what its end must be.
# SPDX-License-Identifier: MIT
import collections
import json
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field

from room import UUID, Room

# strace's answer for fstatfs: sysfs, since no folder of the test is on it.
SYSFS = ["-e", "inject=fstatfs:poke_exit=@arg2=7265656200000000"]
# The kernel's numbers of the system calls.
NUMBERS = dict(re.findall(r"#define __NR_(\w+) (\d+)", subprocess.run(
    ["gcc", "-E", "-dD", "-include", "asm/unistd.h", "-xc", "/dev/null"], check=True,
    capture_output=True, text=True).stdout))
STATE = "grep -E '^(Uid|Gid|Groups|CapEff|CapPrm|CapInh|CapAmb):' /proc/self/status"


@dataclass(frozen=True)
class End:
    """How a run ended, and what it left behind."""
    code: int
    stdout: str
    stderr: str
    kept: dict


@dataclass(frozen=True)
class Call:
    """A system call of a program, as strace shows it, with its number among those of its name."""
    text: str
    name: str
    which: int

    def injection(self, outcome):
        return f"inject={self.name}:{outcome}:when={self.which}"

    def __str__(self):
        return f"{self.name} {self.which}"


@dataclass
class Program:
    """How a program is run, as root in groups that no user here is in, and what its ends mean."""
    room: Room
    meddle: str
    words: list
    codes: tuple = tuple(range(1, 9))
    sysfs: bool = False  # fstatfs has to answer sysfs
    drop: bool = False   # it is the preparer; its command, if any, prints who it is
    environment: dict = field(default_factory=dict)
    user: int = 0
    descriptors: str = ""  # a folder whose two files are descriptors 3 and 4

    def __str__(self):
        words = [str(word).replace(str(self.room.folder), "") for word in self.words]
        who = [f"(uid {self.user})"] if self.user else []
        return " ".join([os.path.basename(words[0]), *who, *words[1:]])[:72]

    def run(self, *before):
        words = [*map(str, before), *map(str, self.words)]
        if self.descriptors:
            place = self.room / self.descriptors
            words = ["sh", "-c", 'exec "$@" 3<"$0"/smbios_entry_point 4<"$0"/DMI', str(place),
                     *words]
        self.room.restore()
        before = self.room.kept(self.drop)
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              errors="replace", timeout=60, cwd=self.room.folder, check=False,
                              env={"PATH": os.environ["PATH"], **self.environment},
                              user=self.user, group=self.user,
                              extra_groups=[] if self.user else [4, 24])
        if done.returncode == 99:
            raise RuntimeError(f"{words}: {done.stderr}")
        return End(done.returncode, done.stdout, done.stderr, self.room.kept(self.drop)), before

    def strace(self, *options):
        return self.run("strace", "-qq", "-e", "signal=none", *(SYSFS if self.sysfs else ()),
                        *options)

    def meddled(self, call, *options):
        """The program with something done to one call or to each."""
        meant = ("-k", NUMBERS[call.name], "-n", call.which) if call else ()
        return self.run(self.meddle, *(["-s"] if self.sysfs else ()), *meant, *options)

    def source(self):
        """What it reads in the room; None if it reads this machine's own files."""
        for name in ("tables", "opened", "copy", "stale", "here/dump"):
            if self.room / name in self.words:
                return name
        return "descriptors" if self.descriptors else None

    def calls(self):
        """Its calls in order, up to its command or its end; and that end."""
        with tempfile.NamedTemporaryFile("r", dir=self.room.folder) as trace:
            os.chmod(trace.name, 0o666)
            good, _ = self.strace("-o", trace.name)
            calls = list(calls_of(trace.read()))
        names = [call.name for call in calls]
        for last in ("execve", "exit_group"):
            if last in names:
                calls = calls[:names.index(last) + (last == "execve")]
        if good.code not in (0, *self.codes):
            raise RuntimeError(f"{self}: ended with {good.code}: {good.stderr}")
        return calls, good

    # ---- What is wrong with an end, or None ------------------------------------------------------

    def judge(self, end, before, good, message=True):
        """`good`: the right ends. Anything else must be an error that leaves nothing half done."""
        if end.code not in (0, *self.codes):
            return f"ended with {end.code}"
        if self.drop and end.stdout and end.stdout not in [one.stdout for one in good]:
            return "THE COMMAND RAN WITHOUT A WHOLE DROP"
        if any(self.same(end, one) for one in good):
            wrong, message = None, False
        elif end.code == 0:
            wrong = self.judge_answer(end, before, good)
        else:
            wrong = self.judge_error(end, before, good)
        if wrong:
            return wrong
        lines = end.stderr.splitlines()
        if message and end.code != 0 and not lines and not self.explains(end):
            return "no message"
        if any(not re.match(r"hwident(-prepare)?: ", line) for line in lines):
            return "a line that is no message: " + lines[0]
        return None

    def same(self, end, good):
        return (end.code == good.code and self.answer(end) == self.answer(good) and
                end.kept == good.kept)

    def judge_answer(self, end, before, good):
        if self.answer(end) not in [self.answer(one) for one in good]:
            return "ended with 0 and printed something else"
        if self.drop and self.whole(end, before, good):
            return None
        return f"ended with 0 and left something else: {end.kept}"

    def judge_error(self, end, before, good):
        if not self.told(end):
            return "printed on stdout with an error"
        if not self.whole(end, before, good):
            return f"left something half-done: {end.kept}"
        return None

    def whole(self, end, before, good):
        """Nothing is done, or everything; the private copy has whole files, the boot id last."""
        files = {name for name in end.kept if name.startswith("granted/")}
        if not files:
            return end.kept == before or end.kept in [one.kept for one in good]
        return (all(end.kept[name] in [one.kept.get(name) for one in good] for name in files) and
                ("granted/boot_id" not in files or len(files) == 3))

    def explains(self, end):
        return "explain" in self.words and end.stdout

    def answer(self, end):
        """What is said about this machine, without the other places that would do."""
        if "explain" not in self.words:
            return end.stdout
        if "--json" in self.words:
            return {key: value for key, value in json.loads(end.stdout).items() if key != "places"}
        return end.stdout.partition("\nPlaces")[0]

    def told(self, end):
        """Whether stdout is right for an error: empty, or a report about it."""
        if not end.stdout:
            return True
        # musl writes a kilobyte at a time: if an output could not be written whole, and the error
        # says so, a part of it may be there.
        if end.stderr.startswith("hwident: OUTPUT: standard output: "):
            return True
        if "--json" in self.words:
            try:
                return json.loads(end.stdout)["error"]["code"] == end.code
            except (ValueError, TypeError):
                return False
        return "explain" in self.words and re.match(r"Problem   [A-Z]+: ", end.stdout) is not None


def calls_of(trace):
    """The calls that strace shows, after the first, which is the exec."""
    seen = collections.Counter()
    for text, name in re.findall(r"^((\w+)\(.*)", trace, re.MULTILINE)[1:]:
        seen[name] += 1
        yield Call(text, name, seen[name])


# ---- All of them ---------------------------------------------------------------------------------

def readers(build, room):
    def hwident(*words, **keywords):
        return Program(room, build / "tests/fault/meddle", [build / "hwident", *words], **keywords)

    given = ["--tables", room / "tables"]
    app = ["--app", "com.example.app"]
    for words in (["get", "system-uuid"], ["get", "system-uuid", "chassis-type"], ["summary"],
                  ["show"], ["code", *app], ["match", UUID], ["lint"], ["explain"]):
        yield hwident(*given, *words)
        yield hwident(*given, "--json", *words)
    yield hwident(*given, "get", "system-uuid", user=1000)
    for folder in ("copy", "stale"):
        yield hwident("--tables", room / folder, "summary")
        yield hwident("--tables", room / folder, "--json", "code", *app)
    yield hwident("summary", sysfs=True, environment={"HWIDENT_FDS": "3,4"}, descriptors="tables")
    yield hwident("--from", room / "here/dump", "get", "system-uuid", "system-manufacturer")
    yield hwident("--from", room / "here/dump", "--json", "summary")
    yield hwident(*given, "dump", room / "out/dump")
    yield hwident(*given, "--json", "dump", room / "out/dump")
    yield hwident(*given, "summary", "--format", "prometheus", "-o", room / "out/metrics")
    yield hwident(*given, "show", "-o", room / "out/new")
    yield hwident("--help")
    yield hwident("explain")
    for folder in ("tables", "copy", "stale"):
        yield Program(room, build / "tests/fault/meddle",
                      [build / "tests/fault/reader", room / folder])


def preparers(build, room):
    command = ["--user", "1000:1000", "--", "/bin/sh", "-c", STATE]
    given = ["--tables", room / "tables"]

    def prepare(*words, **keywords):
        return Program(room, build / "tests/fault/meddle", [build / "hwident-prepare", *words],
                       (125, 126, 127), drop=True, **keywords)

    yield prepare("--grant", "none", *command)
    for grant in ("chmod", "group", f"copy:{room / 'granted'}", "fd"):
        yield prepare(*given, "--grant", grant, *command, sysfs=True)
    yield prepare(*given, "--require", "--own-stdio", "--no-new-privs", *command, sysfs=True)
    yield prepare("--tables", room / "opened", "--restore", sysfs=True)


def programs(build, folder):
    room = Room(folder)
    return [*readers(build, room), *preparers(build, room)]
