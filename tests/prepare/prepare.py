# Runs build/hwident-prepare as a process, as root, in a mount namespace where a test wants one.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import tables
from mounts import needs_mounts

PREPARE = str(TOP / os.environ.get("PREPARE", "build/hwident-prepare"))
PASSWD = "root:x:0:0::/root:/bin/sh\napp:x:1000:1001::/home/app:/bin/sh\n"
GROUP = "root:x:0:\napp:x:1001:\nvideo:x:44:app\naudio:x:29:other,app\n"

# strace makes fstatfs report sysfs, since a test can't put files of its own there.
SYSFS = "fstatfs:poke_exit=@arg2=7265656200000000"


def in_namespace(script, *arguments):
    """The beginning of a command line that runs a script and then a command in a mount namespace."""
    return ["unshare", "--mount", "--propagation", "private", "sh", "-euc",
            script + '\nshift "$NAMESPACE"; exec "$@"', "sh", *map(str, arguments)]


# Runs a command as root of a user namespace that has the ids 0 to 2999. unshare(1) would need a
# program of another package to write such maps.
MAPPED = ["python3", "-c", """
import ctypes, os, sys
done, unshared = os.pipe(), os.pipe()
me = os.getpid()
if os.fork() == 0:
    os.read(unshared[0], 1)
    for name in ("uid_map", "gid_map"):
        open(f"/proc/{me}/{name}", "w").write("0 0 3000\\n")
    os.write(done[1], b"x")
    os._exit(0)
assert ctypes.CDLL(None).unshare(0x10000000) == 0
os.write(unshared[1], b"x")
os.read(done[0], 1)
os.execvp(sys.argv[1], sys.argv[1:])
"""]


@unittest.skipUnless(os.geteuid() == 0, "needs root, to change users")
@needs_mounts
class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)

    def file(self, name, data=b"", mode=0o644):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode("latin-1"))
        path.chmod(mode)
        return path

    def run_command(self, *words, etc=None, mounts="", env=None, **keywords):
        """Runs the command; `etc` is the folder it sees as /etc, `mounts` a script to run before it."""
        env = {"PATH": os.environ["PATH"], **(env or {})}
        if etc or mounts:
            script = ('mount --bind "$1" /etc\n' if etc else "") + mounts
            words = [*in_namespace(script, *([etc] if etc else [])), *words]
            env["NAMESPACE"] = str(1 if etc else 0)
        if "stdin" not in keywords:
            keywords["input"] = ""
        keywords.setdefault("stdout", subprocess.PIPE)
        keywords.setdefault("stderr", subprocess.PIPE)
        return subprocess.run([*map(os.fsencode, map(str, words))], errors="surrogateescape",
                              text=True, timeout=60, env=env, **keywords)

    def prepare(self, *arguments, before=(), program=PREPARE, **keywords):
        return self.run_command(*before, program, *arguments, **keywords)

    def for_everybody(self):
        """A copy that other users can run: this tree may be in a home that only root can enter."""
        return shutil.copy(PREPARE, self.folder / "for-everybody")

    def strace(self, *injections, trace="", sysfs=None):
        """
        The strace command that makes system calls of what follows fail or lie, and lists all
        calls in `trace`.
        `sysfs`: every file looks like one on sysfs (True), or only the first one asked about
        ("first").
        """
        words = ["strace", "-qq", "-o", trace or "/dev/null", "-e", "signal=none"]
        for injection in [*injections, *({True: [SYSFS], "first": [SYSFS + ":when=1"]}.get(sysfs, []))]:
            words += ["-e", f"inject={injection}"]
        return words

    def good(self, *arguments, says="", **keywords):
        """The output of a run that must succeed; `says` is how its only message begins."""
        done = self.prepare(*arguments, **keywords)
        self.assertEqual(done.returncode, 0, done.stderr)
        if says:
            self.assertRegex(done.stderr, rf"\Ahwident-prepare: {says}[^\n]*\n\Z")
        else:
            self.assertEqual(done.stderr, "")
        return done.stdout

    def bad(self, tag, *arguments, code=125, **keywords):
        """The only message of a run that must fail so and not execute the command."""
        done = self.prepare(*arguments, **keywords)
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        self.assertRegex(done.stderr, rf"\Ahwident-prepare: {tag}: [\x20-\x7e]*\n\Z")
        return done.stderr

    def etc(self, passwd=PASSWD, group=GROUP):
        """A folder to use as /etc; with None that file is missing."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        folder.chmod(0o755)
        for name, content in (("passwd", passwd), ("group", group)):
            if content is not None:
                (folder / name).write_bytes(content.encode("latin-1"))
        return folder

    def tables(self, data=None, entry_point=None):
        folder = tables.write_folder(self.folder / "tables", data or tables.table(), entry_point)
        for path in folder.iterdir():
            path.chmod(0o400)
        return folder


def status(text):
    """/proc/self/status as a dictionary."""
    return dict(re.findall(r"^(\w+):\t(.*)$", text, re.M))


def identity(text):
    """uid, gid and groups in /proc/self/status; its four uids and its four gids must be equal."""
    fields = status(text)
    for kind in ("Uid", "Gid"):
        assert len(set(fields[kind].split())) == 1, fields[kind]
    return (int(fields["Uid"].split()[0]), int(fields["Gid"].split()[0]),
            sorted(map(int, fields["Groups"].split())))


SHOW = ["/bin/cat", "/proc/self/status"]
EXECUTED = ["/bin/echo", "executed"]
