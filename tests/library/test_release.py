# Programs compiled with a released header run with today's library.
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
from closing import main
from test_guest import unpacked

HERE = TOP / "tests/library"
BUILD = TOP / "build"
MACHINE = TOP / "testdata/qemu-ovmf.bin"
TODAY = TOP / "include/hwident.h"
HEADERS = sorted(HERE.glob("hwident-*.h"))

# What each is given. misuse checks what each call returns; members reads all of each structure.
PROGRAMS = {"misuse": lambda folder: [MACHINE, "/nowhere/at/all"],
            "members": lambda folder: [unpacked(MACHINE, folder)]}


def output(header, name):
    """What the program prints that is compiled with this header, run with today's library."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, name)
        shutil.copy(header, pathlib.Path(folder, "hwident.h"))
        subprocess.run(["gcc", "-std=c11", f"-I{folder}", HERE / f"{name}.c", f"-L{BUILD}",
                        "-lhwident", "-o", program], check=True)
        done = subprocess.run([program, *PROGRAMS[name](pathlib.Path(folder))], capture_output=True, text=True,
                              env=dict(os.environ, LD_LIBRARY_PATH=str(BUILD)))
        return done.returncode, done.stdout.replace(folder, "FOLDER"), done.stderr


def declarations(header):
    """A header without its comments and spaces."""
    return re.sub(r"/\*.*?\*/|\s+", " ", header.read_text(), flags=re.DOTALL).split()


class Release(unittest.TestCase):
    def test_the_header_of_this_version_is_kept(self):
        """A version that is released declares what it declared: what differs has a new number."""
        version = re.search(r'HWIDENT_VERSION +"(\d+\.\d+)\.', TODAY.read_text())[1]
        self.assertEqual(declarations(HERE / f"hwident-{version}.h"), declarations(TODAY))

    def test_a_program_of_an_earlier_release_runs_with_this_library(self):
        self.assertTrue(HEADERS)
        for header in HEADERS:
            for name in PROGRAMS:
                with self.subTest(header=header.name, program=name):
                    done = output(header, name)
                    self.assertEqual((done[0], done[2]), (0, ""))
                    self.assertTrue(done == output(TODAY, name), "other output than with the header of today")


if __name__ == "__main__":
    main()
