# README.md: a block that shows a terminal is run, line by line, and must print what is shown; any other
# block must be the file that the comment before it names, or a part of it.
# SPDX-License-Identifier: MIT
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import console
import tables
from blocks import blocks, difference, is_console
from closing import main

README = TOP / "README.md"


class Readme(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        console.prepare(self.folder)
        (self.folder / "machine.bin").symlink_to(TOP / "testdata/qemu-seabios.bin")

    def test_every_command_prints_what_is_shown(self):
        for block in filter(is_console, blocks(README)):
            for command, output in console.commands(block.text):
                with self.subTest(command=command):
                    self.assertRegex(console.run(command, self.folder), console.pattern(output))

    def test_every_other_block_is_a_file_that_a_test_runs(self):
        for block in blocks(README):
            if not is_console(block):
                with self.subTest(block=block.text[:60]):
                    self.assertTrue(block.file, "no file is named before this block")
                    self.assertIsNone(difference(block))

    def run_target(self, folder):
        environment = {**os.environ, "HWIDENT_TABLES": str(folder)}
        environment.pop("MAKEFLAGS", None)  # this make is not a part of one that runs the tests
        return subprocess.run(["make", "-s", "run"], cwd=TOP, capture_output=True, text=True,
                              env=environment)

    def test_make_run_shows_an_example_where_the_tables_cannot_be_read(self):
        tables.write_folder(self.folder / "broken", b"")
        done = self.run_target(self.folder / "broken")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr, r"\Ahwident: [A-Z]+: [^\n]+\n\Z")
        self.assertIn("b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65", done.stdout)
        self.assertEqual(done.stdout.splitlines()[-4], "Try next:")

    def test_make_run_fails_if_the_named_folder_is_missing(self):
        self.assertNotEqual(self.run_target(self.folder / "missing").returncode, 0)


if __name__ == "__main__":
    main()
