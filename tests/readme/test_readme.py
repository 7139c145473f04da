# README.md: a block that shows a terminal is run, line by line, and must print what is shown; any other
# block must be the file that the comment before it names, or a part of it.
# SPDX-License-Identifier: MIT
import pathlib
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import console
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


if __name__ == "__main__":
    main()
