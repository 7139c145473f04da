# Called as dmidecode: its options, its words, its exit codes.
# SPDX-License-Identifier: MIT
import os
import re
import signal
import subprocess
import unittest

from hwident import HWIDENT, TOP, Case
import tables
from closing import main

KEYWORDS = """bios-vendor bios-version bios-release-date bios-revision firmware-revision
system-manufacturer system-product-name system-version system-serial-number system-uuid
system-sku-number system-family baseboard-manufacturer baseboard-product-name baseboard-version
baseboard-serial-number baseboard-asset-tag chassis-manufacturer chassis-type chassis-version
chassis-serial-number chassis-asset-tag processor-family processor-manufacturer processor-version
processor-frequency""".split()
TYPES = "bios system baseboard chassis processor memory cache connector slot".split()
OLD = "/usr/sbin/dmidecode"  # Debian's, mostly older: its messages and exit codes are the same
OLD_VERSION = subprocess.run([OLD, "--version"], capture_output=True, text=True).stdout.strip()
# Where both are asked for the same words, hwident speaks as that one does.
DIALECT = {"HWIDENT_DIALECT": "3.6" if OLD_VERSION < "3.7" else "3.7"}


def as_3_7(text):
    return re.sub(r"\A# dmidecode [\d.]+", "# dmidecode 3.7", text)


class Dmidecode(Case):
    def setUp(self):
        super().setUp()
        self.program = self.folder / "dmidecode"
        os.symlink(HWIDENT, self.program)
        self.dump = self.file("dump", tables.dump(tables.table(
            tables.bios(), tables.system(), tables.board(), tables.board(), tables.chassis(),
            tables.structure(11, b"\2", ("One", "Two")), tables.structure(200), tables.end())))

    def run_as(self, *arguments, dump=True, **keywords):
        source = ["--from-dump", str(self.dump)] if dump else []
        return subprocess.run([self.program, *map(str, arguments), *source], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, **keywords)

    def prints(self, *arguments, **keywords):
        done = self.run_as(*arguments, **keywords)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def refuses(self, message, *arguments, **keywords):
        done = self.run_as(*arguments, **keywords)
        self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
        self.assertIn(message, done.stderr)
        return done.stderr

    def old(self, *arguments):
        return subprocess.run([OLD, *map(str, arguments), "--from-dump", str(self.dump)], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def bare(self, option):
        """What is said of an option without its value, behind getopt's line."""
        done = subprocess.run([self.program, option], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        first, rest = done.stderr.split("\n", 1)
        self.assertIn("requires an argument", first)
        return rest

    def test_keywords_and_types_are_listed_as_by_dmidecode(self):
        self.assertEqual(self.prints("--version"), "3.7\n")
        self.assertEqual(self.prints("-V"), "3.7\n")
        self.assertEqual(self.prints("--list-strings").split(), KEYWORDS)
        self.assertEqual(self.prints("--list-types").split(), TYPES)
        self.assertIn("--dump-bin", self.prints("--help"))

    @unittest.skipUnless("3.4" <= OLD_VERSION < "3.7", "dmidecode here is not 3.4 to 3.6")
    def test_it_speaks_as_an_older_one_where_asked_to(self):
        self.dump = self.file("blade", tables.dump(tables.table(
            tables.bios(), tables.system(strings=("HP", "ProLiant BL460c G1")), tables.chassis(),
            tables.structure(194, b"\x09"), tables.structure(195, b"\1", ("$0",)),
            tables.structure(204, b"\1\2\3\4\x10\1\5", ("R", "E", "M", "7", "S")), tables.end())))
        older = {**os.environ, "HWIDENT_DIALECT": "3.6"}
        self.assertEqual(self.prints(env=older),
                         re.sub(r"\A# dmidecode [\d.]+", "# dmidecode 3.6", self.old().stdout))
        self.assertEqual(self.prints("--version", env=older), "3.6\n")
        self.assertIn("\nHP ProLiant Server System ID\n\tServer System ID: $0\n", self.prints())
        self.refuses("neither 3.7 nor 3.6", env={**os.environ, "HWIDENT_DIALECT": "3.5"})

    def test_memory_is_never_read(self):
        for option in (["-d", "/dev/mem"], ["--dev-mem", "/dev/mem"], ["--no-sysfs"]):
            self.assertEqual(self.refuses("never memory", *option, dump=False).count("\n"), 1)
            self.assertEqual(self.prints(*option), self.prints())

    def test_the_command_line_is_refused_as_dmidecode_does(self):
        for arguments in (["-t", "bogus"], ["-t", "256"], ["-t", "1-3"], ["-t", ",1"],
                          ["-t", "bios,1"], ["-t", "1,bios"], ["-t", "1,2x"], ["-H", "zz"],
                          ["-H", "70000"], ["--oem-string", "x"], ["--oem-string", "0x1"],
                          ["--oem-string", "256"], ["--oem-string", "0"],
                          ["-t", "1", "-s", "system-uuid"], ["-H", "1", "-t", "1"],
                          ["--oem-string", "1", "-t", "1"],
                          ["-s", "system-uuid", "--oem-string", "1"],
                          ["-s", "system-uuid", "-s", "system-uuid"],
                          ["--dump-bin", self.folder / "x"]):
            old = self.old(*arguments)
            self.assertEqual(old.returncode, 2, arguments)
            self.refuses(old.stderr, *arguments)
        self.refuses("Invalid string keyword: bogus\nValid string keywords are:\n  bios-vendor\n",
                     "-s", "bogus")
        self.refuses("unrecognized option", "--bogus")
        self.assertEqual(self.bare("-t"), "Type number or keyword expected\nValid type keywords are:\n"
                         + "".join(f"  {word}\n" for word in TYPES))
        self.assertEqual(self.bare("--string"), "String keyword expected\nValid string keywords "
                         "are:\n" + "".join(f"  {word}\n" for word in KEYWORDS))
        self.assertEqual(self.bare("-H"), "")

    def test_help_goes_before_the_version(self):
        for arguments in (["-h", "-V"], ["-V", "-h"]):
            self.assertIn("Usage:", self.prints(*arguments))

    def test_types_and_handles_select_what_dmidecode_selects(self):
        for arguments in (["-t", "1"], ["-t", "0x1,2"], ["-t", "1,"], ["-t", "2 1"], ["-t", ""],
                          ["-t", "BaseBoard"], ["-t", "1", "-t", "2"], ["-t", "77"]):
            old, new = self.old(*arguments), self.prints(*arguments)
            self.assertEqual(new, as_3_7(old.stdout))
        self.assertEqual(self.prints("-H", "0x0001", "-q"), self.old("-H", "1", "-q").stdout)

    def test_each_keyword_prints_what_dmidecode_prints(self):
        self.assertEqual(self.prints("-s", "system-uuid"), tables.UUID_LE + "\n")
        self.assertEqual(self.prints("-s", "SYSTEM-UUID"), tables.UUID_LE + "\n")
        self.assertEqual(self.prints("-s", "baseboard-version"), "B1\nB1\n")
        self.assertEqual(self.prints("-s", "processor-family"), "")
        for keyword in KEYWORDS:
            self.assertEqual(self.prints("-s", keyword), self.old("-s", keyword).stdout, keyword)

    def test_a_uuid_is_never_made_of_other_bytes(self):
        # dmidecode takes the 16 bytes where the UUID should stand, string bytes and all.
        self.dump = self.file("short", tables.dump(tables.table(
            tables.structure(1, b"\1\0\0\0" + bytes(range(8)), ("Maker",)))))
        self.assertNotEqual(self.old("-s", "system-uuid").stdout, "")
        self.assertEqual(self.prints("-s", "system-uuid"), "")
        self.assertNotIn("UUID", self.prints("-t", "1"))

    def test_oem_strings_are_counted_and_printed_by_number(self):
        self.assertEqual(self.prints("--oem-string", "count"), "2\n")
        self.assertEqual(self.prints("--oem-string", "2"), "Two\n")
        done = self.run_as("--oem-string", "3")
        self.assertEqual((done.returncode, done.stdout, done.stderr),
                         (0, "", "No OEM string number 3\n"))
        self.dump = self.file("fewer", tables.dump(tables.table(
            tables.structure(11, b"\1", ("One", "not an OEM string")))))
        self.assertEqual(self.run_as("--oem-string", "2").stdout, "")
        # More are announced than there are; no room for a count; several structures.
        self.dump = self.file("odd", tables.dump(tables.table(
            tables.structure(11, b"\3", ("One",)), tables.structure(11),
            tables.structure(11, b"\2", ("Uno", "Due")))))
        for text in ("count", "1", "2", "3", "4", "255"):
            old, new = self.old("--oem-string", text), self.run_as("--oem-string", text)
            self.assertEqual((new.returncode, new.stdout, new.stderr),
                             (old.returncode, old.stdout, old.stderr), text)

    def test_quiet_and_raw_output_is_dmidecode_s(self):
        for arguments in (["-q", "-t", "1"], ["-q", "-t", "2"], ["-q", "-t", "127"],
                          ["-q", "-t", "200"], ["-u", "-t", "1"], ["-u", "-q", "-t", "200"],
                          ["-u", "-q", "-t", "127"], ["-u", "-q"]):
            self.assertEqual(self.prints(*arguments), as_3_7(self.old(*arguments).stdout),
                             arguments)
        quiet = self.prints("-q")
        self.assertNotIn("Handle", quiet)
        self.assertNotIn("OEM-specific Type", quiet)

    def test_quiet_leaves_out_handles_and_additional_information(self):
        # Handles and additional information; but the slots of a memory controller are told.
        self.dump = self.file("handles", tables.dump(tables.table(
            tables.structure(2, b"\1\1\1\1\1\1\1\3\0\x0a\1\5\0", ("A",)),
            tables.structure(5, b"\3\3\3\3\x08" + bytes(5) + b"\2\6\0\7\0\0"),
            tables.structure(40, b"\1\6\3\0\4\0\0"), tables.end())))
        for arguments in (["-q"], ["-q", "-u"], ["-q", "-t", "40"]):
            self.assertEqual(self.prints(*arguments, env=DIALECT),
                             self.old(*arguments).stdout, arguments)
        self.assertIn("\tAssociated Memory Slots: 2\n\t\t0x0006\n\t\t0x0007\n", self.prints("-q"))

    def test_no_quirks_shows_values_as_they_are_stored(self):
        """An empty slot's fields and widths, and a length of 16 that firmware should have made 11."""
        slot = b"\0\0\xFE\xFF\0\0\0\0\0\0\x09\0\0\0\x1A\0\0\x40\x06\0\0\0\0"
        device = b"\1\3\x10\0\0\0\3LM78A"
        self.dump = self.file("quirks", tables.dump(tables.table(
            tables.structure(17, slot), b"\x22\x10\x20\0" + device + b"\0Other\0\0",
            tables.end())))
        done = self.run_as()
        self.assertEqual((done.returncode, done.stderr),
                         (0, "Invalid entry length (16). Fixed up to 11.\n"))
        self.assertIn("\tTotal Width: Unknown\n", done.stdout)
        self.assertNotIn("\tSpeed: ", done.stdout)
        self.assertIn("Handle 0x0020, DMI type 34, 16 bytes\nManagement Device\n"
                      "\tDescription: LM78A\n", done.stdout)
        exact = self.prints("--no-quirks")
        for line in ("\tTotal Width: 0 bits\n", "\tData Width: 0 bits\n", "\tSize: No Module Installed\n",
                     "\tSpeed: 1600 MT/s\n", "\tManufacturer: Not Specified\n",
                     "\tDescription: <BAD INDEX>\n"):
            self.assertIn(line, exact)
        self.assertIn("\tDescription: LM78A\n", self.prints("-q"))
        raw = self.run_as("-u", "-t", "34").stdout
        self.assertIn("\t\t22 10 20 00 01 03 10 00 00 00 03\n\tStrings:\n\t\t4C 4D 37 38 41 00\n"
                      "\t\tLM78A\n", raw)
        # Behind the length that is stated, the set of strings begins with an empty one.
        self.assertIn(" 4C 4D 37 38 41\n\tStrings:\n\n", self.prints("--no-quirks", "-u", "-t", "34"))

    def test_quiet_prints_an_empty_line_for_a_structure_that_is_too_short(self):
        self.dump = self.file("short", tables.dump(tables.table(
            tables.structure(40, b"\1"), tables.chassis(), tables.end())))
        self.assertTrue(self.prints("-q").startswith("\nChassis Information\n"))

    def test_of_several_systems_the_last_known_maker_counts(self):
        product = "ProLiant DL380 Gen9"
        hp, dell, other = (tables.system(strings=(name, product)) for name in ("HP", "Dell Inc.", "X"))
        old = tables.system(strings=("X", "ProLiant BL460c G1"))
        for systems, titles in (((hp, other), {202: "HP DIMM Location Record"}),
                                ((hp, old), {202: "OEM-specific Type"}),
                                ((other, hp), {202: "HP DIMM Location Record"}),
                                ((dell, other), {212: "Dell Indexed I/O Access"}),
                                ((hp, dell), {202: "OEM-specific Type", 212: "Dell Indexed I/O Access"})):
            records = [tables.structure(kind, b"\1" * 16, ("One",)) for kind in titles]
            self.dump = self.file("two", tables.dump(tables.table(*systems, *records, tables.end())))
            for title in titles.values():
                self.assertIn(f"\n{title}\n", self.prints())

    def test_quiet_ends_with_the_end_of_the_table(self):
        self.dump = self.file("behind", tables.dump(tables.table(
            tables.system(), tables.end(), tables.board())))
        self.assertNotIn("Base Board", self.prints("-q"))
        self.assertIn("Base Board", self.prints())
        self.assertEqual(self.prints("-s", "baseboard-version"), "")

    def test_types_that_dmidecode_does_not_know_are_not_decoded(self):
        self.dump = TOP / "testdata/synthetic.bin"
        for type_ in ("44", "46"):
            self.assertIn("Unknown Type\n\tHeader and Data:\n", self.prints("-t", type_))

    def test_broken_tables_are_printed_as_far_as_by_dmidecode(self):
        good = tables.structure(1, b"\1\0\0\0", ("Maker",), 1)
        for rest in (b"\1\3\2\0\0\0", b"\0" * 6, b"\1\x08", b"\1\x3c\2\0\0\0",
                     tables.structure(2, b"\1\0\0\0", ("Board",))[:-2], tables.system() + b"\1"):
            for entry_point in (tables.sm(len(good + rest), 2), tables.sm(len(good + rest), 5),
                                tables.sm3(len(good + rest))):
                self.dump = self.file("broken", tables.dump(good + rest, entry_point))
                for arguments in ([], ["-q"], ["-s", "system-manufacturer"], ["-t", "2"]):
                    old, new = self.old(*arguments), self.run_as(*arguments)
                    self.assertEqual(
                        (new.returncode, new.stdout.rstrip(), new.stderr),
                        (0, as_3_7(old.stdout).rstrip(),
                         old.stderr), (rest, arguments))

    def test_less_than_was_announced(self):
        data = tables.table()
        for entry_point in (tables.sm(len(data) + 9, 5), tables.sm3(len(data) + 9)):
            self.dump = self.file("less", tables.dump(data, entry_point))
            for arguments in ([], ["-t", "1"], ["-q"], ["-s", "system-uuid"]):
                old, new = self.old(*arguments), self.run_as(*arguments)
                self.assertEqual((new.returncode, new.stderr), (0, old.stderr), arguments)
        self.dump = self.file("less", tables.dump(data, tables.sm(len(data) + 9, 5)))
        self.assertIn("announced, only", self.run_as().stderr)

    def test_a_version_that_never_was_is_told(self):
        data = tables.table()
        for version in ((2, 31), (2, 33), (2, 51), (2, 8)):
            self.dump = self.file("version", tables.dump(data, tables.sm(len(data), 5, version)))
            for arguments in ([], ["-t", "1"], ["-q"], ["-s", "system-uuid"]):
                old, new = self.old(*arguments), self.run_as(*arguments)
                self.assertEqual((new.returncode, new.stderr), (0, old.stderr), (version, arguments))

    def test_a_dump_is_written_and_read_back(self):
        folder = tables.write_folder(self.folder / "t", tables.table())
        environment = {"PATH": os.environ["PATH"], "HWIDENT_TABLES": str(folder)}
        written = self.folder / "written"
        text = self.prints("--dump-bin", written, dump=False, env=environment)
        self.assertTrue(text.endswith(f"# Writing 31 bytes to {written}.\n"
                                      f"# Writing {len(tables.table())} bytes to {written}.\n"))
        written.unlink()
        self.assertEqual(self.prints("-q", "--dump-bin", written, dump=False, env=environment), "")
        self.dump = written
        self.assertEqual(self.old("-s", "system-uuid").stdout, tables.UUID_LE + "\n")
        done = self.run_as("--dump-bin", written, dump=False, env=environment)
        self.assertEqual(done.returncode, 1)
        self.assertIn("File exists", done.stderr)

    def test_without_tables_it_ends_with_1(self):
        self.dump = self.folder / "none"
        done = self.run_as()
        self.assertEqual((done.returncode, done.stdout), (
            1, f"# dmidecode 3.7\nReading SMBIOS/DMI data from file {self.dump}.\n"))
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertEqual(self.run_as("-q").stdout, "")

    def test_output_is_whole_or_an_error(self):
        """dmidecode says nothing of a full disk and ends with 0; this is better and stays."""
        with open("/dev/full", "w") as full:
            done = subprocess.run([self.program, "--from-dump", self.dump], stdout=full,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)

    def test_a_reader_that_has_enough_ends_it_silently(self):
        ends = []
        for program in (OLD, self.program):
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run([program, "--from-dump", self.dump], stdout=writer,
                                  stderr=subprocess.PIPE)
            os.close(writer)
            ends.append((done.returncode, done.stderr))
        self.assertEqual(ends, [(-signal.SIGPIPE, b"")] * 2)


if __name__ == "__main__":
    main()
