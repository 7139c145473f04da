# Programs written by others for dmidecode's output read the same from ours.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
sys.path.insert(0, str(TOP / "tests/parity"))

import closing
import jc
from dumps import DUMPS, needs_dumps
from parity import FIRST_OEM_TYPE, split

TABLES = sorted((TOP / "testdata").glob("*.bin"))
SAMPLE = DUMPS[::8]


def without_oem(text):
    return "\n".join(line for type_, lines in split(text) if type_ < FIRST_OEM_TYPE
                     for line in lines) + "\n"


class Case(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        os.symlink(TOP / "build/hwident", self.folder / "dmidecode")

    def ours(self, table):
        return subprocess.run([self.folder / "dmidecode", "--from-dump", table.name],
                              cwd=table.parent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              check=True).stdout.decode("latin-1")

    def theirs(self, dump):
        return dump.with_name(dump.stem + ".dmidecode-3.7.txt").read_text(encoding="latin-1")


class Jc(Case):
    def pipe(self, text):
        """What it reads from a text: (handle, type, length) of each structure; None if it fails."""
        done = subprocess.run(["jc", "--dmidecode"], input=text.encode("utf-8"),
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if done.returncode:
            return None
        return [(s["handle"], s["type"], s["bytes"]) for s in json.loads(done.stdout)]

    def test_it_reads_every_table_of_testdata(self):
        for table in TABLES:
            with self.subTest(table.name):
                old = subprocess.run(["/usr/sbin/dmidecode", "--from-dump", table],
                                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                self.assertEqual(self.pipe(self.ours(table)),
                                 self.pipe(old.stdout.decode("latin-1")))

    @needs_dumps
    def test_it_reads_the_dumps_as_dmidecodes(self):
        intended = {line.split("\t")[0] for line in
                    (TOP / "tests/parity/intended.tsv").read_text().splitlines()}
        for dump in DUMPS:
            if dump.stem in intended:
                continue
            with self.subTest(dump.name):
                self.assertEqual(jc.parse("dmidecode", without_oem(self.ours(dump)), quiet=True),
                                 jc.parse("dmidecode", without_oem(self.theirs(dump)), quiet=True))


class ParseDMIDecode(Case):
    """Runs `dmidecode` without arguments from its PATH, so the table comes by HWIDENT_TABLES."""

    def read(self, path, **environment):
        done = subprocess.run(["/usr/bin/perl", TOP / "tests/parity/keywords.pl"],
                              env={"PATH": f"{path}:/usr/bin:/bin", "PERL_HASH_SEED": "0",
                                   "PERL_PERTURB_KEYS": "0", **environment},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"system-manufacturer=", done.stdout)
        return done.stdout.decode("latin-1").splitlines()

    def fake(self, text):
        """A folder whose dmidecode prints `text`."""
        folder = self.folder / "fake"
        folder.mkdir(exist_ok=True)
        (folder / "text").write_bytes(text.encode("latin-1"))
        (folder / "dmidecode").write_text(f"#!/bin/sh\ncat '{folder}/text'\n")
        (folder / "dmidecode").chmod(0o755)
        return folder

    def tables(self, dump):
        data = dump.read_bytes()
        sm3 = data.startswith(b"_SM3_")
        at = struct.unpack_from("<Q", data, 0x10)[0] if sm3 else struct.unpack_from(
            "<I", data, 0x18)[0]
        folder = self.folder / "tables"
        folder.mkdir(exist_ok=True)
        (folder / "smbios_entry_point").write_bytes(data[:data[6] if sm3 else data[5]])
        (folder / "DMI").write_bytes(data[at:])
        return folder

    def test_it_reads_every_table_of_testdata(self):
        for table in TABLES:
            with self.subTest(table.name):
                self.assertEqual(
                    self.read(self.folder, HWIDENT_TABLES=str(self.tables(table))),
                    self.read(self.fake(self.ours(table))))

    @needs_dumps
    def test_it_reads_dumps_as_dmidecodes(self):
        for dump in SAMPLE:
            with self.subTest(dump.name):
                ours = self.read(self.folder, HWIDENT_TABLES=str(self.tables(dump)))
                theirs = self.read(self.fake(self.theirs(dump)))
                self.assertEqual([line for line in ours if not line.startswith("0x")],
                                 [line for line in theirs if not line.startswith("0x")])


if __name__ == "__main__":
    closing.main()
