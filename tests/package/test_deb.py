# make deb: lintian has nothing to say that isn't answered, and twice gives the same bytes.
# SPDX-License-Identifier: MIT
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

MISSING = [tool for tool in ("dpkg-gencontrol", "lintian") if not shutil.which(tool)]


def make_deb():
    subprocess.run(["make", "deb"], cwd=TOP, check=True, capture_output=True)
    return sorted((TOP / "build/deb").glob("*.deb"))


@unittest.skipIf(MISSING, f"no {', '.join(MISSING)} here")
class Deb(unittest.TestCase):
    def test_version_is_the_header_s(self):
        header = re.search(r'HWIDENT_VERSION +"(.*)"', (TOP / "include/hwident.h").read_text())[1]
        self.assertIn(f"hwident ({header})", (TOP / "src/debian/changelog").read_text())

    def test_lintian_is_content(self):
        done = subprocess.run(["lintian", "--allow-root", "-I", "--pedantic", "--fail-on",
                               "error,warning,info,pedantic", *make_deb()],
                              capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_what_is_installed_is_in_one_package(self):
        held = []
        for deb in make_deb():
            done = subprocess.run(["dpkg-deb", "--fsys-tarfile", deb], check=True, capture_output=True)
            with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tar:
                held += [re.sub(r"\.gz$", "", m.name) for m in tar if not m.isdir()]
        stage = TOP / "build/deb/stage"
        for path in stage.rglob("*"):
            if not path.is_dir():
                self.assertEqual(held.count(f"./{path.relative_to(stage)}"), 1, path)

    def test_twice_the_same_bytes(self):
        before = [deb.read_bytes() for deb in make_deb()]
        self.assertEqual(len(before), 3)
        self.assertEqual([deb.read_bytes() for deb in make_deb()], before)


if __name__ == "__main__":
    main()
