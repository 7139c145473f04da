# Every keyword of dmidecode's -s on every dump: what dmidecode 3.7 prints, and its exit code.
# SPDX-License-Identifier: MIT
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing

EXPECTED = sorted((TOP / "../shared/dumps").glob("*.strings.tsv"))


class Strings(unittest.TestCase):
    @unittest.skipUnless(EXPECTED, "../shared/dumps is not there")
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
                    printed = done.stdout.decode("latin-1").rstrip("\n").replace("\n", "\\n")
                    self.assertEqual((printed, done.returncode), (value, int(code)),
                                     (dump.name, keyword))


if __name__ == "__main__":
    closing.main()
