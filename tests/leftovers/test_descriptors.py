# Everything that the programs open is closed by an exec: an application that forks while the
# library reads, and the command that hwident-prepare becomes, inherit nothing.
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
import closing
import tables

BUILD = (TOP / os.environ.get("BUILD", "build")).resolve()
APP = ["--app", "com.example.app"]
UUID = bytes.fromhex("a4c2f1b6d753094e9a1e7c30d2f48e65")
CODE = ["code", *APP, "--key-file", "key"]
SOURCES = (["--from", "dump"], ["--tables", "tables"], ["--tables", "copy"], [])
COMMANDS = (["summary"], ["summary", "--json"], ["summary", "--format", "prometheus", "-o", "file"],
            ["get", "system-uuid"], ["get", "--format", "env", "bios-vendor"], ["show"], ["show", "-u"],
            ["show", "--json", "-o", "file"], CODE, [*CODE, "--json"],
            ["match", *APP, "--key-file", "key", "a4c2f1b6-d753-094e-9a1e-7c30d2f48e65"], ["explain"],
            ["explain", "--json"], ["lint"], ["dump", "new"], ["dump", "--json", "new"], ["dump", "-"],
            ["report", "file"], ["summary", "--redact"])
OTHERS = (["duplicates", "--from", "dump"], ["summary", "--from", "dump", "--from", "dump"],
          ["summary", "--from", "folder"], ["--help"])
# strace answers fstatfs with sysfs, so these count as the kernel's files; product_uuid is read too.
SYSFS = ["-e", "inject=fstatfs:poke_exit=@arg2=7265656200000000"]
GRANTS = ("none", "chmod", "group", "copy:granted", "fd")

# Calls that make a descriptor, and the flag that each must have; None: it has no such flag.
OPENERS = {"open": "O_CLOEXEC", "openat": "O_CLOEXEC", "openat2": "O_CLOEXEC", "creat": None,
           "memfd_create": "MFD_CLOEXEC", "pipe": None, "pipe2": "O_CLOEXEC", "socket": "SOCK_CLOEXEC",
           "dup": None, "dup3": "O_CLOEXEC", "eventfd2": "EFD_CLOEXEC", "timerfd_create": "TFD_CLOEXEC",
           "epoll_create1": "EPOLL_CLOEXEC", "inotify_init1": "IN_CLOEXEC", "signalfd4": "SFD_CLOEXEC"}


class Descriptors(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        table = tables.table(tables.bios(), tables.system(UUID), tables.board(), tables.chassis())
        for name in ("tables", "copy"):
            tables.write_folder(self.folder / name, table)
        (self.folder / "copy/boot_id").write_bytes(
            pathlib.Path("/proc/sys/kernel/random/boot_id").read_bytes())
        (self.folder / "dump").write_bytes(tables.dump(table))
        (self.folder / "folder").mkdir()
        (self.folder / "folder/a").write_bytes(tables.dump(table))
        (self.folder / "key").write_bytes(b"0123456789abcdef")
        (self.folder / "script").write_text("#!/bin/sh\n")
        (self.folder / "script").chmod(0o755)
        self.folder.chmod(0o755)

    def calls(self, words, until="exit_group", strace=()):
        """What strace shows, from the program's start to its end or its exec."""
        (self.folder / "new").unlink(missing_ok=True)
        trace = self.folder / "trace"
        subprocess.run(["strace", "-qq", "-s", "200", "-o", trace, *strace, *map(str, words)], cwd=self.folder,
                       stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
                       env={"PATH": f"{self.folder}:{os.environ['PATH']}"})
        lines = trace.read_text().splitlines()[1:]
        return lines[:next(n for n, line in enumerate(lines) if line.startswith(until))]

    def check(self, lines):
        """How many calls open something; each must have asked for close-on-exec."""
        opened = 0
        for line in lines:
            name = line.partition("(")[0]
            says = re.search(r"F_DUPFD\w*", line)
            opened += name in OPENERS
            if name in OPENERS:
                self.assertIsNotNone(OPENERS[name], line)
                self.assertIn(OPENERS[name], line)
            elif says:
                self.assertEqual(says[0], "F_DUPFD_CLOEXEC", line)
            elif name == "dup2":
                self.assertRegex(line, r"^dup2\(\d+, [012]\)")
        return opened

    def test_the_tool_closes_what_it_opens(self):
        for source in SOURCES:
            for command in COMMANDS:
                with self.subTest(source=source, command=command):
                    self.check(self.calls([BUILD / "hwident", *source, *command]))
        for words in OTHERS:
            with self.subTest(words=words):
                self.check(self.calls([BUILD / "hwident", *words]))

    def test_the_tool_as_dmidecode(self):
        (self.folder / "dmidecode").symlink_to(BUILD / "hwident")
        for words in (["--from-dump", "dump"], ["--from-dump", "dump", "--dump-bin", "new"], []):
            self.check(self.calls(["./dmidecode", *words]))

    def test_the_library_closes_what_it_opens(self):
        program = BUILD / "tests/leftovers/calls"
        for words in (["code", "u"], ["json", "show"], ["json", "explain"], ["value", "system-uuid"],
                      ["fields"], ["json", "summary", "redact"]):
            self.assertGreater(self.check(self.calls([program, "dump", *words])), 0)

    @unittest.skipIf(os.geteuid() != 0, "needs root: it drops privileges")
    def test_the_preparer_leaves_the_command_nothing_open(self):
        for grant in GRANTS:
            for more in ([], ["--require"], ["--own-stdio"]):
                with self.subTest(grant=grant, more=more):
                    self.check(self.calls(
                        [BUILD / "hwident-prepare", "--tables", self.folder / "tables", "--grant",
                         grant.replace("granted", str(self.folder / "granted")), *more, "--user",
                         "1000:1000", "--", "script"], until=("execve", "exit_group"), strace=SYSFS))
        self.check(self.calls([BUILD / "hwident-prepare", "--tables", self.folder / "tables",
                               "--restore"], strace=SYSFS))
        self.assertTrue((self.folder / "granted/boot_id").exists())
        # It looks for the missing interpreter.
        (self.folder / "script").write_text("#!/none/such\n")
        self.check(self.calls([BUILD / "hwident-prepare", "--grant", "none", "--", "script"]))

    def test_that_each_way_to_open_is_tried(self):
        """Files, folders, outputs, product_uuid, boot ids, the key."""
        seen = "\n".join(line for source in SOURCES for command in COMMANDS
                         for line in self.calls([BUILD / "hwident", *source, *command]))
        kernel = self.calls([BUILD / "hwident", "--tables", "tables", "summary"], strace=SYSFS)
        self.check(kernel)
        self.assertRegex("\n".join(kernel), r'open(at)?\([^"]*"/sys/class/dmi/id/product_uuid')
        for name in ("dump", "tables/DMI", "tables/smbios_entry_point", "copy/DMI", "boot_id",
                     "/proc/sys/kernel/random/boot_id", "key", "new", "file"):
            self.assertRegex(seen, rf'open(at)?\([^"]*"[^"]*{name}', name)


if __name__ == "__main__":
    closing.main()
