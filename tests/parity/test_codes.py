# What we print as dmidecode for each code of each enumeration and flag, against what dmidecode 3.7
# printed for it, which is in testdata; and small tables that once differed, line for line.
# SPDX-License-Identifier: MIT
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing
from codes import rows, vendor_rows

CODES = TOP / "testdata/dmidecode-3.7.codes.tsv"
VENDORS = TOP / "testdata/dmidecode-3.7.vendors.tsv"
CHARACTERS = "\t216\t08\t10\t"  # a form of version that has any characters, see intended.tsv
TABLES = sorted((TOP / "testdata/text").glob("*.bin"))


class AsDmidecode(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = pathlib.Path(folder.name, "dmidecode")
        self.program.symlink_to(TOP / "build/hwident")

    def same(self, file, printed):
        expected = file.read_text().splitlines()
        for row, own in zip(expected, printed):
            if CHARACTERS not in row:
                self.assertEqual(row, own)
        self.assertEqual(len(expected), len(printed))

    def test_every_code(self):
        self.same(CODES, list(rows(self.program)))

    def test_every_code_of_vendors(self):
        self.same(VENDORS, list(vendor_rows(self.program)))

    def test_every_table(self):
        self.assertGreater(len(TABLES), 50)
        for table in TABLES:
            with self.subTest(table=table.name):
                printed = subprocess.run([self.program, "--from-dump", table.name],
                                         cwd=table.parent, stdout=subprocess.PIPE,
                                         stderr=subprocess.DEVNULL).stdout
                expected = table.with_suffix(".dmidecode-3.7.txt").read_bytes()
                self.assertEqual(expected.decode("latin-1"), printed.decode("latin-1"))


if __name__ == "__main__":
    closing.main()
