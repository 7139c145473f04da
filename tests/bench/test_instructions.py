# How many instructions a start and an inventory take. They do not depend on the machine's speed or
# load, so a change that needs more of them fails here.
# SPDX-License-Identifier: MIT
import bisect
import contextlib
import hashlib
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing
import dumps
import made
import newest
import tables
from callgrind import instructions, touched

VALGRIND, DMIDECODE = shutil.which("valgrind"), shutil.which("dmidecode")
HWIDENT, SPAWN = TOP / "build/hwident", TOP / "build/bench/spawn"
NEWEST = newest.words(TOP / "build")
DUMPS = sorted((TOP / "testdata").glob("*.bin"))
HANDLES = 0x10000  # then they begin again


def same(type_, data, strings):
    return lambda number: tables.structure(type_, data, strings, number % HANDLES)


def own_texts(number):
    """Each device has a text that no other one has."""
    devices = b"".join(bytes((0x80 | device % 8, device)) for device in range(1, 126))
    return tables.structure(10, devices, [f"{number * 125 + i:x}" for i in range(125)], number)


def serial(text):
    """A board whose serial number depends on the structure's number."""
    return lambda number: tables.structure(2, b"\0\0\0\1", [text(number)], number % HANDLES)


def own_uuid(number):
    """A system with a UUID that no other one has."""
    uuid = hashlib.sha256(str(number).encode()).digest()[:16]
    return tables.structure(1, bytes(4) + uuid, (), number % HANDLES)


def code(program):
    """Where a 64 bit program's first segment begins and ends: its code and constants."""
    data = program.read_bytes()
    at, = struct.unpack_from("<Q", data, 32)
    begin, size = struct.unpack_from("<16xQ8x8xQ", data, at)
    return begin, begin + size


def symbols(program):
    """A function that names the symbol at an address or before it."""
    lines = subprocess.run(["nm", "-n", program], check=True, capture_output=True, text=True).stdout
    known = [(int(line[:16], 16), line[19:]) for line in lines.splitlines() if line[0] != " "]
    return lambda at: known[bisect.bisect(known, (at, "~")) - 1][1]


@contextlib.contextmanager
def filled(make, kib):
    """A dump of a table of one made structure after another."""
    structures, size = [], 0
    while size < kib << 10:
        structures.append(make(len(structures)))
        size += len(structures[-1])
    data = tables.system() + b"".join(structures) + tables.end()
    with tempfile.TemporaryDirectory() as folder:
        dump = pathlib.Path(folder, "dump")
        dump.write_bytes(tables.dump(data, tables.sm3(len(data))))
        yield dump


WINDOW = 64 << 10
LARGEST_KIB = 16 * 1024 - 4  # the largest table, but for what stands around the structures
REDACT = "--redact get system-uuid"

# How a structure is made, from its number, and the most instructions for a byte. Two bytes are an on
# board device, which makes these the worst of all. Where half of them say nothing, most of what lint
# needs is the texts of the first 10,000 findings. And report writes 120 bytes for each byte of
# theirs.
WORST = {
    "on board devices, half say nothing": (
        same(10, b"\x83\1\x85\2" * 62, ["x", "To be filled by O.E.M."]),
        {"summary": 460, "--json summary": 80, "lint": 950}),
    "on board devices, a long text": (
        same(10, b"\x83\1" * 125, ["A long one. " * 12]), {"summary": 370, "lint": 290, "report -": 2200}),
    "on board devices, texts of their own": (own_texts, {"summary": 640, "lint": 430}),
    "slots with peers": (
        same(9, b"\1\x06\x05\4\4\1" + bytes(7) + b"\5\x2D" + b"\0\0\5\0\5" * 45, ["Slot"]),
        {"summary": 285, "--json summary": 90}),
    "group items": (same(14, b"\1" + b"\1\0\1" * 83, ["Group"]), {"lint": 215}),
    "event log descriptors": (
        same(15, bytes(13) + b"\0\0\0\0\x70\2" + b"\1\2" * 112, []), {"lint": 420}),
    "serial numbers": (serial(lambda number: f"{number:05x}q7"), {REDACT: 560, "lint": 260}),
    "serial numbers, long": (
        serial(lambda number: f"S{number:05x}q7" + "LONG SERIAL " * 6), {REDACT: 560}),
    "UUIDs": (own_uuid, {REDACT: 800, "summary": 420, "lint": 850}),
    # Of a text that is longer than 255 characters, the first 255 and the rest are replaced everywhere.
    "runs of all lengths": (serial(lambda number: "A" * (259 + number % 200)), {REDACT: 650}),
    "texts that end as they begin": (serial(lambda number: f"!{number:05x}q7!"), {REDACT: 540}),
}


@unittest.skipUnless(VALGRIND and DMIDECODE, "no valgrind or dmidecode")
@unittest.skipUnless(os.uname().machine == "x86_64", "counted on x86_64")
class Instructions(unittest.TestCase):
    def test_a_start(self):
        """A third of these are malloc for four pieces of memory, a tenth is reading the options."""
        with self.start() as words:
            self.assertLess(instructions(*words), 14200)

    def test_a_start_stays_in_the_first_window_that_the_kernel_loads(self):
        """The kernel loads 64 KiB at once. START in src/musl.mk says which files stand there."""
        begin, end = code(HWIDENT)
        with self.start() as words:
            outside = {at for at in touched(*words) if begin + WINDOW <= at < end}
        self.assertEqual(sorted(set(map(symbols(HWIDENT), outside))), [])

    @contextlib.contextmanager
    def start(self):
        """The command of a start, with tables as an engine mounts them."""
        data = (TOP / "testdata/qemu-seabios.bin").read_bytes()
        with tempfile.TemporaryDirectory() as name:
            folder = tables.write_dump(pathlib.Path(name), data)
            yield [HWIDENT, "--tables", folder, "get", "system-uuid"]

    def test_a_start_in_a_pod_with_300_variables(self):
        """musl's start needs four instructions for each, and hwident looks for two variables."""
        start = [HWIDENT, "get", "system-uuid"]
        each = (instructions(*start, environment=made.POD) - instructions(*start)) / len(made.POD)
        print(f"a variable in the environment: {each:.0f} instructions")
        self.assertLess(each, 25)

    def test_inventories_beside_dmidecode(self):
        dmidecode, text, json = (sum(instructions(*words, dump, *more) for dump in DUMPS)
                                 for words, more in (([DMIDECODE, "--from-dump"], []),
                                                     ([HWIDENT, "--from"], ["show"]),
                                                     ([HWIDENT, "--from"], ["show", "--json"])))
        print(f"dmidecode's instructions: show {text / dmidecode:.2f}, --json {json / dmidecode:.2f}")
        self.assertLess(text / dmidecode, 0.28)
        self.assertLess(json / dmidecode, 0.6)

    @dumps.needs_dumps
    @unittest.skipUnless(NEWEST, "no dmidecode 3.7: make check-sweep gets it")
    def test_the_largest_tables_of_real_machines_beside_dmidecode_3_7(self):
        """0.347, with some room, since Debian's newest libc counts too. A third of it is the text:
        strlen 13 %, copying 8 %, the rest of each line 12 %. Looking for the rows' fields is another
        third. VMware's guests, with hundreds of structures that have hardly a text, are the
        slowest."""
        largest = sorted(dumps.DUMPS, key=lambda dump: -dump.stat().st_size)[:12]
        theirs = {dump: instructions(*NEWEST, "--from-dump", dump) for dump in largest}
        ours = {dump: instructions(HWIDENT, "--from", dump, "show") for dump in largest}
        ratio = sum(ours.values()) / sum(theirs.values())
        slowest = max(ours[dump] / theirs[dump] for dump in largest)
        print(f"the largest of real machines: show {ratio:.3f}, the slowest {slowest:.3f}")
        self.assertLess(ratio, 0.357)
        self.assertLess(slowest, 0.395)

    def test_the_table_of_a_large_server_beside_dmidecode(self):
        with tempfile.TemporaryDirectory() as name:
            dump = pathlib.Path(name, "server.bin")
            dump.write_bytes(made.large_server())
            lint = subprocess.run([HWIDENT, "--from", dump, "lint"], capture_output=True, text=True)
            self.assertEqual((lint.returncode, lint.stdout), (0, "0 findings\n"), "it is made wrongly")
            dmidecode, text, json = (instructions(*words) for words in (
                [DMIDECODE, "--from-dump", dump], [HWIDENT, "--from", dump, "show"],
                [HWIDENT, "--from", dump, "show", "--json"]))
        print(f"a large server's: show {text / dmidecode:.2f}, --json {json / dmidecode:.2f}")
        self.assertLess(text / dmidecode, 0.35)
        self.assertLess(json / dmidecode, 0.85)

    def test_four_times_the_table_takes_at_most_five_times_as_long_to_redact(self):
        """As many serial numbers as fit, each looked for in all of the table."""
        spent = []
        with tempfile.TemporaryDirectory() as name:
            for count in (2500, 10000):
                serials = (tables.structure(2, b"\0\0\0\1", (f"{n:05x}q{n:05x}",), n)
                           for n in range(count))
                data = tables.system() + b"".join(serials) + tables.end()
                dump = pathlib.Path(name, str(count))
                dump.write_bytes(tables.dump(data, tables.sm3(len(data))))
                spent.append(instructions(HWIDENT, "--from", dump, "--redact", "get", "system-uuid"))
        print(f"redaction of four times the table: {spent[1] / spent[0]:.2f} times the instructions")
        self.assertLess(spent[1], 5 * spent[0])

    def test_a_byte_of_the_worst_tables(self):
        """Each is one structure after another that has as many parts as fit."""
        for name, (make, bounds) in WORST.items():
            for command, most in bounds.items():
                with self.subTest(table=name, command=command):
                    small, large = (self.for_a_byte(command, make, size) for size in (64, 256))
                    print(f"{command}, {name}: {small:.0f} and {large:.0f} for a byte")
                    self.assertLess(large, 1.2 * small)
                    self.assertLess(large, most)

    def test_the_largest_of_the_worst_tables_take_less_than_64_mib_to_redact(self):
        for name in ("serial numbers", "UUIDs", "texts that end as they begin"):
            with self.subTest(table=name), filled(WORST[name][0], LARGEST_KIB) as dump:
                done = subprocess.run([SPAWN, "1", HWIDENT, "--from", dump, *REDACT.split()],
                                      check=True, capture_output=True, text=True)
                print(f"{name}: {int(done.stderr):,} KiB")
                self.assertLess(int(done.stderr), 64 << 10)

    def for_a_byte(self, command, make, kib):
        with filled(make, kib) as dump:
            return instructions(HWIDENT, "--from", dump, *command.split()) / (dump.stat().st_size - 32)


if __name__ == "__main__":
    closing.main()
