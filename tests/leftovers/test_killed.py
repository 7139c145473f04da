# A program that ends in the middle of writing a file leaves neither a part of it under its name nor
# a file with a temporary name: killed by a signal at any of its calls, at a file size limit, on a
# full disk, or if it can't write at all.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import closing
import tables
from mounts import needs_mounts

BUILD = (TOP / os.environ.get("BUILD", "build")).resolve()
BEFORE = b"as it was\n"
NEW, OLD = "out/new", "out/old"
# Commands that replace or make a file; {} is its name.
REPLACE = (["show", "-o", "{}"], ["summary", "--json", "-o", "{}"], ["report", "{}"],
           ["summary", "--format", "prometheus", "-o", "{}"])
MAKE = (["dump", "{}"], ["dump", "--json", "{}"])
SYSFS = ["-e", "inject=fstatfs:poke_exit=@arg2=7265656200000000"]
WRITES = {"write", "writev", "fsync", "rename", "renameat2"}
# The calls between which a signal could come.
SENSITIVE = {*WRITES, "open", "close", "unlink", "link", "renameat", "unlinkat", "openat"}
# What SIGKILL may leave: the temporary name of a file, or of a part of the copy.
TEMPORARY = re.compile(r"/(new|old)\.\w{6}$|/\.\w+-[0-9a-f]{16}$")


class Case(unittest.TestCase):
    def setUp(self):
        # In memory, since fsync costs nothing there.
        folder = tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)
        self.table = tables.table(tables.bios(), tables.system(), tables.board(), tables.chassis(),
                                  *(tables.structure(11, b"\1", ("x" * 60,), 64 + n) for n in range(99)))
        (self.folder / "dump").write_bytes(tables.dump(self.table))
        tables.write_folder(self.folder / "tables", self.table)
        (self.folder / "dmidecode").symlink_to(BUILD / "hwident")
        self.restore()

    def restore(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        (self.folder / "out").mkdir()
        (self.folder / OLD).write_bytes(BEFORE)

    def kept(self):
        return {str(path.relative_to(self.folder)): path.read_bytes()
                for path in (self.folder / "out").rglob("*") if path.is_file()}

    def is_whole(self, kept, before, after):
        """Either nothing has happened or everything."""
        self.assertIn(kept, (before, after))

    def programs(self):
        """How each program that writes a file is called."""
        hwident = [BUILD / "hwident", "--from", "dump"]
        for words in REPLACE:
            for name in (NEW, OLD):
                yield [*hwident, *(word.format(name) for word in words)]
        for words in MAKE:
            yield [*hwident, *(word.format(NEW) for word in words)]
        yield ["./dmidecode", "-q", "--dump-bin", NEW]
        yield [BUILD / "tests/leftovers/calls", "dump", "dump", NEW]

    def run_in(self, words, before=(), **keywords):
        self.restore()
        keywords.setdefault("stderr", subprocess.PIPE)
        return subprocess.run([*map(str, before), *map(str, words)], cwd=self.folder, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=60,
                              check=False, env={"PATH": os.environ["PATH"],
                                               "HWIDENT_TABLES": "tables"}, **keywords)

    def calls(self, words, strace=()):
        """(name, number among those of that name) of each call, and the files after a good run."""
        trace = self.folder / "trace"
        done = self.run_in(words, ["strace", "-qq", "-o", trace, *strace])
        self.assertEqual(done.returncode, 0, done.stderr)
        names = re.findall(r"^(\w+)\(", trace.read_text(), re.MULTILINE)[1:]
        which = {}
        for name in names:
            which[name] = which.get(name, 0) + 1
            if name not in ("exit_group", "execve"):
                yield name, which[name]

    def injected(self, words, name, which, outcome, strace=()):
        return self.run_in(words, ["strace", "-qq", "-o", "/dev/null", *strace, "-e",
                                   f"inject={name}:{outcome}:when={which}"])


class Killed(Case):
    def before_and_after(self, words, strace):
        """The files before and afterwards, and the calls of the run."""
        calls = list(self.calls(words, strace))
        after = self.kept()
        self.restore()
        before = self.kept()
        self.assertNotEqual(before, after)
        return before, after, calls

    def kill(self, words, kill, whole=None, strace=(), names=SENSITIVE):
        before, after, calls = self.before_and_after(words, strace)
        for name, which in calls:
            if name not in names:
                continue
            done = self.injected(words, name, which, f"signal={kill}", strace)
            kept = self.kept()
            if kill == "KILL":  # then only the name of a leftover tells
                kept = {name: data for name, data in kept.items() if not TEMPORARY.search(name)}
            with self.subTest(words=words, call=name, which=which, signal=kill):
                self.assertIn(done.returncode, (0, -getattr(signal, "SIG" + kill)))
                (whole or self.is_whole)(kept, before, after)

    def test_by_a_signal_that_asks_it_to_end(self):
        for words in self.programs():
            self.kill(words, "TERM")

    def test_any_signal_leaves_the_old_file_or_the_new_one(self):
        for words in ([BUILD / "hwident", "--from", "dump", "show", "-o", OLD],
                      [BUILD / "hwident", "--from", "dump", "dump", NEW]):
            for kill in ("INT", "HUP", "QUIT", "PIPE", "XFSZ", "USR1", "KILL"):
                self.kill(words, kill, names=SENSITIVE - {"close", "open"})

    def test_killed_while_it_waits_for_the_disk(self):
        """A second signal does not interrupt the wait either."""
        words = [BUILD / "hwident", "--from", "dump", "show", "-o", OLD]
        before, after, _ = self.before_and_after(words, ())
        done = self.run_in(words, ["strace", "-qq", "-o", "/dev/null", "-e", "inject=write:signal=TERM",
                                   "-e", "inject=fsync:signal=INT"])
        self.assertIn(done.returncode, (-signal.SIGTERM, -signal.SIGINT))
        self.is_whole(self.kept(), before, after)

    def preparer(self, *command):
        return [BUILD / "hwident-prepare", "--tables", self.folder / "tables", "--grant",
                f"copy:{self.folder / 'out/granted'}", "--copy-group", "1000", "--", *command]

    @unittest.skipIf(os.geteuid() != 0, "needs root: it drops privileges")
    def test_the_preparer_s_copy_is_whole_or_refused(self):
        def whole(kept, before, after):
            del before
            self.assertLessEqual(kept.items(), after.items())
            self.assertTrue("out/granted/boot_id" not in kept or kept == after)

        for kill in ("TERM", "XFSZ", "KILL"):
            self.kill(self.preparer("/bin/true"), kill, whole, SYSFS)

    @unittest.skipIf(os.geteuid() != 0, "needs root: it drops privileges")
    def test_the_mask_of_signals_is_as_it_was(self):
        """hwident-prepare's command gets the mask that hwident-prepare got."""
        shown = ["grep", "^Sig[BI]", "/proc/self/status"]  # not sh, which would set the mask itself
        for before in ("true", "trap '' TERM HUP"):
            mine = self.run_in(["sh", "-c", before + '; exec "$@"', "sh", *shown]).stdout
            done = self.run_in(["sh", "-c", before + '; exec "$@"', "sh", "strace", "-qq", "-o",
                                "/dev/null", *SYSFS, *self.preparer(*shown)])
            self.assertEqual(done.stdout, mine)

    def test_while_it_waits_for_a_pipe(self):
        """Even SIGKILL leaves nothing of a command that has not yet printed everything."""
        half = (self.folder / "dump").read_bytes()[:1000]
        for words in REPLACE:
            for kill in (signal.SIGTERM, signal.SIGKILL):
                self.restore()
                process = subprocess.Popen(
                    [BUILD / "hwident", "--from", "-", *(word.format(NEW) for word in words)],
                    cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
                process.stdin.write(half)
                process.stdin.flush()
                process.send_signal(kill)
                self.assertEqual(process.wait(60), -kill)
                process.stdin.close()
                self.assertEqual(self.kept(), {OLD: BEFORE})


def limited(size):
    """A command to put before a program, which limits the size of its files."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class Full(Case):
    """Something refuses while the file is written."""

    def refused(self, done, words, what):
        self.assertEqual(self.kept(), {OLD: BEFORE})
        if words[0] == "./dmidecode":
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertRegex(done.stderr, rf"\A[^\n]*{what}[^\n]*\n\Z")
        elif words[0].name == "calls":
            self.assertEqual((done.returncode, done.stdout, done.stderr), (8, "", "OUTPUT"))
        else:
            self.assertEqual(done.returncode, 8)
            self.assertRegex(done.stderr, rf"\Ahwident: OUTPUT: [^\n]*{what}[^\n]*\n\Z")
            if "dump" != words[-2] or "--json" not in words:
                self.assertIn(done.stdout[:1], ("", "{"))

    def test_a_limit_of_a_files_size(self):
        for words in self.programs():
            for size in (0, 1, 31, 32, 512):
                done = self.run_in(words, preexec_fn=limited(size))
                with self.subTest(words=words, size=size):
                    self.refused(done, words, "File too large")

    def test_output_that_is_redirected_to_a_file(self):
        with (self.folder / "stdout").open("wb") as stdout:
            done = subprocess.run([BUILD / "hwident", "--from", "dump", "show"], stdout=stdout,
                                  stderr=subprocess.PIPE, text=True, cwd=self.folder, check=False,
                                  preexec_fn=limited(512))
        self.assertEqual(done.returncode, 8)
        self.assertRegex(done.stderr, r"\Ahwident: OUTPUT: standard output: File too large[^\n]*\n\Z")

    def test_killed_with_nobody_reading_the_message(self):
        reader, writer = os.pipe()
        os.close(reader)
        self.addCleanup(os.close, writer)
        for words in self.programs():
            if "calls" not in str(words[0]):
                done = self.run_in(words, stderr=writer, preexec_fn=limited(5))
                self.assertEqual(done.returncode, -signal.SIGPIPE)
                self.assertEqual(self.kept(), {OLD: BEFORE})

    def test_any_call_that_writes(self):
        for words in self.programs():
            calls = [call for call in self.calls(words) if call[0] in WRITES]
            after = self.kept()
            for name, which in calls:
                done = self.injected(words, name, which, "error=ENOSPC")
                with self.subTest(words=words, call=name, which=which):
                    if name == "fsync" and which == 2:  # the folder's: its failure is not an error
                        self.assertEqual((done.returncode, self.kept()), (0, after))
                    elif name == "writev" and words[-2] == "--json":  # the file is complete, the report is not
                        self.assertEqual((done.returncode, self.kept()), (8, after))
                    else:
                        self.refused(done, words, "No space left")

    def test_a_file_system_without_that_way_to_rename(self):
        words = [BUILD / "hwident", "--from", "dump", "dump", NEW]
        for error in ("EINVAL", "ENOSYS"):
            self.assertEqual(self.injected(words, "renameat2", 1, f"error={error}").returncode, 0)
            self.assertEqual(set(self.kept()), {OLD, NEW})
            done = self.run_in(words, ["strace", "-qq", "-o", "/dev/null", "-e",
                                       f"inject=renameat2:error={error}", "-e", "inject=link:error=EPERM"])
            self.assertEqual(done.returncode, 8)
            self.assertEqual(self.kept(), {OLD: BEFORE})

    def test_a_dump_that_somebody_made_meanwhile_stays(self):
        """The file appears after the program has looked for it."""
        words = [BUILD / "hwident", "--from", "dump", "dump", self.folder / OLD]
        for more in ([], ["-e", "inject=renameat2:error=EINVAL"]):
            done = self.run_in(words, ["strace", "-qq", "-o", "/dev/null", "-e",
                                       "inject=lstat,newfstatat:error=ENOENT", *more])
            self.assertEqual(done.returncode, 8)
            self.assertRegex(done.stderr, r"\Ahwident: EXISTS: [^\n]*\n\Z")
            self.assertEqual(self.kept(), {OLD: BEFORE})


class Unwritable(Case):
    """-o to a place that can't be written to."""

    def places(self):
        (self.folder / "file").touch()
        (self.folder / "fifo").exists() or os.mkfifo(self.folder / "fifo")
        yield "none/file"
        yield "file/file"
        yield "out/"
        yield "out"
        yield "fifo"
        yield "/proc/file"
        yield "x" * 300
        yield "out/" + "x" * 5000

    def try_place(self, words, place, before=()):
        stdout, trace = self.folder / "stdout", self.folder / "trace"
        stdout.write_bytes(BEFORE)
        with stdout.open("ab") as opened:
            inode = stdout.stat().st_ino
            done = subprocess.run([*before, "strace", "-f", "-qq", "-o", trace, BUILD / "hwident", "--from",
                                   "dump", *(word.format(place) for word in words)], stdout=opened,
                                  stderr=subprocess.PIPE, text=True, cwd=self.folder, timeout=60,
                                  stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(done.returncode, 8)
        self.assertRegex(done.stderr, r"\Ahwident: (OUTPUT|NOTREG): [^\n]*nothing was written to it; [^\n]*\n\Z")
        self.assertEqual((stdout.read_bytes(), stdout.stat().st_ino), (BEFORE, inode))
        self.assertNotRegex(trace.read_text(), r"(?m)^\d+ +(fsync\(1|fchmod\(1|rename|ftruncate)")
        self.assertEqual(self.kept(), {OLD: BEFORE})

    def test_it_says_so_once(self):
        for place in self.places():
            for words in REPLACE:
                with self.subTest(place=place[:40], words=words):
                    self.try_place(words, place)

    @unittest.skipIf(os.geteuid() != 0, "needs root: mounts, and another user")
    @needs_mounts
    def test_a_folder_that_may_not_be_written_to(self):
        self.try_place(REPLACE[0], NEW, ["unshare", "-m", "sh", "-ec",
                                         'mount --bind out out; mount -o remount,bind,ro out; exec "$@"', "sh"])


if __name__ == "__main__":
    closing.main()
