# Every keyword of dmidecode's -s on every dump: what dmidecode 3.7 prints, and its exit code; and
# that `get`, which decodes in a different way, prints the same or that there is no value.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing
from dumps import FOLDER, needs_dumps

# What dmidecode prints, in its own words, where there is no value.
WORDS = {"", "Not Specified", "Not Settable", "Not Present", "<BAD INDEX>", "Unknown"}

EXPECTED = sorted(FOLDER.glob("*.strings.tsv"))


def printed(program, *arguments):
    done = subprocess.run([program, *arguments], stdout=subprocess.PIPE)
    return done.stdout.decode("latin-1").rstrip("\n")


class Strings(unittest.TestCase):
    def same_as_get(self, dump, expected):
        """`expected`: by keyword what -s prints first."""
        values = json.loads(printed(TOP / "build/hwident", "-q", "--from", dump, "--json", "get",
                                    *expected))["values"]
        for keyword, first in expected.items():
            if values[keyword] is None:
                self.assertIn(first, WORDS, (dump.name, keyword))
            else:
                self.assertEqual(values[keyword], first, (dump.name, keyword))

    @needs_dumps
    def test_get_on_every_dump(self):
        for file in EXPECTED:
            rows = [line.split("\t") for line in file.read_text("latin-1").splitlines()]
            self.same_as_get(file.with_name(file.name.replace(".strings.tsv", ".bin")),
                             {keyword: value.split("\\n")[0] for keyword, _, value in rows})

    def test_get_on_testdata(self):
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "dmidecode")
            os.symlink(TOP / "build/hwident", program)
            for dump in sorted((TOP / "testdata").glob("qemu-*.bin")):
                self.same_as_get(dump, {
                    keyword: printed(program, "-s", keyword, "--from-dump", dump).split("\n")[0]
                    for keyword in printed(program, "--list-strings").split()})

    @needs_dumps
    def test_every_keyword_of_every_dump(self):
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "dmidecode")
            os.symlink(TOP / "build/hwident", program)
            for file in EXPECTED:
                dump = file.with_name(file.name.replace(".strings.tsv", ".bin"))
                for line in file.read_text(encoding="latin-1").splitlines():
                    keyword, code, value = line.split("\t")
                    done = subprocess.run([program, "-s", keyword, "--from-dump", dump],
                                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                    text = done.stdout.decode("latin-1").rstrip("\n").replace("\n", "\\n")
                    self.assertEqual((text, done.returncode), (value, int(code)),
                                     (dump.name, keyword))


if __name__ == "__main__":
    closing.main()
