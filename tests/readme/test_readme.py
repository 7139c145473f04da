# README.md: a block of `console` is run, line by line, and must print what stands there ("..."
# stands for anything); any other block must be the file that the comment before it names, or a
# part of it.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

BLOCK = re.compile(r"(?:<!-- (?P<file>\S+) -->\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$",
                   re.MULTILINE | re.DOTALL)


def blocks():
    return list(BLOCK.finditer((TOP / "README.md").read_text()))


def commands(text):
    """Pairs of a command and the output that is expected of it."""
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    for part in parts:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command += "\n" + more
        yield command, output


def pattern(output):
    return re.escape(output).replace(re.escape("..."), ".*")


class Readme(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        dump = (TOP / "testdata/qemu-seabios.bin").read_bytes()
        (self.folder / "smbios_entry_point").write_bytes(dump[:dump[5]])
        (self.folder / "DMI").write_bytes(dump[32:])
        (self.folder / "vendor.key").write_bytes(b"a key that only the vendor knows")
        (self.folder / "vendor.key").chmod(0o600)
        (self.folder / "machine.bin").write_bytes(dump)
        (self.folder / "testdata").symlink_to(TOP / "testdata")
        (self.folder / "tests").symlink_to(TOP / "tests")

    def test_every_command_prints_what_is_shown(self):
        env = dict(os.environ, PATH=f"{TOP}/build:{os.environ['PATH']}",
                   HWIDENT_TABLES=str(self.folder))
        for block in blocks():
            if block["kind"] != "console":
                continue
            for command, output in commands(block["text"]):
                with self.subTest(command=command):
                    done = subprocess.run(["bash", "-c", command], cwd=self.folder, env=env,
                                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                          text=True, timeout=60)
                    self.assertRegex(done.stdout, re.compile(rf"\A{pattern(output)}\Z", re.DOTALL))

    def test_every_other_block_is_a_file_that_a_test_runs(self):
        for block in blocks():
            if block["kind"] == "console":
                continue
            with self.subTest(block=block["text"][:60]):
                self.assertTrue(block["file"], "no file is named before this block")
                self.assertIn(block["text"], (TOP / block["file"]).read_text())


if __name__ == "__main__":
    main()
