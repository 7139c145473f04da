# make dist: the same bytes from two clones, whatever the umask, time zone and folder.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

VERSION = re.search(r'HWIDENT_VERSION +"(.*)"', (TOP / "include/hwident.h").read_text())[1]


@unittest.skipUnless((TOP / ".git").exists(), "this is no clone: no .git")
class Dist(unittest.TestCase):
    def clone(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        subprocess.run(["git", "clone", "-q", TOP, f"{folder.name}/tree"], check=True)
        return pathlib.Path(folder.name, "tree")

    def dist(self, tree, umask=0o022, zone="UTC"):
        done = subprocess.run(["make", "dist"], cwd=tree, env=dict(os.environ, TZ=zone),
                              umask=umask, capture_output=True, text=True)
        return done, tree / f"build/hwident-{VERSION}.tar.gz"

    def test_twice_the_same_bytes(self):
        _, one = self.dist(self.clone())
        _, other = self.dist(self.clone(), umask=0o077, zone="Asia/Tokyo")
        self.assertEqual(one.read_bytes(), other.read_bytes())

    def test_holds_what_is_committed(self):
        tree = self.clone()
        (tree / "stray").touch()
        _, tarball = self.dist(tree)
        committed = subprocess.run(["git", "ls-files"], cwd=tree, capture_output=True, text=True,
                                   check=True).stdout.split("\n")[:-1]
        with tarfile.open(tarball) as tar:
            self.assertEqual(sorted(member.name for member in tar if not member.isdir()),
                             sorted(f"hwident-{VERSION}/{name}" for name in committed))

    def test_changes_that_are_not_committed_are_refused(self):
        tree = self.clone()
        (tree / "README.md").write_text("changed")
        done, tarball = self.dist(tree)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("dist: there are changes that are not committed; commit or stash them", done.stderr)
        self.assertFalse(tarball.exists())

    def test_without_a_clone_one_line_says_so(self):
        """Also inside another repository, whose commit is not of this tree."""
        tree = self.clone()
        (tree / ".git").rename(tree.parent / "hidden")
        for outer in (False, True):
            if outer:
                subprocess.run(["git", "init", "-q", tree.parent], check=True)
            done, tarball = self.dist(tree)
            self.assertNotEqual(done.returncode, 0)
            lines = [line for line in done.stderr.splitlines() if not line.startswith("make")]
            self.assertEqual(lines, ["dist: needs git and a clone, from whose last commit it makes the tarball"])
            self.assertFalse(tarball.exists())


if __name__ == "__main__":
    main()
