# Runs build/hwident as a process and checks its rules: one line for each message, nothing on stdout with
# an error.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from dumps import DUMPS, needs_dumps

HWIDENT = str(TOP / os.environ.get("HWIDENT", "build/hwident"))
UNDER = os.environ.get("UNDER")  # what $HWIDENT runs under, for example an emulator or valgrind
USER = 1000  # somebody who is not root

# For tests of memory, calls or files that need the program to run on the kernel directly.
alone = unittest.skipIf(UNDER, f"not under {UNDER}")
needs_root = unittest.skipIf(os.geteuid() != 0, "needs root: another user, or a root folder of its own")
slow = unittest.skipIf(UNDER not in (None, "a sanitizer"), f"too slow under {UNDER}")


def with_dumps(test):
    return slow(needs_dumps(test))


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)

    def file(self, name, data=b""):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def run_hwident(self, *arguments, before=(), **keywords):
        keywords.setdefault("env", {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS")
                                    if name in os.environ})
        program = self.for_everybody(HWIDENT) if "user" in keywords else HWIDENT
        return subprocess.run([*before, program, *map(str, arguments)], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, errors="replace", timeout=60,
                              **keywords)

    def for_everybody(self, program):
        """A copy that other users can run: this tree may be in a home that only root can enter."""
        copy = self.folder / "for-everybody"
        if not copy.exists():
            shutil.copy(program, copy)
        return copy

    def good(self, *arguments, **keywords):
        """The output of a run that must succeed without a message."""
        done = self.run_hwident(*arguments, **keywords)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def bad(self, code, tag, *arguments, **keywords):
        """The only message of a run that must end with `code` and print nothing."""
        done = self.run_hwident(*arguments, **keywords)
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        self.assertRegex(done.stderr, rf"\Ahwident: {tag}: [^\n]*\n\Z")
        return done.stderr

    def good_json(self, *arguments, **keywords):
        return json.loads(self.good(*arguments, "--json", **keywords))
