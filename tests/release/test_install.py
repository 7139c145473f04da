# Runs the README's lines that install a release, on a tarball that the release's own
# script packs: they put the files in place, and change nothing if the sum is wrong.
# SPDX-License-Identifier: MIT
import hashlib
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
from closing import main

BLOCK = (TOP / "src/release/install.sh").read_text()
TARBALL = re.search(r"hwident-\S+\.tar\.gz", BLOCK)[0]
VERSION = re.search(r'HWIDENT_VERSION +"(.*)"', (TOP / "include/hwident.h").read_text())[1]
FILES = {"bin/hwident": "program\n", "share/man/man1/hwident.1": "manual\n"}
# Stands for sudo: runs the command as the same user with $ROOT in place of /usr/local.
SUDO = """#!/bin/sh
for word; do
    shift
    case $word in /usr/local) word=$ROOT ;; esac
    set -- "$@" "$word"
done
exec "$@"
"""


def install(folder, root, *first_in_path):
    """Runs the block in a folder that holds what was downloaded, with root for /usr/local."""
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "sudo").write_text(SUDO)
    (tools / "sudo").chmod(0o755)
    path = ":".join(map(str, [*first_in_path, tools, os.environ["PATH"]]))
    return subprocess.run(["sh", "-c", BLOCK], cwd=folder, capture_output=True, text=True,
                          env=dict(os.environ, PATH=path, ROOT=str(root), LC_ALL="C"))


def contents(root):
    return {str(path.relative_to(root)): path.read_text() for path in root.rglob("*") if path.is_file()}


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.root = self.folder / "local"
        (self.root / "bin").mkdir(parents=True)
        self.pack()

    def pack(self, umask=0o022, name=TARBALL):
        stage = self.folder / "stage" / TARBALL.removesuffix(".tar.gz")
        shutil.rmtree(stage, ignore_errors=True)
        for file, text in FILES.items():
            (stage / file).parent.mkdir(parents=True, exist_ok=True)
            (stage / file).write_text(text)
            (stage / file).chmod(0o777 & ~umask)
        tarball = self.folder / name
        subprocess.run([TOP / "src/release/pack", stage, tarball], check=True, umask=umask,
                       env=dict(os.environ, SOURCE_DATE_EPOCH="1000000000"))
        content = tarball.read_bytes()
        (self.folder / "SHA256SUMS").write_text(f"{'0' * 64}  hwident-{VERSION}-linux-arm64.tar.gz\n"
                                                f"{hashlib.sha256(content).hexdigest()}  {TARBALL}\n")
        return content

    def test_the_block_names_this_version(self):
        self.assertEqual(TARBALL, f"hwident-{VERSION}-linux-amd64.tar.gz")

    def test_one_tar_puts_the_files_in_place(self):
        done = install(self.folder, self.root)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, f"{TARBALL}: OK\n", ""))
        self.assertEqual(contents(self.root), FILES)

    @unittest.skipUnless(shutil.which("busybox"), "no busybox here")
    def test_busybox_is_enough(self):
        applets = self.folder / "applets"
        applets.mkdir()
        for name in ("grep", "sha256sum", "tar", "gzip", "gunzip"):
            (applets / name).symlink_to(shutil.which("busybox"))
        done = install(self.folder, self.root, applets)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(contents(self.root), FILES)

    def test_folders_that_exist_keep_their_modes(self):
        (self.root / "bin").chmod(0o2775)
        install(self.folder, self.root)
        self.assertEqual((self.root / "bin").stat().st_mode & 0o7777, 0o2775)

    def assert_refused(self):
        done = install(self.folder, self.root)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(contents(self.root), {})

    def test_a_tarball_that_was_changed_is_refused(self):
        with (self.folder / TARBALL).open("ab") as tarball:
            tarball.write(b"\0")
        self.assert_refused()

    def test_a_tarball_that_was_cut_is_refused(self):
        os.truncate(self.folder / TARBALL, 100)
        self.assert_refused()

    def test_without_the_tarball_or_its_sum_nothing_is_installed(self):
        sums = self.folder / "SHA256SUMS"
        sums.write_text(sums.read_text().splitlines()[0] + "\n")
        self.assert_refused()
        sums.unlink()
        self.assert_refused()
        self.pack()
        (self.folder / TARBALL).unlink()
        self.assert_refused()

    def test_the_same_files_give_the_same_bytes(self):
        self.assertEqual(self.pack(), self.pack(umask=0o077, name="other.tar.gz"))


if __name__ == "__main__":
    main()
