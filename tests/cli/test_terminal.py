# The output on terminals of 40, 80 and 200 columns, and on a pipe.
# SPDX-License-Identifier: MIT
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import threading

from hwident import HWIDENT, TOP, Case, alone
import tables
from closing import main
from test_fleet import machine as small_machine
from test_summary import array, device, machine, slot

WIDTHS = (40, 80, 200)
COLOR = re.compile(r"\033\[\d*m")


def window(width):
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    return leader, follower


def read_all(leader, into):
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            return
        if not part:
            return
        into.append(part)


def on_terminal(stream, width, *command, **environment):
    """What the command prints to `stream`, a terminal; and what its other stream gets."""
    leader, follower = window(width)
    screen = []
    reader = threading.Thread(target=read_all, args=(leader, screen))
    reader.start()
    env = {"PATH": os.environ["PATH"], "TERM": "xterm", **environment}
    other = "stderr" if stream == "stdout" else "stdout"
    done = subprocess.run(list(map(str, command)), env=env, timeout=60,
                          **{stream: follower, other: subprocess.PIPE})
    os.close(follower)
    reader.join()
    os.close(leader)
    return b"".join(screen).decode().replace("\r\n", "\n"), getattr(done, other).decode()


class Terminal(Case):
    def screen(self, dump, *arguments, width=80, **environment):
        return on_terminal("stdout", width, HWIDENT, "--from", dump, *arguments, **environment)[0]

    def slots(self, count, full):
        return self.file(f"slots-{count}", machine(array(), *(
            device(f"D{n}", 8192 if n < full else 0, 100 + n, part=f"P{n % 2}") for n in range(count))))

    def test_color_is_for_terminals_unless_asked_for(self):
        dump = self.file("dump", machine())
        for command, label in (("summary", "System"), ("explain", "Problem")):
            label = f"\033[1m{label}"
            for arguments, environment, on_a_terminal, in_a_pipe in (
                    ((), {}, True, False), (("--color", "auto"), {}, True, False),
                    ((), {"NO_COLOR": "1"}, False, False), ((), {"TERM": "dumb"}, False, False),
                    (("--color", "always"), {"NO_COLOR": "1"}, True, True),
                    (("--color=never",), {}, False, False), (("--no-color",), {}, False, False)):
                with self.subTest(command=command, arguments=arguments, environment=environment):
                    screen = self.screen(dump, command, *arguments, **environment)
                    self.assertEqual(label in screen, on_a_terminal)
                    env = {"TERM": "xterm", **environment}
                    pipe = self.good("--from", dump, command, *arguments, env=env)
                    self.assertEqual(label in pipe, in_a_pipe)
        self.bad(2, "USAGE", "--color", "sometimes")

    def test_placeholders_are_dimmed(self):
        dump = self.file("dump", tables.dump(tables.table(tables.system(strings=(
            "Maker", "Product", "1", "Default string", "SKU", "F")), tables.end())))
        self.assertIn("\033[2mDefault string (placeholder)\033[0m", self.screen(dump))

    def test_lists_are_cut_on_a_terminal_only_where_there_is_no_room(self):
        dump = self.file("dump", machine(*(slot(f"SLOT{n}", 4, 100 + n) for n in range(30))))
        for width in WIDTHS:
            cut = self.screen(dump, "--no-color", width=width)
            full = self.screen(dump, "--no-color", "--full", width=width)
            self.assertRegex(re.sub(r"\s+", " ", cut), r"and \d+ more")
            self.assertNotIn("more", full)
            self.assertIn("SLOT29", full)
        self.assertIn("SLOT29", self.good("--from", dump))
        few = self.file("few", machine(*(slot(f"SLOT{n}", 4, 100 + n) for n in range(8))))
        self.assertIn("SLOT7", self.screen(few, "--no-color", width=200))

    def test_modules_of_many_kinds_are_counted_on_a_terminal(self):
        dump = self.file("dump", machine(array(), *(device(f"D{n}", 1024, 100 + n, part=f"P{n}")
                                                    for n in range(40))))
        self.assertRegex(self.screen(dump, "--no-color", width=200), r"\n {10}\d+x others\n")
        self.assertIn("P39: D39", self.screen(dump, "--no-color", "--full", width=200))

    def test_the_picture_has_every_slot_at_every_width(self):
        for count, full in ((24, 12), (32, 32), (32, 8), (128, 128)):
            dump = self.slots(count, full)
            for width in WIDTHS:
                with self.subTest(count=count, width=width):
                    text = self.screen(dump, "--no-color", "--full", width=width)
                    self.assertLessEqual(max(map(len, text.splitlines())), width)
                    drawing = re.search(r"no ECC (.*?) \d+x \d", re.sub(r"\n +", " ", text))[1]
                    modules = drawing.count("[8G]")
                    modules += sum(int(n) - 1 for n in re.findall(r"x(\d+)", drawing))
                    empty = drawing.count("[  ]") + sum(map(int, re.findall(r"(\d+) empty", drawing)))
                    self.assertEqual((modules, empty), (full, count - full))

    def test_lint_and_explain_fold_to_the_width(self):
        dump = self.file("dump", tables.dump(tables.table(tables.system(), tables.structure(100),
                                                          tables.end())))
        for command, indent in (("lint", 8), ("explain", 10)):
            done = self.run_hwident("--from", dump, command)
            whole = re.sub(r"\s+", "", done.stdout)
            for width in WIDTHS:
                with self.subTest(command=command, width=width):
                    text = self.screen(dump, command, "--no-color", width=width)
                    self.assertEqual(re.sub(r"\s+", "", text), whole)
                    self.assertLessEqual(max(map(len, text.splitlines())), width)
            narrow = self.screen(dump, command, "--no-color", width=40)
            narrow_labels, labels = (
                sum(not line.startswith(indent * " ") for line in text.splitlines())
                for text in (narrow, done.stdout))
            self.assertEqual(narrow_labels, labels)
            self.assertRegex(narrow, rf"\n {{{indent}}}\S")
            self.assertEqual(len(done.stdout.splitlines()), len(self.screen(
                dump, command, "--no-color", width=500).splitlines()))

    def test_makers_of_memory_have_names(self):
        for number, name in (("80CE000080CE", "Samsung"), ("80AD", "SK hynix"), ("802C", "Micron")):
            memory = tables.structure(17, struct.pack("<HHHHHBBBBBHHBBBBBIH", 16, 0xFFFE, 64, 64, 8192,
                                                      9, 0, 1, 0, 0x1A, 0, 3200, 2, 0, 0, 3, 1, 0, 3200),
                                      ("A1", number, "PART-1"), 20)
            text = self.good("--from", self.file("dump", machine(array(), memory)))
            self.assertRegex(text, rf"(?i)3200 MT/s, {name}[^,\n]*, PART-1: A1\n")
            self.assertNotIn(number, text)


@alone
class Progress(Case):
    """Opening each dump is delayed so that all of them take over a second."""

    def setUp(self):
        super().setUp()
        self.dumps = self.folder / "dumps"
        self.dumps.mkdir()
        for n in range(130):
            (self.dumps / f"{n:03}").write_bytes(small_machine(bytes([n]) * 2 + tables.UUID_STORED[2:],
                                                               f"QX71-{n:04}"))

    def slowly(self, *arguments):
        return ("strace", "-qq", "-o", "/dev/null", "-e", "trace=?open,?openat", "-e",
                "inject=?open,?openat:delay_enter=15000", HWIDENT, "duplicates", "--from", self.dumps, *arguments)

    def test_it_is_on_a_terminal_on_stderr_and_is_wiped(self):
        screen, out = on_terminal("stderr", 80, *self.slowly())
        self.assertRegex(screen, r"\A(\r\d+ of 130 dumps)+\r\033\[K\Z")
        self.assertTrue(out.endswith("130 dumps, 0 shared values\n"), out)
        self.assertNotIn(" of 130", out)

    def test_it_is_nowhere_else(self):
        screen, err = on_terminal("stdout", 80, *self.slowly())
        self.assertEqual(err, "")
        self.assertNotIn(" of 130", screen)
        self.assertEqual(on_terminal("stderr", 80, *self.slowly("--quiet"))[0], "")


class Pipes(Case):
    def test_a_reader_that_goes_away_ends_every_command_quietly(self):
        dump = TOP / "testdata/qemu-seabios.bin"
        for arguments in (["summary"], ["get", "system-uuid"], ["show"], ["code", "--app", "x"],
                          ["match", "b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65"], ["explain"], ["lint"], ["report", "-"],
                          ["duplicates"], ["dump", "-"], ["help"], ["--json"], ["--json", "show"],
                          ["--format", "env"], ["--format", "prometheus"]):
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run([HWIDENT, "--from", dump, *arguments], stdout=writer,
                                  stderr=subprocess.PIPE)
            os.close(writer)
            self.assertEqual((done.returncode, done.stderr), (-13, b""), arguments)


if __name__ == "__main__":
    main()
