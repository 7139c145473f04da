# Called as dmidecode in hundreds of ways, hwident does what dmidecode 3.7 does. It is compared with
# that program if it is there (the argument, else build/dmidecode-3.7), and always with what it
# did, as recorded in testdata/dmidecode-3.7.calls.tsv. --write writes that file again.
# SPDX-License-Identifier: MIT
import hashlib
import os
import pathlib
import re
import shlex
import sys
import tempfile
import unittest

from command_line import TOP, called, calls, make_folder
import closing

RECORD = TOP / "testdata/dmidecode-3.7.calls.tsv"
THEIRS = TOP / os.environ.get("BUILD", "build") / "dmidecode-3.7/dmidecode"
OURS = TOP / "build/hwident"
HEAD = """\
# What dmidecode 3.7 does when it is called in these ways: its arguments, its exit code, how many
# lines it prints on both streams, the beginning of their SHA-256, the last of them. The files that
# it reads are those of tests/parity/command_line.py, whose test writes this file with --write.
"""

# Lines that differ on purpose: a pattern for the line that dmidecode prints, and why. The
# rest of what it prints, and its exit code, are ours too.
OURS_SAYS_MORE = [
    (r".*: Can't read data beyond EOF|.*: Is a directory|Failed to read table, sorry\.",
     "our line has the file, what is wrong with it, and what to do"),
    (r"Scanning /dev/mem for entry point\.|Can't read memory from /dev/mem|/dev/mem: .*",
     "memory is never read; our line says what the kernel shows and what to do"),
]

# Calls in which more differs: the arguments, and why.
DIFFERENT = {
    "-s bios-vendor --from-dump cut": "no empty line for a structure that is cut",
    "-s system-uuid --from-dump cut": "no empty line for a structure that is cut",
    "--oem-string 1 --from-dump cut": "no empty line for a structure that is cut",
    **{f"{options}--from-dump header": "the version is printed only of a table that can be read"
       for options in ("", "-u ", "--dump ", "--no-quirks ", "-t 1 ", "-t bios ", "-H 1 ", "-u ")},
}


def without_ours(text):
    return re.sub(r"(?m)^hwident: [A-Z]+: .*\n", "", text)


def without_theirs(text):
    for pattern, _ in OURS_SAYS_MORE:
        text = re.sub(rf"(?m)^(?:{pattern})\n", "", text)
    return text


def digest(text):
    return hashlib.sha256(text.encode("latin-1")).hexdigest()[:12]


def row(arguments, code, text):
    """A line of the record; what ours says in words of its own is left out."""
    text = without_theirs(text)
    lines = text.splitlines()
    last = next((line for line in reversed(lines) if line.strip()), "")
    return "\t".join([shlex.join(arguments), str(code), str(len(lines)), digest(text),
                      last.strip().replace("\t", " ")])


def different(arguments):
    return " ".join(arguments) in DIFFERENT


class CommandLine(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name, "files")
        self.folder.mkdir()
        make_folder(self.folder)
        self.ours = pathlib.Path(folder.name, "dmidecode")
        self.ours.symlink_to(OURS)

    def did(self, arguments):
        return called(self.ours, arguments, self.folder)

    def test_every_call_as_recorded(self):
        recorded = [line for line in RECORD.read_text().splitlines() if line[:1] != "#"]
        made = {shlex.join(arguments): arguments for arguments in calls()}
        self.assertEqual([line.split("\t")[0] for line in recorded], list(made))
        for line in recorded:
            arguments = made[line.split("\t")[0]]
            code, text = self.did(arguments)
            self.assertEqual(code, int(line.split("\t")[1]), arguments)
            if not different(arguments):
                self.assertEqual(row(arguments, code, without_ours(text)), line, text)

    @unittest.skipUnless(THEIRS.exists(), "dmidecode 3.7 is missing: make check-sweep gets it")
    def test_every_call_as_dmidecode(self):
        for arguments in calls():
            if not different(arguments):
                theirs, ours = called(THEIRS, arguments, self.folder), self.did(arguments)
                self.assertEqual((ours[0], without_ours(ours[1])),
                                 (theirs[0], without_theirs(theirs[1])), arguments)

    def test_a_file_that_cannot_be_read_is_reported_once(self):
        for name in ("empty", "text", "missing", "folder", "header"):
            for options in ([], ["-q"], ["-s", "bios-vendor"]):
                text = self.did([*options, "--from-dump", name])[1]
                self.assertEqual(len(re.findall(f"(?m)^hwident: [A-Z]+: {name}: ", text)), 1)


def write(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_folder(folder)
        rows = dict.fromkeys(row(arguments, *called(program, arguments, folder))
                             for arguments in calls())
    RECORD.write_text(HEAD + "\n".join(rows) + "\n")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write(THEIRS)
    else:
        closing.main()
