# Called as dmidecode -q over the dumps: what -q leaves out is what Debian's older dmidecode leaves
# out. Where the two differ without -q, they may with it.
# SPDX-License-Identifier: MIT
import collections
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main
from dumps import DUMPS, needs_dumps

OLD = "/usr/sbin/dmidecode"


def lines(program, *arguments):
    env = dict(os.environ, HWIDENT_DIALECT="3.6")
    text = subprocess.run([program, *arguments], env=env, stdout=subprocess.PIPE).stdout
    return text.decode("latin-1").splitlines()


class Quiet(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = pathlib.Path(folder.name, "dmidecode")
        self.program.symlink_to(TOP / "build/hwident")

    def differences(self, *arguments):
        found = difflib.unified_diff(lines(OLD, *arguments), lines(self.program, *arguments), n=0)
        # -q also leaves out the empty line after a structure that one of them doesn't know.
        return collections.Counter(line for line in found if line[0] in "+-" and
                                   line[:3] not in ("+++", "---") and line.strip() not in "+-")

    @needs_dumps
    @unittest.skipUnless(os.path.exists(OLD), "dmidecode is missing")
    def test_it_leaves_out_the_same(self):
        for dump in DUMPS:
            loud = self.differences("--from-dump", dump)
            self.assertEqual(self.differences("-q", "--from-dump", dump) - loud,
                             collections.Counter(), dump.name)


if __name__ == "__main__":
    main()
