# make deb: lintian finds nothing in the source package and what was built from it, and building it again
# elsewhere gives the same bytes.
# SPDX-License-Identifier: MIT
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

VERSION = re.search(r'HWIDENT_VERSION +"(.*)"', (TOP / "include/hwident.h").read_text())[1]
MISSING = [tool for tool in ("dh", "lintian") if not shutil.which(tool)]


def make_deb(build):
    done = subprocess.run(["make", "deb", f"BUILD={build}"], cwd=TOP, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stdout[-2000:] + done.stderr)
    return build / "deb"


@unittest.skipIf(MISSING, f"no {', '.join(MISSING)} here")
class Deb(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.deb = make_deb(TOP / "build")

    def test_version_is_the_header_s(self):
        self.assertTrue((self.deb / f"hwident_{VERSION}-1.dsc").is_file())
        self.assertEqual(len(list(self.deb.glob(f"*_{VERSION}-1_*.deb"))), 3)

    def test_lintian_finds_nothing(self):
        done = subprocess.run(["lintian", "--allow-root", "-I", "--pedantic", "--fail-on",
                               "error,warning,info,pedantic", *self.deb.glob("*.changes")],
                              capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_twice_the_same_bytes(self):
        with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
            again = make_deb(pathlib.Path(folder))
            for suffix in ("deb", "dsc"):
                for file in self.deb.glob(f"*.{suffix}"):
                    self.assertEqual((again / file.name).read_bytes(), file.read_bytes(), file.name)


if __name__ == "__main__":
    main()
