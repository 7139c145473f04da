# summary: the picture of the machine, on a pipe and on terminals of any width.
# SPDX-License-Identifier: MIT
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios

from hwident import DUMPS, HWIDENT, TOP, Case, with_dumps
import tables
from closing import main

GOLDEN = TOP / "tests/cli/golden"
LABEL = 10  # characters before the text


def processor(version="Fast CPU", cores=8, threads=16, status=0x41, handle=4):
    return tables.structure(4, b"\1\3\1\2" + bytes(8) + b"\3\0" +
                            struct.pack("<HHH", 100, 4000, 3000) + bytes([status, 1]) +
                            b"\xff\xff" * 3 + b"\0\0\0" + bytes([cores, cores, threads]) +
                            b"\4\0\1\0", ("CPU0", "Maker", version), handle)


def array(handle=16, use=3, gib=64, correction=3):
    kib = gib << 20
    return tables.structure(16, bytes([3, use, correction]) +
                            struct.pack("<IHHQ", min(kib, 1 << 31), 0xFFFE, 4, kib << 10), (), handle)


def device(locator, mib, handle, owner=16, part="PART-1", speed=3200, bank="", configured=None):
    return tables.structure(17, struct.pack("<HHHHHBBBBBHHBBBBBIH", owner, 0xFFFE, 64, 64, mib, 9,
                                            0, 1, 4 if bank else 0, 0x1A, 0, speed, 2, 0, 0, 3, 1, 0,
                                            configured or speed),
                            (locator, "Maker", part) + ((bank,) if bank else ()), handle)


def slot(name, usage, handle, kind=0xAA):
    return tables.structure(9, bytes([1, kind, 0x0D, usage, 4, 1, 0, 4, 0]), (name,), handle)


def port(kind, handle, connector=0x12):
    return tables.structure(8, bytes([0, 0, 1, connector, kind]), ("JUSB",), handle)


def machine(*more):
    return tables.dump(tables.table(tables.bios(), tables.system(), tables.board(),
                                    tables.chassis(), *more, tables.end()))


class Picture(Case):
    def lines(self, *more):
        """The text behind each label, of lines that go on joined by newlines."""
        text = self.good("--from", self.file("dump", machine(*more)))
        return {m[1]: m[2].replace("\n" + LABEL * " ", "\n") for m in
                re.finditer(r"^(\w+) +((?:.*)(?:\n {10}.*)*)$", text, re.M)}

    def test_processors_are_counted_by_socket_and_core(self):
        self.assertEqual(self.lines(processor())["Processor"],
                         "Fast CPU, 1 of 1 socket, 8 cores, 16 threads")
        self.assertEqual(self.lines(processor(), processor(handle=5), processor(status=0, handle=6))
                         ["Processor"], "Fast CPU x2, 2 of 3 sockets, 16 cores, 32 threads")
        self.assertEqual(self.lines(processor(), processor("Slow CPU", 1, 1, handle=5))
                         ["Processor"], "Fast CPU, Slow CPU, 2 of 2 sockets, 9 cores, 17 threads")
        self.assertNotIn("Processor", self.lines())

    def test_a_blade_has_an_identity_of_its_own(self):
        stored = bytes.fromhex("4a7c91d2e85b034fa1b2c3d4e5f60718")
        own = "d2917c4a-5be8-4f03-a1b2-c3d4e5f60718"
        server = tables.system(stored, ("HP", "ProLiant BL460c Gen8", "V1", "CZ9041QK7X", "S", "F"))
        profile = tables.system(strings=("HP", "ProLiant BL460c Gen8", "V1", "VCX7300K2Q", "S", "F"))
        record = tables.structure(226, stored + b"\1", ("CZ9041QK7X",), 9)

        def blade(*structures):
            return self.file("blade", tables.dump(tables.table(*structures, tables.end())))

        self.assertRegex(self.good("--from", blade(profile, record)),
                         rf"\nPhysical  CZ9041QK7X, {own} \([^)]+\)\n")
        self.assertEqual(self.good_json("--from", blade(profile, record))["physical"],
                         {"serial_number": "CZ9041QK7X", "uuid": own, "differs": True})
        self.assertNotIn("Physical", self.good("--from", blade(server, record)))
        self.assertEqual(self.good_json("--from", blade(server, record))["physical"]["differs"],
                         False)
        empty = tables.structure(226, bytes(16) + b"\0", (), 9)
        self.assertNotIn("physical", self.good_json("--from", blade(profile, empty)))
        # Another vendor's type 226 is something else.
        self.assertNotIn("physical", self.good_json("--from", blade(tables.system(), record)))

    def test_memory_shows_slots_and_modules(self):
        lines = self.lines(array(), device("A1", 8192, 20), device("A2", 0, 21),
                           device("B1", 8192, 22), device("B2", 512, 23, part="PART-2"))
        self.assertEqual(lines["Memory"].splitlines(), [
            "16.5 GiB in 3 of 4 slots, at most 64 GiB, no ECC",
            "A [  8G] [    ]  B [  8G] [512M]",
            "2x 8 GiB DDR4 DIMM 3200 MT/s, Maker, PART-1: A1, B1",
            "1x 512 MiB DDR4 DIMM 3200 MT/s, Maker, PART-2: B2",
            "1 empty: A2"])

    def test_memory_of_many_slots_is_drawn_in_runs(self):
        lines = self.lines(array(), *(device(f"D{n}", 8192 if n < 40 else 0, 100 + n)
                                      for n in range(64)))
        self.assertEqual(lines["Memory"].splitlines(), [
            "320 GiB in 40 of 64 slots, at most 64 GiB, no ECC",
            "[8G] x40 24 empty",
            "40x 8 GiB DDR4 DIMM 3200 MT/s, Maker, PART-1: " + ", ".join(f"D{n}" for n in range(40)),
            "24 empty: " + ", ".join(f"D{n}" for n in range(40, 64))])

    def test_memory_of_many_kinds_is_shown_whole_on_a_pipe(self):
        lines = self.lines(array(), *(device(f"D{n}", 1024, 100 + n, part=f"P{n}")
                                      for n in range(20)))
        self.assertEqual(len(lines["Memory"].splitlines()), 22)
        self.assertEqual(lines["Memory"].splitlines()[-1],
                         "1x 1 GiB DDR4 DIMM 3200 MT/s, Maker, P19: D19")

    def test_slots_that_share_a_locator_are_named_by_their_bank(self):
        slots = [device("DIMM 1", 0, 20, bank="P0 CHANNEL A"),
                 device("DIMM 2", 16384, 21, bank="P0 CHANNEL A"),
                 device("DIMM 1", 0, 22, bank="P0 CHANNEL B"),
                 device("DIMM 2", 16384, 23, bank="P0 CHANNEL B")]
        self.assertEqual(self.lines(array(), *slots)["Memory"].splitlines(), [
            "32 GiB in 2 of 4 slots, at most 64 GiB, no ECC",
            "P0 CHANNEL A [   ] [16G]  P0 CHANNEL B [   ] [16G]",
            "2x 16 GiB DDR4 DIMM 3200 MT/s, Maker, PART-1: "
            "P0 CHANNEL A DIMM 2, P0 CHANNEL B DIMM 2",
            "2 empty: P0 CHANNEL A DIMM 1, P0 CHANNEL B DIMM 1"])

    def test_slots_of_two_processors_are_drawn_by_processor(self):
        slots = [device(f"PROC {cpu} DIMM {n}", 8192 if n % 2 else 0, 20 * cpu + n)
                 for cpu in (1, 2) for n in range(1, 5)]
        self.assertEqual(self.lines(array(), *slots)["Memory"].splitlines()[1],
                         "PROC 1 [8G] [  ] [8G] [  ]  "
                         "PROC 2 [8G] [  ] [8G] [  ]")

    def test_the_empty_slots_of_a_virtual_machine_take_one_line(self):
        slots = [device(f"RAM slot #{n}", 4096 if n == 0 else 0, 100 + n, bank=f"RAM slot #{n}")
                 for n in range(128)]
        lines = self.lines(array(), *slots)["Memory"].splitlines()
        self.assertEqual(lines[1], "[4G] 127 empty")
        self.assertEqual(len(lines), 4)

    def test_a_speed_below_the_rated_one_is_told(self):
        lines = self.lines(array(), device("A1", 8192, 20, speed=3200, configured=2666))
        self.assertEqual(lines["Memory"].splitlines()[2],
                         "1x 8 GiB DDR4 DIMM 2666 MT/s (rated 3200), Maker, PART-1: A1")

    def test_sizes_are_as_people_write_them(self):
        lines = self.lines(array(gib=7680), device("A1", 24 << 10, 20))
        self.assertEqual(lines["Memory"].splitlines()[0],
                         "24 GiB in 1 of 1 slot, at most 7.5 TiB, no ECC")

    def test_error_correction_is_told(self):
        self.assertTrue(self.lines(array(correction=6), device("A1", 8192, 20))["Memory"]
                        .splitlines()[0].endswith(", Multi-bit ECC"))
        self.assertTrue(self.lines(array(correction=2), device("A1", 8192, 20))["Memory"]
                        .splitlines()[0].endswith("64 GiB"))

    def test_processors_that_are_disabled_are_not_in_use(self):
        processors = [processor(handle=4), *(processor(status=0x43, handle=5 + n) for n in range(6)),
                      processor(status=0, handle=20)]
        self.assertEqual(self.lines(*processors)["Processor"],
                         "Fast CPU, 1 of 8 sockets (6 disabled, 1 empty), 8 cores, 16 threads")

    def test_shell_variables_have_the_names_and_numbers_of_the_json(self):
        dump = self.file("dump", machine(processor(), processor(status=0x43, handle=5), array(),
                                         device("A1", 8192, 20), device("A2", 0, 21),
                                         slot("SLOT1", 4, 30), slot("SLOT2", 3, 31)))
        report = self.good_json("--from", dump)
        lines = self.good("--from", dump, "--format", "env").splitlines()
        variables = dict(line.split("=", 1) for line in lines)
        for group in ("processors", "memory", "slots", "power_supplies"):
            for key, value in report[group].items():
                if not isinstance(value, list):
                    self.assertEqual(variables[f"HWIDENT_{group}_{key}".upper()], f"'{value}'")

    def test_placeholders_are_marked(self):
        dump = self.file("dump", tables.dump(tables.table(tables.system(strings=(
            "To be filled by O.E.M.", "Product", "1", "Default string", "SKU", "F")), tables.end())))
        self.assertIn("System    To be filled by O.E.M. (placeholder), Product, 1\n"
                      "Serial    Default string (placeholder)\n", self.good("--from", dump))

    def test_each_kind_of_part_has_a_line(self):
        lines = self.lines(
            tables.structure(7, struct.pack("<BHHHHHBBBB", 1, 0x0180, 512, 512, 2, 2, 0, 3, 5, 7),
                             ("L1",), 50),
            tables.structure(7, struct.pack("<BHHHHHBBBB", 1, 0x0181, 4096, 4096, 2, 2, 0, 3, 5, 7),
                             ("L2",), 51),
            tables.structure(41, b"\1\x85\1" + bytes(4), ("LAN",), 52),
            tables.structure(10, b"\x83\1\3\2", ("VGA", "off"), 53),
            tables.structure(39, bytes([1, 0, 1, 0, 0, 0, 0, 0]) + struct.pack("<HHHHH", 750, 2, *[0xFFFF] * 3),
                             ("Supply",), 54),
            tables.structure(39, bytes([1, 0, 1, 0, 0, 0, 0, 0]) + struct.pack("<HHHHH", 750, 0, *[0xFFFF] * 3),
                             ("Supply",), 55),
            tables.structure(22, bytes([0, 1, 0, 0, 2, 6]) + struct.pack("<HHBBHHBBI", 5000, 11100, 0, 0xFF,
                                                                        0, 0, 0, 1, 0), ("Cells", "B1"), 56),
            tables.structure(43, b"IFX\0\2\0" + bytes(8) + b"\0" + bytes(12), (), 57),
            tables.structure(38, bytes([1, 0x20, 0x20, 0xFF]) + bytes(8) + b"\0\0", (), 58))
        self.assertEqual({name: lines.get(name) for name in
                          ("Cache", "Onboard", "Power", "Battery", "TPM", "BMC")},
                         {"Cache": "L1 512 KiB, L2 4 MiB",
                          "Onboard": "Video (VGA), Ethernet (LAN)",
                          "Power": "1 of 2 present: 750 W (Supply)",
                          "Battery": "Cells B1, 5 Wh", "TPM": "TPM 2.0, IFX",
                          "BMC": "IPMI 2.0, KCS (Keyboard Control Style)"})

    def test_memory_whose_size_nobody_knows_has_none(self):
        unknown = device("A1", 0xFFFF, 20)
        lines = self.lines(array(), unknown, device("A2", 0xFFFF, 21))["Memory"].splitlines()
        self.assertEqual(lines[:3], ["unknown size in 2 of 2 slots, at most 64 GiB, no ECC", "[ ?] [ ?]",
                                     "2x of unknown size DDR4 DIMM 3200 MT/s, Maker, PART-1: A1, A2"])
        lines = self.lines(array(), unknown, device("A2", 8192, 21))["Memory"].splitlines()
        self.assertEqual(lines[:2], ["at least 8 GiB in 2 of 2 slots, at most 64 GiB, no ECC", "[ ?] [8G]"])

    def test_other_memory_is_not_the_machines(self):
        lines = self.lines(array(), device("A1", 8192, 20), array(17, use=5),
                           device("FLASH", 16, 21, owner=17))
        self.assertEqual(lines["Memory"].splitlines()[0], "8 GiB in 1 of 1 slot, at most 64 GiB, no ECC")

    def test_slots_in_use_and_ports_are_counted(self):
        lines = self.lines(slot("SLOT1", 4, 30), slot("SLOT2", 3, 31), slot("SLOT3", 4, 32),
                           port(0x10, 40), port(0x10, 41), port(0x1F, 42), port(0x10, 43, 0))
        self.assertEqual(lines["Slots"], "2 of 3 in use: SLOT1 (PCI Express x16), "
                                         "SLOT3 (PCI Express x16)")
        self.assertEqual(lines["Ports"], "USB x2, Network Port")

    def test_slots_without_a_name(self):
        for name, kind, expected in (("", 0xAA, "PCI Express x16"), ("J1", 0xEE, "J1"),
                                     (" ", 0xEE, "unnamed")):
            dump = self.file("dump", tables.dump(tables.table(tables.system(), tables.structure(
                9, bytes([name != "", kind, 0x0D, 4, 4, 1, 0, 4, 0]), (name,) if name else ()))))
            self.assertIn(f"\nSlots     1 of 1 in use: {expected}\n",
                          self.good("--from", dump, "summary"))

    def test_spaces_around_values_are_not_shown(self):
        dump = self.file("dump", tables.dump(tables.table(tables.system(
            strings=(" Maker  ", "Product   ", "  ", "SN-1  ", "SKU", "F")), tables.end())))
        text = self.good("--from", dump)
        self.assertIn("System    Maker, Product\nSerial    SN-1\n", text)

    def test_findings_are_counted_by_rule(self):
        lines = self.lines(tables.structure(100, b"", (), 50), tables.structure(101, b"", (), 51))
        self.assertIn("reserved-type x2", lines["Findings"])
        # In the order in which they are found first.
        short = tables.structure(2, b"", (), 50)
        first, second = (self.lines(*parts)["Findings"] for parts in (
            (short, tables.structure(100, b"", (), 51), short),
            (tables.structure(100, b"", (), 51), short, short)))
        self.assertRegex(first, "short-structure x2.*reserved-type")
        self.assertRegex(second, "reserved-type.*short-structure x2")
        self.assertIn("(`hwident lint`)", lines["Findings"])
        text = self.good("--from", TOP / "testdata/qemu-seabios.bin")
        self.assertNotIn("Findings", text)

    def test_testdata_has_the_summaries_that_were_reviewed(self):
        for path in sorted(GOLDEN.glob("*.summary")):
            text = self.good("--from", f"testdata/{path.stem}.bin", cwd=TOP)
            self.assertEqual(text, path.read_text(), path)

    @with_dumps
    def test_dumps_fit_a_screen(self):
        for path in DUMPS:
            self.assertLessEqual(len(self.good("--from", path).splitlines()), 32, path)


class Terminal(Case):
    def setUp(self):
        super().setUp()
        self.dump = self.file("dump", machine(processor(), array(), device("A1", 8192, 20)))

    def screen(self, *arguments, width=80, **environment):
        """What a terminal of this width gets."""
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        env = {"PATH": os.environ["PATH"], "TERM": "xterm", **environment}
        subprocess.run([HWIDENT, "--from", self.dump, *arguments], stdout=follower, env=env,
                       check=True, timeout=60)
        os.close(follower)
        data = b""
        while True:
            try:
                data += (part := os.read(leader, 65536))
            except OSError:
                break
            if not part:
                break
        os.close(leader)
        return data.decode().replace("\r\n", "\n")

    def test_colour_only_on_a_terminal_that_has_it(self):
        self.assertIn("\033[1mSystem    \033[0m", self.screen())
        for text in (self.screen("--no-color"), self.screen(NO_COLOR="1"),
                     self.screen(TERM="dumb"), self.good("--from", self.dump)):
            self.assertNotIn("\033", text)
        self.assertIn("\033", self.screen(NO_COLOR=""))

    def test_a_wide_terminal_gets_what_a_pipe_gets(self):
        self.assertEqual(self.screen("--no-color", width=1000), self.good("--from", self.dump))

    def test_a_narrow_terminal_gets_it_all_under_each_other(self):
        whole = re.sub(r"\s+", "", self.good("--from", self.dump))
        for width in (30, 40, 57, 80):
            for text in (self.screen("--no-color", width=width),
                         self.screen("--no-color", width=500, COLUMNS=str(width))):
                self.assertEqual(re.sub(r"\s+", "", text), whole)
                self.assertLessEqual(max(map(len, text.splitlines())), width)
                for line in text.splitlines():
                    self.assertRegex(line, r"\A(\w+ +| {10})\S")

    def test_an_empty_slot_is_drawn_on_one_line(self):
        self.dump = self.file("dump", machine(array(), *(
            device(f"D{n}", 8192 if n % 3 else 0, 100 + n) for n in range(24))))
        for width in range(31, 130):
            drawing = re.search(r"^ {10}\[.*(?:\n {10}.*\].*)*", self.screen("--no-color", width=width),
                                re.M)[0]
            for line in drawing.splitlines():
                self.assertRegex(line, r"\A {10}(\[(  |8G)\] ?)+\Z")
                self.assertEqual(line, line.rstrip())

    def test_a_terminal_that_does_not_tell_its_width(self):
        for text in (self.screen(width=0), self.screen(width=0, COLUMNS="nonsense"),
                     self.screen(width=0, COLUMNS="-3")):
            plain = re.sub(r"\033\[\d*m", "", text)
            self.assertLessEqual(max(map(len, plain.splitlines())), 80)


if __name__ == "__main__":
    main()
