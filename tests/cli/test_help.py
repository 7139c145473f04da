# What people type who don't know the tool yet: help, similar words, pipes.
# SPDX-License-Identifier: MIT
import os
import subprocess
import threading

from hwident import HWIDENT, TOP, Case
import tables
from closing import main

COMMANDS = ("summary", "get", "show", "code", "match", "explain", "lint", "report",
            "duplicates", "dump")


class Help(Case):
    def run_it(self, *arguments):
        return subprocess.run([HWIDENT, *arguments], capture_output=True, text=True)

    def test_no_line_of_help_is_longer_than_a_terminal(self):
        for arguments in ([], *([command] for command in COMMANDS)):
            text = self.run_it("help", *arguments).stdout
            self.assertTrue(text)
            for line in text.splitlines():
                self.assertLess(len(line), 80, line)
                self.assertEqual(line, line.rstrip())

    def test_help_names_every_command_and_shows_examples(self):
        text = self.run_it("--help").stdout
        for command in COMMANDS:
            self.assertRegex(text, rf"(?m)^  {command}\b")
        examples = text.split("Examples:\n")[1].split("\n\n")[0].splitlines()
        self.assertEqual(len(examples), 3)
        (self.folder / "machine.bin").symlink_to(TOP / "testdata/qemu-seabios.bin")
        for example in examples:
            words = example.split()[1:]
            more = [] if "--from" in words else ["--from", "machine.bin"]
            done = subprocess.run([HWIDENT, *more, *words], cwd=self.folder, capture_output=True)
            self.assertEqual(done.returncode, 0, example)

    def test_help_of_a_command_is_asked_for_in_three_ways(self):
        for command in COMMANDS:
            first = self.run_it("help", command).stdout
            self.assertIn(f"hwident [options] {command}", first)
            self.assertEqual(first, self.run_it(command, "--help").stdout)
            self.assertEqual(first, self.run_it("-h", command).stdout)
        self.assertEqual(self.run_it("help").stdout, self.run_it("--help").stdout)
        self.assertEqual(self.run_it("help", "nothing").returncode, 2)

    def test_every_option_is_told_once(self):
        text = self.run_it("--help").stdout
        names = [line.split("--")[1].split()[0] for line in text.splitlines()
                 if line.startswith(("  -", "      --"))]
        self.assertEqual(len(names), len(set(names)))
        self.assertLessEqual({"tables", "from", "json", "app", "redact", "full"}, set(names))

    def test_the_version_has_a_short_option(self):
        self.assertEqual(self.run_it("-V").stdout, self.run_it("--version").stdout)

    def test_words_that_people_type(self):
        for words, meant in ((["uuid"], "get system-uuid"), (["serial"], "get system-serial-number"),
                             (["sum"], "summary"), (["ram"], "show -t memory"),
                             (["chassis"], "get chassis-type"), (["UUID"], "get system-uuid"),
                             (["system-uuid"], "get system-uuid"), (["summry"], "summary"),
                             (["get", "uuid"], "system-uuid"), (["get", "serial"], "system-serial-number"),
                             (["get", "system-uid"], "system-uuid"),
                             (["show", "memory"], "show -t memory"), (["show", "ram"], "show -t memory"),
                             (["show", "-t", "ram"], "memory"), (["show", "-t", "mem"], "memory"),
                             (["show", "-t", "cpu"], "processor"), (["-t", "dimm", "show"], "memory"),
                             (["cpu"], "get processor-version"), (["memory"], "show -t memory"),
                             (["model"], "get system-product-name"),
                             (["vendor"], "get system-manufacturer"),
                             (["hostid"], "code"), (["machine-id"], "code"), (["hwid"], "code"),
                             (["hardware"], "summary"), (["slots"], "show -t slot"), (["all"], "show"),
                             (["lshw"], "show"), (["inxi"], "summary"), (["dupes"], "duplicates"),
                             (["read"], "show"), (["print"], "show"), (["test"], "lint"),
                             (["licence"], "code"), (["license"], "code"), (["troubleshoot"], "explain"),
                             (["get", "model"], "system-product-name"),
                             (["show", "cpu"], "show -t processor"), (["serial_number"], "get system-serial-number"),
                             (["show", "disk"], None), (["get", "hostname"], None),
                             (["get", "mac"], None)):
            if not meant:
                self.assertNotIn("did you mean", self.run_it(*words).stderr, words)
                continue
            done = self.run_it(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertRegex(done.stderr, rf"\Ahwident: USAGE: [^\n]*did you mean '{meant}'\?\n\Z")

    def test_a_word_that_means_nothing_is_told_where_to_look(self):
        self.assertIn("`hwident help` lists them", self.run_it("xyzzyplugh").stderr)
        self.assertNotIn("did you mean", self.run_it("show", "xyzzyplugh").stderr)


class Pipes(Case):
    def setUp(self):
        super().setUp()
        self.bytes = (TOP / "testdata/qemu-seabios.bin").read_bytes()
        self.uuid = self.good("--from", TOP / "testdata/qemu-seabios.bin", "get", "system-uuid")

    def from_pipe(self, content, *arguments):
        done = subprocess.run([HWIDENT, "--from", "-", *arguments], input=content, capture_output=True)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_a_dump_from_standard_input(self):
        self.assertEqual(self.from_pipe(self.bytes, "get", "system-uuid"), (0, self.uuid, ""))
        file = self.file("dump", self.bytes)
        with open(file) as opened:
            done = subprocess.run([HWIDENT, "--from", "-", "get", "system-uuid"], stdin=opened,
                                  capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, self.uuid))

    def test_a_dump_from_a_fifo_is_waited_for(self):
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        writer = threading.Thread(target=lambda: fifo.write_bytes(self.bytes))
        writer.start()
        self.assertEqual(self.good("--from", fifo, "get", "system-uuid"), self.uuid)
        writer.join()

    def test_a_large_dump_comes_in_pieces(self):
        table = tables.table(tables.structure(200, b"", ("x" * 60000,), 9), tables.system())
        self.assertEqual(self.from_pipe(tables.dump(table), "get", "system-serial-number")[0], 0)

    def test_bad_bytes_from_a_pipe_are_malformed(self):
        for content in (b"", b"x", bytes(100), self.bytes[:20], self.bytes[:32],
                        self.bytes + bytes(40 << 20)):
            code, out, message = self.from_pipe(content, "get", "system-uuid")
            self.assertEqual((code, out), (7, ""), len(content))
            self.assertRegex(message, r"\Ahwident: \w+: standard input: [^\n]*\n\Z")

    def test_a_closed_standard_input_is_an_error(self):
        done = subprocess.run(["sh", "-c", '"$0" --from - <&-', HWIDENT], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (8, ""))

    def test_dump_to_standard_output(self):
        done = subprocess.run([HWIDENT, "--from", TOP / "testdata/qemu-seabios.bin", "dump", "-"],
                              capture_output=True)
        self.assertEqual((done.returncode, done.stdout), (0, self.bytes))
        with open("/dev/full", "w") as full:
            done = subprocess.run([HWIDENT, "--from", TOP / "testdata/qemu-seabios.bin", "dump", "-"],
                                  stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 8)
        self.assertEqual(self.run_on_terminal("dump", "-"), 2)

    def run_on_terminal(self, *arguments):
        leader, follower = os.openpty()
        done = subprocess.run([HWIDENT, "--from", TOP / "testdata/qemu-seabios.bin", *arguments],
                              stdout=follower, stderr=subprocess.DEVNULL)
        os.close(follower)
        os.close(leader)
        return done.returncode

    def test_a_reader_that_goes_away_ends_it_quietly(self):
        done = subprocess.run(["bash", "-c", '"$0" --from "$1" show | head -1', HWIDENT,
                               str(TOP / "testdata/synthetic.bin")], capture_output=True, text=True)
        self.assertEqual((done.stdout.count("\n"), done.stderr), (1, ""))


if __name__ == "__main__":
    main()
