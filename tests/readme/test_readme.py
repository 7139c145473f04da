# README.md: a block of `console` is run, line by line, and must print what stands there; any other
# block must be the file that the comment before it names, or a part of it.
# SPDX-License-Identifier: MIT
import pathlib
import re
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import console
from closing import main

BLOCK = re.compile(r"(?:<!-- (?P<file>\S+) -->\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$",
                   re.MULTILINE | re.DOTALL)


def blocks():
    return list(BLOCK.finditer((TOP / "README.md").read_text()))


class Readme(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        console.prepare(self.folder)
        (self.folder / "machine.bin").symlink_to(TOP / "testdata/qemu-seabios.bin")

    def test_every_command_prints_what_is_shown(self):
        for block in blocks():
            if block["kind"] != "console":
                continue
            for command, output in console.commands(block["text"]):
                with self.subTest(command=command):
                    self.assertRegex(console.run(command, self.folder), console.pattern(output))

    def test_every_other_block_is_a_file_that_a_test_runs(self):
        for block in blocks():
            if block["kind"] == "console":
                continue
            with self.subTest(block=block["text"][:60]):
                self.assertTrue(block["file"], "no file is named before this block")
                self.assertIn(block["text"], (TOP / block["file"]).read_text())


if __name__ == "__main__":
    main()
