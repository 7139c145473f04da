# The programs of hwident-languages(7): each prints the UUID, the machine code and every DIMM of a
# machine, or the reason why not. What is expected comes from dmidecode's text and from the
# verifier.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import uuid

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "tests/lib"), str(TOP / "src/identity/verify")]
import tables
import verify
from blocks import blocks
from closing import main

MANUAL = TOP / "src/library/hwident-languages.7"
PROGRAMS = TOP / "src/library/languages"
BUILD = TOP / "build"
KOFFI = BUILD / "languages/node_modules"
JNA = "/usr/share/java/jna.jar"
CARGO = BUILD / "languages/cargo"
LINES = 25
APP = "com.example.app"

# A machine with one DIMM, and one where two of four slots are empty.
MACHINES = ["qemu-seabios", "qemu-boards"]

# Each program: the command that builds it in the folder {out}, if any, and the one that runs it.
LINKED = f"-I{TOP}/include -L{BUILD}"
COMMANDS = {
    "machine.py": (None, "python3 {source}"),
    "machine.go": ("go build -o {out}/machine {source}", "{out}/machine"),
    "machine_tool.go": ("env CGO_ENABLED=0 go build -o {out}/machine {source}", "{out}/machine"),
    "machine.js": (None, "node {source}"),
    "machine_tool.js": (None, "node {source}"),
    "Machine.java": (f"javac -Xlint:all -Werror -cp {JNA} -d {{out}} {{source}}",
                     f"java -cp {JNA}:{{out}} Machine"),
    "machine.cs": ("mcs -warnaserror -out:{out}/machine.exe {source}", "mono {out}/machine.exe"),
    "machine.rs": (f"rustc -D warnings -L {BUILD} -o {{out}}/machine {{source}}", "{out}/machine"),
    "machine.php": (None, "php -d error_reporting=E_ALL {source}"),
    "machine.rb": (None, "ruby -w {source}"),
    "machine.pl": (None, "perl {source}"),
    "machine.cpp": (f"g++ -std=c++17 -Wall -Wextra -Werror {LINKED} -o {{out}}/machine {{source}} "
                    "-lhwident", "{out}/machine"),
}


def expected(machine):
    """What a program prints, taken from what dmidecode prints."""
    text = (TOP / f"testdata/{machine}.dmidecode-3.7.txt").read_text()
    system = re.search(r"^\tUUID: (\S+)", text, re.MULTILINE)[1]
    lines = [f"UUID {system}",
             f"Code {verify.derive('u', uuid.UUID(system).bytes, APP)}"]
    for dimm in re.findall(r"^Memory Device\n((?:\t.*\n)+)", text, re.MULTILINE):
        size = re.search(r"^\tSize: (\d+) MiB", dimm, re.MULTILINE)
        if size:
            locator = re.search(r"^\tLocator: (.*)", dimm, re.MULTILINE)[1]
            lines.append(f"DIMM {size[1]} MiB, {locator}")
    return lines


class Languages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        for machine in MACHINES:
            raw = (TOP / f"testdata/{machine}.bin").read_bytes()
            tables.write_folder(cls.folder / machine, raw[32:], raw[:0x1F])

    def environment(self, **more):
        # Compilers would look for the job server of a make that runs several suites at once.
        return {**os.environ, "MAKEFLAGS": "", "LD_LIBRARY_PATH": str(BUILD), "NODE_PATH": str(KOFFI),
                "PATH": f"{BUILD}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                "CGO_CFLAGS": f"-I{TOP}/include", "CGO_LDFLAGS": f"-L{BUILD}",
                "GO111MODULE": "off", **more}

    def built(self, program):
        """The command that runs the program."""
        out = self.folder / program
        out.mkdir()
        build, run = [command and command.format(out=out, source=PROGRAMS / program).split()
                      for command in COMMANDS[program]]
        if build:
            done = subprocess.run(build, env=self.environment(), capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))
        return run

    def run_on(self, command, folder):
        return subprocess.run(command, capture_output=True, text=True,
                              env=self.environment(HWIDENT_TABLES=str(folder)))

    def check(self, program):
        command = self.built(program)
        for machine in MACHINES:
            with self.subTest(machine=machine):
                done = self.run_on(command, self.folder / machine)
                self.assertEqual((done.stdout.splitlines(), done.stderr, done.returncode),
                                 (expected(machine), "", 0))
        with self.subTest("the reason of a failure"):
            done = self.run_on(command, self.folder / "nowhere")
            self.assertIn(f"{self.folder}/nowhere: no such folder", done.stderr)
            self.assertEqual((done.stderr.count("\n"), done.stdout), (1, ""))
            self.assertGreater(done.returncode, 0)

    def test_no_program_is_longer_than_a_page(self):
        for program in COMMANDS:
            with self.subTest(program=program):
                lines = (PROGRAMS / program).read_text().splitlines()
                self.assertLessEqual(len(lines), LINES)

    def test_every_program_is_run(self):
        self.assertEqual({path.name for path in PROGRAMS.iterdir()}, set(COMMANDS))

    def test_the_manual_shows_every_program_whole(self):
        shown = {block.file: block.text for block in blocks(MANUAL) if block.file}
        files = {str(path.relative_to(TOP)): path.read_text() for path in PROGRAMS.iterdir()}
        self.assertEqual({file: shown.get(file) for file in files}, files)


def add(program):
    def test(self):
        if program == "machine.js" and not (KOFFI / "koffi").exists():
            self.skipTest("no koffi: npm could not fetch it")
        self.check(program)
    setattr(Languages, f"test_{program.replace('.', '_')}", test)


for name in COMMANDS:
    add(name)

if __name__ == "__main__":
    main()
