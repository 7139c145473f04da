#!/usr/bin/env python3
# Each allocation of each command fails in turn, alone and with all later ones. The command gives the
# same answer, or says only that there is no memory.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import closing
import tables

BUILD = (TOP / os.environ.get("BUILD", "build")).resolve()
ROOM = BUILD / "tests/memory"
NO_MEMORY = 8
BEFORE = b"before"  # what a file holds that a command would replace
LIMITS = (*range(300, 1200, 25), *range(1200, 2400, 100))  # KiB; the program takes about 800
UUID = bytes.fromhex("a4c2f1b6d753094e9a1e7c30d2f48e65")

APP = ["--app", "com.example.app"]
# One of each way that a command prints. What is written to FILE is compared too.
COMMANDS = [
    ["summary"], ["summary", "--full", "--color=always"], ["summary", "--json"],
    ["summary", "--format", "env"], ["summary", "--format", "prometheus"],
    ["summary", "--format", "prometheus", "--with-ids", *APP],
    ["summary", "-o", "file"], ["summary", "--json", "-o", "file"],
    ["get", "system-uuid", "product_name"], ["get", "--json", "system-uuid", "product_name"],
    ["get", "--format", "env", "system-uuid", "bios-vendor"],
    ["show"], ["show", "--json"], ["show", "-u"], ["show", "-u", "--json"], ["show", "-t", "memory"],
    ["show", "-o", "file"],
    ["code", *APP], ["code", *APP, "--json"], ["code", *APP, "--components"],
    ["code", *APP, "--components", "--json"], ["code", *APP, "--key-file", "key"],
    ["code", *APP, "--key-file", "key", "--json"], ["code", *APP, "--format", "prometheus"],
    ["match", "b6f1c2a4-53d7-4e09-9a1e-7c30d2f48e65"],
    ["match", "--json", "b6f1c2a4-53d7-4e09-9a1e-7c30d2f48e65"],
    ["explain"], ["explain", "--json"], ["lint"], ["lint", "--json"],
    ["dump", "file"], ["dump", "file", "--json"], ["dump", "-"],
    ["report", "file"], ["report", "-"],
    ["duplicates", "--from", "machine.bin"], ["duplicates", "--json", "--from", "machine.bin"],
]
REDACTED = [command + ["--redact"] for command in (
    ["summary"], ["summary", "--json"], ["summary", "--format", "env"],
    ["summary", "--format", "prometheus", "--with-ids"], ["get", "system-uuid", "product_name"],
    ["show"], ["show", "--json"], ["show", "-u"], ["explain", "--json"], ["lint", "--json"],
    ["dump", "file"], ["report", "file"])]
DMIDECODE = [["--from-dump", "machine.bin"], ["--from-dump", "machine.bin", "-s", "system-uuid"],
             ["--from-dump", "machine.bin", "-t", "memory"], ["--from-dump", "machine.bin", "-u"],
             ["--from-dump", "machine.bin", "--oem-string", "1"]]
CALLS = [["value", "system-uuid"], ["value", "bios-vendor"], ["code", "u"], ["code", "s"], ["fields"], ["dump", "file"],
         *(["json", command] for command in ("summary", "get", "show", "code", "match", "explain",
                                             "lint"))]


def machine():
    """A dump with every type, and an identity of its own."""
    rest = (TOP / "testdata/synthetic.bin").read_bytes()[32:]
    at, table = 0, b"".join((tables.bios(), tables.system(UUID), tables.board(), tables.chassis()))
    while at < len(rest):
        end = rest.index(b"\0\0", at + rest[at + 1]) + 2
        if rest[at] > 3:
            table += rest[at:end]
        at = end
    return tables.dump(table, tables.sm3(len(table), (3, 9, 0)))


class Run:
    """How a run ended: code, both outputs, and the file that it wrote or left."""

    def __init__(self, program, arguments, folder, environment=None, before=None):
        self.file = folder / "file"
        self.file.unlink(missing_ok=True)
        if "dump" not in arguments:
            self.file.write_bytes(BEFORE)
        done = subprocess.run([program, *arguments], cwd=folder, env=environment or {}, stdin=subprocess.DEVNULL, timeout=60,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=before)
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr
        self.written = self.file.read_bytes() if self.file.exists() else None
        self.left = sorted(path.name for path in folder.iterdir())

    def answer(self):
        return self.code, self.out, self.err, self.written, self.left

    def told(self):
        return self.code, self.out[-80:], self.err[-200:], (self.written or b"")[:40], self.left


class Memory(unittest.TestCase):
    def setUp(self):
        folder, room = tempfile.TemporaryDirectory(), tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(room.cleanup)
        self.folder, self.count = pathlib.Path(folder.name), pathlib.Path(room.name) / "count"
        self.dmidecode = pathlib.Path(room.name) / "dmidecode"
        self.dmidecode.symlink_to(ROOM / "hwident")
        (self.folder / "machine.bin").write_bytes(machine())
        (self.folder / "key").write_bytes(b"0123456789abcdef")
        (self.folder / "key").chmod(0o600)

    def starve(self, program, arguments, says_so):
        """Each of its allocations fails, alone and with all after it."""
        preload = {"LD_PRELOAD": str(ROOM / "starve.so")}
        whole = Run(program, arguments, self.folder, dict(preload, STARVE_COUNT=str(self.count)))
        count = int(self.count.read_text())
        self.assertGreater(count, 0)
        for at in range(1, count + 1):
            for on in "01":
                run = Run(program, arguments, self.folder,
                          dict(preload, STARVE_AT=str(at), STARVE_ON=on))
                with self.subTest(arguments=" ".join(arguments), at=at, of=count, on=on):
                    self.assertTrue(run.answer() == whole.answer() or
                                    says_so(run, arguments), run.told())

    def tool(self, run, arguments):
        """Exit 8, one message, and nothing else but the error object. explain's answer is what is
        wrong, here or in one of the places that it tries."""
        out = run.out if run.written in (None, BEFORE) else run.written
        if "explain" in arguments and not run.err:
            return b"MEMORY" in out
        return (run.code == NO_MEMORY and
                re.fullmatch(rb"hwident: MEMORY: [^\n]*\n", run.err) is not None and
                (out == b"" or ("--json" in arguments and
                                json.loads(out)["error"]["tag"] == "MEMORY")))


class Tool(Memory):
    def test_every_command_reports_that_memory_ran_out(self):
        for command in COMMANDS + REDACTED:
            source = [] if "--from" in command else ["--from", "machine.bin"]
            self.starve(ROOM / "hwident", source + command, self.tool)

    def test_as_dmidecode_it_reports_that_memory_ran_out(self):
        for arguments in DMIDECODE:
            self.starve(self.dmidecode, arguments, lambda run, _: (
                run.code == 1 and re.fullmatch(rb"hwident: MEMORY: [^\n]*\n", run.err) is not None))


class Library(Memory):
    def test_every_call_reports_that_memory_ran_out(self):
        for call in CALLS:
            for redact in ([], ["redact"]):
                self.starve(ROOM / "calls", ["machine.bin", *call, *redact], lambda run, _: (
                    (run.code, run.out, run.err) == (NO_MEMORY, b"", b"MEMORY") or
                    ("explain" in call and b"MEMORY" in run.out)))


class Limit(Memory):
    def test_no_limit_of_memory_changes_the_answer(self):
        """`ulimit -v` in steps, on the program that is shipped."""
        for command in COMMANDS:
            source = [] if "--from" in command else ["--from", "machine.bin"]
            whole = Run(BUILD / "hwident", source + command, self.folder)
            before = None if "dump" in command else BEFORE
            files = [name for name in whole.left if before or name != "file"]
            for kib in LIMITS:
                limit = kib * 1024
                run = Run(BUILD / "hwident", source + command, self.folder,
                          before=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
                with self.subTest(command=" ".join(command), kib=kib):
                    if run.code < 0:  # the kernel could not start it
                        self.assertEqual((run.out, run.written, run.left),
                                         (b"", before, files))
                    else:
                        self.assertTrue(run.answer() == whole.answer() or
                                        self.tool(run, command), run.told())


if __name__ == "__main__":
    closing.main()
