# How many instructions a start and an inventory take. They do not depend on the machine's speed or
# load, so that a change that makes them more fails here.
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

import closing

VALGRIND, DMIDECODE = shutil.which("valgrind"), shutil.which("dmidecode")
HWIDENT = TOP / "build/hwident"
DUMPS = sorted((TOP / "testdata").glob("*.bin"))


def instructions(*words):
    """Counted with an empty environment."""
    done = subprocess.run([VALGRIND, "--tool=callgrind", "--callgrind-out-file=/dev/null",
                           *map(str, words)], env={}, capture_output=True, text=True, timeout=100)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


@unittest.skipUnless(VALGRIND and DMIDECODE, "no valgrind or dmidecode")
@unittest.skipUnless(os.uname().machine == "x86_64", "counted on x86_64")
class Instructions(unittest.TestCase):
    def test_a_start(self):
        """A third of these are malloc for four pieces of memory, a tenth is reading the options."""
        data = (TOP / "testdata/qemu-seabios.bin").read_bytes()
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            size = data[5] if data[:4] == b"_SM_" else data[6]
            (folder / "smbios_entry_point").write_bytes(data[:size])
            (folder / "DMI").write_bytes(data[32:])
            self.assertLess(instructions(HWIDENT, "--tables", folder, "get", "system-uuid"), 14200)

    def test_inventories_beside_dmidecode(self):
        dmidecode, text, json = (sum(instructions(*words, dump, *more) for dump in DUMPS)
                                 for words, more in (([DMIDECODE, "--from-dump"], []),
                                                     ([HWIDENT, "--from"], ["show"]),
                                                     ([HWIDENT, "--from"], ["show", "--json"])))
        print(f"dmidecode's instructions: show {text / dmidecode:.2f}, --json {json / dmidecode:.2f}")
        self.assertLess(text / dmidecode, 0.35)
        self.assertLess(json / dmidecode, 0.80)


if __name__ == "__main__":
    closing.main()
