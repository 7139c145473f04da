# hwident show: which structures, in which form; what it says about a table that is broken.
# SPDX-License-Identifier: MIT
import struct

from hwident import TOP, Case, alone
import tables
from closing import main

HEADING = "# dmidecode 3.7\nReading SMBIOS/DMI data from file {}.\n"


class Show(Case):
    def setUp(self):
        super().setUp()
        self.dump = self.file("dump", tables.dump(tables.table()))

    def show(self, *arguments):
        return self.good("--from", self.dump, "show", *arguments)

    def types(self, *arguments):
        return [int(line.split("DMI type ")[1].split(",")[0])
                for line in self.show(*arguments).splitlines() if line.startswith("Handle ")]

    def structures(self, *arguments):
        return self.good_json("--from", self.dump, "show", *arguments)["structures"]

    def test_it_begins_as_dmidecode(self):
        self.assertTrue(self.show().startswith(
            HEADING.format(self.dump) + "SMBIOS 2.8 present.\n5 structures occupying "))
        self.assertTrue(self.show("-t", "1").startswith(
            HEADING.format(self.dump) + "SMBIOS 2.8 present.\n\nHandle 0x0001, DMI type 1, "))

    def test_a_folder_is_named(self):
        folder = tables.write_folder(self.folder / "t", tables.table())
        self.assertIn(f"from folder {folder}.\n", self.good("--tables", folder, "show"))

    def test_types_are_numbers_ranges_or_keywords(self):
        for text, types in (("1", [1]), ("0x1", [1]), ("01", [1]), ("bios", [0]), ("BIOS", [0]),
                            ("system", [1]), ("0,3", [0, 3]), ("3 0", [0, 3]), ("1-3", [1, 2, 3]),
                            ("0,2-3", [0, 2, 3]), ("200", [])):
            self.assertEqual(self.types("-t", text), types, text)
        self.assertEqual(self.types("-t", "0", "--type", "2"), [0, 2])
        self.assertEqual([s["type"] for s in self.structures("-t", "1,2")], [1, 2])

    def test_types_that_do_not_exist(self):
        for text in ("", "x", "256", "1-", "-1", "1,,x", "1x", "0x", "1-300", "3-1", "memroy"):
            self.bad(2, "USAGE", "--from", self.dump, "show", f"--type={text}")

    def test_a_handle_selects_one_structure(self):
        self.assertEqual(self.types("-H", "2"), [2])
        self.assertEqual(self.types("--handle", "0x0003"), [3])
        self.assertEqual(self.types("-H", "0x100"), [])
        self.assertEqual(self.types("-H", "2", "-t", "3"), [])
        for text in ("x", "65536", "-1", "1 2"):
            self.bad(2, "USAGE", "--from", self.dump, "show", f"--handle={text}")

    def test_raw_shows_the_bytes_and_the_strings(self):
        text = self.show("-u", "-t", "1")
        self.assertIn("\tHeader and Data:\n\t\t01 1B 01 00 01 02 03 04 33 22", text)
        self.assertIn("\tStrings:\n\t\t4D 61 6B 65 72 00\n\t\tMaker\n", text)
        structure, = self.structures("-u", "-t", "1")
        self.assertTrue(structure["data_hex"].startswith("011b0100"))
        self.assertEqual(structure["strings"][0], "Maker")
        self.assertEqual(structure["fields"]["manufacturer"], "Maker")

    def test_json_has_every_field_of_a_structure(self):
        output = self.good_json("--from", self.dump, "show")
        self.assertEqual((output["schema"], output["command"], output["error"]),
                         ("hwident-json/1", "show", None))
        system = output["structures"][1]
        self.assertEqual((system["type"], system["name"], system["handle"], system["length"]),
                         (1, "system_information", "0x0001", 27))
        self.assertEqual(system["fields"]["uuid"], tables.UUID_LE)
        self.assertEqual(system["fields"]["wake_up_type"], {"code": 6, "name": "Power Switch"})

    def test_absent_fields_say_why(self):
        dump = self.file("absent", tables.dump(tables.table(
            tables.system(uuid=b"\xff" * 16, strings=("Maker",)))))
        structure, = self.good_json("--from", dump, "show")["structures"]
        self.assertIsNone(structure["fields"]["uuid"])
        self.assertEqual(structure["absent"]["uuid"], "all_ones")
        self.assertEqual(structure["absent"]["product_name"], "bad_index")
        self.assertNotIn("manufacturer", structure["absent"])

    def test_bytes_that_are_no_text_stand_in_hex(self):
        dump = self.file("bytes", tables.dump(tables.table(
            tables.system(strings=("a\xffb", "\xc3\xa9", "C", "D", "E", "F")))))
        structure, = self.good_json("--from", dump, "show")["structures"]
        self.assertEqual(structure["fields"]["manufacturer"], "a\ufffdb")
        self.assertEqual(structure["fields"]["product_name"], "\xe9")
        self.assertEqual(structure["raw_hex"], {"manufacturer": "61ff62"})
        self.assertIn("\tManufacturer: a.b\n\tProduct Name: ..\n", self.good("--from", dump, "show"))

    def test_types_that_dmidecode_does_not_know_are_decoded(self):
        synthetic = TOP / "testdata/synthetic.bin"
        self.assertIn("Processor Additional Information\n\tReferenced Handle: ",
                      self.good("--from", synthetic, "show", "-t", "44"))

    def test_a_structure_without_schema_has_its_data(self):
        dump = self.file("oem", tables.dump(tables.table(
            tables.structure(200, b"\1\2", ("text",)), tables.structure(60))))
        self.assertIn("OEM-specific Type\n\tHeader and Data:\n\t\tC8 06 00 00 01 02\n\tStrings:\n"
                      "\t\ttext\n", self.good("--from", dump, "show"))
        oem, unknown = self.good_json("--from", dump, "show")["structures"]
        self.assertEqual((oem["name"], oem["fields"], oem["data_hex"], oem["strings"]),
                         ("oem_specific", {}, "c80600000102", ["text"]))
        self.assertEqual(unknown["name"], "unknown")

    def test_without_a_version_the_uuid_is_not_guessed(self):
        folder = self.folder / "t"
        folder.mkdir()
        (folder / "DMI").write_bytes(tables.table())
        self.assertIn("\nSMBIOS present.\n", self.good("--tables", folder, "show"))
        self.assertIn("\tUUID: Unknown\n", self.good("--tables", folder, "show"))
        system = self.good_json("--tables", folder, "show", "-t", "1")["structures"][0]
        self.assertEqual(system["absent"]["uuid"], "version_unknown")
        self.assertIn(tables.UUID_BE,
                      self.good("--tables", folder, "--assume-version", "2.3", "show"))

    def test_a_number_that_json_cannot_hold_is_none_and_never_negative(self):
        for capacity, expected in ((2 ** 53 + 1, 2 ** 53 + 1), (2 ** 63 - 1, 2 ** 63 - 1),
                                   (2 ** 63, None), (2 ** 64 - 1, None)):
            self.dump = self.file("large", tables.dump(tables.table(tables.structure(
                16, struct.pack("<BBBIHHQ", 3, 3, 3, 0x80000000, 0xFFFE, 1, capacity)))))
            array, = self.structures()
            self.assertEqual(array["fields"]["maximum_capacity_bytes"], expected)
            self.assertEqual(array["absent"].get("maximum_capacity_bytes"),
                             None if expected else "too_large")

    def test_a_dialect_is_an_older_dmidecode_s_text(self):
        older = self.show("--dialect", "3.6")
        self.assertTrue(older.startswith("# dmidecode 3.6\n"))
        self.assertIn("\nBIOS Information\n", older)
        self.assertIn(" kB\n", older)
        self.assertEqual(self.good("--from", self.dump, "show", env={"HWIDENT_DIALECT": "3.6"}),
                         older)
        self.assertEqual(self.good("--from", self.dump, "show", "--dialect", "3.7",
                                   env={"HWIDENT_DIALECT": "3.6"}), self.show())
        self.assertEqual(self.show("--json", "--dialect", "3.6"), self.show("--json"))

    def test_dialects_that_do_not_exist(self):
        self.bad(2, "USAGE", "show", "--dialect", "3.5")
        self.bad(2, "USAGE", "show", env={"HWIDENT_DIALECT": ""})
        self.bad(2, "USAGE", "get", "--dialect", "3.6", "system-uuid")
        self.good("--from", self.dump, "get", "system-uuid", env={"HWIDENT_DIALECT": "x"})

    @alone
    def test_memory_does_not_grow_with_the_table(self):
        data = tables.structure(126) * 100000
        dump = self.file("large", tables.dump(data, tables.sm3(len(data))))
        for arguments in (["show"], ["show", "--json"]):
            done = self.run_hwident("--from", dump, *arguments, before=[
                "sh", "-c", 'ulimit -v 65536; exec "$@"', "sh"])
            self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
            self.assertGreater(len(done.stdout), 100000)


class Broken(Case):
    """A table is shown as far as it is whole; the rest is marked, and the exit code is 7."""

    good_part = tables.structure(1, b"\1\0\0\0", ("Maker",), 1)

    def broken(self, rest, *arguments):
        dump = self.file("broken", tables.dump(self.good_part + rest, tables.sm(
            len(self.good_part + rest), 2)))
        return self.run_hwident("--from", dump, "show", *arguments)

    def check(self, rest, offset, marks):
        done = self.broken(rest)
        self.assertEqual(done.returncode, 7, done.stderr)
        self.assertIn("\tManufacturer: Maker\n", done.stdout)
        self.assertEqual(done.stdout.count("<TRUNCATED>"), marks)
        self.assertRegex(done.stderr, rf"\Ahwident: BADTABLE: [^\n]*0x{offset:X}[^\n]*\n\Z")
        return done.stdout

    def test_each_way_to_break_a_structure_is_reported_at_its_offset(self):
        offset = len(self.good_part)
        self.check(b"\1\3\2\0\0\0", offset, 0)
        self.check(b"\0" * 6, offset, 0)
        self.check(b"\1\x08", offset, 0)
        self.check(b"\1\x3c\2\0\0\0", offset, 1)
        text = self.check(tables.structure(2, b"\1\0\0\0", ("Board",))[:-2], offset, 1)
        self.assertIn("Base Board Information\n\tManufacturer: <BAD INDEX>\n", text)

    def test_json_holds_the_error_and_what_is_whole(self):
        import json
        done = self.broken(tables.structure(2, b"\1\0\0\0", ("Board",))[:-2], "--json")
        output = json.loads(done.stdout)
        self.assertEqual((done.returncode, output["error"]["code"], output["error"]["tag"]),
                         (7, 7, "BADTABLE"))
        self.assertEqual([(s["type"], s.get("truncated", False)) for s in output["structures"]],
                         [(1, False), (2, True)])

    def test_a_broken_structure_is_shown_only_where_it_is_asked_for(self):
        done = self.broken(tables.structure(2, b"\1\0\0\0", ("Board",))[:-2], "-t", "1")
        self.assertEqual((done.returncode, done.stdout.count("<TRUNCATED>")), (7, 0))


if __name__ == "__main__":
    main()
