# make install, and a program outside of the tree that finds everything by pkg-config.
# SPDX-License-Identifier: MIT
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import tables
from closing import main
from mounts import APART, needs_mounts

WARNINGS = "-Wall -Wextra -Wpedantic -Werror"
EXAMPLE = TOP / "tests/library/example.c"


class Install(unittest.TestCase):
    def test_a_program_builds_against_what_was_installed(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            make = dict(cwd=TOP, check=True, capture_output=True)
            subprocess.run(["make", "install", f"DESTDIR={root}", "PREFIX=/usr"], **make)
            tables.write_folder(root / "tables", tables.table(tables.system(
                bytes.fromhex("c3e24d56c0c3e2e14622554dc5eb6ba1"))))
            env = dict(os.environ, PKG_CONFIG_LIBDIR=str(root / "usr/lib/pkgconfig"),
                       PKG_CONFIG_SYSROOT_DIR=str(root), LD_LIBRARY_PATH=str(root / "usr/lib"),
                       HWIDENT_TABLES=str(root / "tables"))
            for compiler, flags in (("gcc -std=c99", ""), ("gcc", "-static"),
                                    ("g++ -x c++ -std=c++11", ""), ("g++ -x c++", "-static")):
                config = subprocess.run(["pkg-config", "--cflags", "--libs", "hwident"]
                                        + (["--static"] if flags else []),
                                        env=env, check=True, capture_output=True, text=True).stdout.strip()
                subprocess.run(f"{compiler} {WARNINGS} {EXAMPLE} {flags} {config} -o {root}/p",
                               shell=True, check=True)
                done = subprocess.run([root / "p"], env=env, capture_output=True,
                                      text=True)
                self.assertEqual((done.returncode, done.stdout), (
                    0, "564de2c3-c3c0-e1e2-4622-554dc5eb6ba1 hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z\n"))
            for program in ("hwident", "hwident-prepare"):
                self.assertTrue(os.access(root / "usr/bin" / program, os.X_OK))
            subprocess.run(["make", "uninstall", f"DESTDIR={root}", "PREFIX=/usr"], **make)
            left = [p for p in (root / "usr").rglob("*") if not p.is_dir()]
            self.assertEqual(left, [])

    def test_a_folder_whose_name_has_a_space(self):
        with tempfile.TemporaryDirectory() as folder:
            root, other = pathlib.Path(folder, "a b"), pathlib.Path(folder, "a")
            other.write_text("somebody else's")
            for target in ("install", "uninstall"):
                subprocess.run(["make", target, f"DESTDIR={root}"], cwd=TOP, check=True,
                               capture_output=True)
                self.assertEqual((root / "usr/local/bin/hwident").exists(), target == "install")
            self.assertEqual([p for p in root.rglob("*") if not p.is_dir()], [])
            self.assertFalse((root / "usr/local/share/hwident").exists())
            self.assertEqual(other.read_text(), "somebody else's")

    def refused(self, mount):
        """The message where `mount` lies over the folder of libraries, and nothing is changed."""
        with tempfile.TemporaryDirectory() as folder:
            library, old = pathlib.Path(folder, "usr/lib"), pathlib.Path(folder, "usr/bin/hwident")
            library.mkdir(parents=True)
            old.parent.mkdir()
            old.write_text("the version before")
            done = subprocess.run(
                [*APART, "sh", "-c", f"mount -t tmpfs -o {mount} none {library} && "
                 f"make install DESTDIR={folder} PREFIX=/usr >&2 && exit 1; find {folder} -type f"],
                cwd=TOP, capture_output=True, text=True)
            self.assertEqual(done.stdout.split(), [str(old)])
            self.assertEqual(old.read_text(), "the version before")
            self.assertIn("install: nothing was installed", done.stderr)
            return done.stderr

    @needs_mounts
    def test_a_folder_that_cannot_be_written_changes_nothing(self):
        self.assertIn("Read-only file system", self.refused("ro"))

    @needs_mounts
    def test_a_full_disk_changes_nothing(self):
        self.assertIn("No space left on device", self.refused("size=1m"))


if __name__ == "__main__":
    main()
