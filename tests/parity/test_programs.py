# Whole programs that call dmidecode report the same with hwident in its place as with dmidecode
# 3.7. Each runs in a mount namespace of its own where /usr/sbin/dmidecode is the one or the other:
# several look for it there and nowhere else. A minute.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing

PLACE = "/usr/sbin/dmidecode"
THEIRS = TOP / "build/dmidecode-3.7/dmidecode"
TABLES = sorted((TOP / "testdata").glob("*.bin"))
REPLACED = 'mount --bind "$0" ' + PLACE + ' && exec "$@"'

# npm's; where it is installed, NODE_PATH says it.
SYSTEMINFORMATION = """
const si = require("systeminformation");
(async () => {
    const found = {};
    for (const name of ["system", "bios", "baseboard", "chassis", "memLayout"])
        found[name] = await si[name]();
    console.log(JSON.stringify(found, null, 1));
})();
"""


def can_replace():
    return THEIRS.exists() and os.path.exists(PLACE) and subprocess.run(
        ["unshare", "-m", "sh", "-c", REPLACED, "/bin/true", "/bin/true"],
        stderr=subprocess.DEVNULL).returncode == 0


def folder_of(dump, folder):
    """The dump as the kernel shows tables."""
    data = dump.read_bytes()
    sm3 = data.startswith(b"_SM3_")
    at = struct.unpack_from("<Q" if sm3 else "<I", data, 0x10 if sm3 else 0x18)[0]
    folder.mkdir()
    (folder / "smbios_entry_point").write_bytes(data[:data[6] if sm3 else data[5]])
    (folder / "DMI").write_bytes(data[at:])
    return folder


@unittest.skipUnless(can_replace(), "needs root, dmidecode, and dmidecode 3.7 (make check-sweep)")
class Programs(unittest.TestCase):
    maxDiff = 3000

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.wrapper = self.folder / "dmidecode"
        self.wrapper.write_text(f'#!/bin/sh\nexec {THEIRS} --from-dump "$TABLE" "$@"\n')
        self.wrapper.chmod(0o755)

    def output(self, dmidecode, command, **environment):
        done = subprocess.run(["unshare", "-m", "sh", "-c", REPLACED, dmidecode, *command],
                              env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(self.folder),
                                   **environment},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, timeout=120)
        return done.stdout.decode("utf-8", "replace")

    def same(self, *command, must_have, without=r"\Z(?!)"):
        """`without`: a pattern of what changes from one run to the next."""
        if not shutil.which(command[0]):
            self.skipTest(f"{command[0]} is not installed")
        seen = ""
        for table in TABLES:
            place = folder_of(table, self.folder / table.stem)
            ours = self.output(TOP / "build/hwident", command, HWIDENT_TABLES=str(place))
            theirs = self.output(self.wrapper, command, TABLE=str(table))
            with self.subTest(table.name):
                self.assertEqual(re.sub(without, "", ours), re.sub(without, "", theirs))
            seen += ours
        self.assertIn(must_have, seen)

    def test_inxi(self):
        self.same("inxi", "--dmidecode", "-M", "-m", "-c", "0", "-y", "200", "-xxx",
                  must_have="Example Boards", without=r"RAM: total:.*")

    def test_ohai(self):
        self.same("ohai", "dmi", must_have="Example Systems")

    def test_systeminformation(self):
        if subprocess.run(["node", "-e", 'require("systeminformation")'],
                          stderr=subprocess.DEVNULL).returncode:
            self.skipTest("npm's systeminformation is not in NODE_PATH")
        self.same("node", "-e", SYSTEMINFORMATION, must_have="Example Systems")


if __name__ == "__main__":
    closing.main()
