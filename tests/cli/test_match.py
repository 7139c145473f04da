# hwident match: same, swapped, different or refused, for one value and for k of n.
# SPDX-License-Identifier: MIT
import json
import sys

from hwident import TOP, Case
import tables
from closing import main

sys.path.insert(0, str(TOP / "src/identity/verify"))
import verify

APP = "com.example.app"
STORED = bytes.fromhex("564de2c3c3c0e1e24622554dc5eb6ba1")
LE = "c3e24d56-c0c3-e2e1-4622-554dc5eb6ba1"
BE = "564de2c3-c3c0-e1e2-4622-554dc5eb6ba1"
OTHER = "c3e24d56-c0c3-e2e1-4622-554dc5eb6ba2"
AMI = "03000200-0400-0500-0006-000700080009"
CODE = verify.derive("u", STORED, APP)
SERIAL = verify.derive("s", b"SN-1", APP)


class Match(Case):
    def setUp(self):
        super().setUp()
        self.machine = self.match(STORED)

    def match(self, uuid, serial="SN-1", entry_point=None):
        strings = ("Maker", "Product", "V1", serial, "SKU", "Family")
        data = tables.table(tables.bios(), tables.system(uuid, strings), tables.board(),
                            tables.chassis(), tables.end())
        folder = self.folder / f"tables{len(list(self.folder.iterdir()))}"
        return "--tables", tables.write_folder(folder, data, entry_point), "match"

    def ends(self, code, output, *arguments):
        done = self.run_hwident(*arguments)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (code, output, ""))

    def test_a_uuid_in_either_byte_order_is_this_machine_s(self):
        self.ends(0, "same\n", *self.machine, LE)
        self.ends(0, "same\n", *self.machine, "{" + LE.upper() + "}")
        self.ends(0, "same\n", *self.machine, "urn:uuid:" + LE)
        self.ends(0, "same\n", *self.machine, LE.replace("-", ""))
        self.ends(0, "swapped\n", *self.machine, BE)
        self.ends(0, "swapped\n", *self.machine,
                  "VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a1")
        self.ends(1, "different\n", *self.machine, OTHER)

    def test_the_spellings_that_people_use_are_read(self):
        for spelling in ("UUID: " + LE, "(" + LE + ")", " " + LE + "\n", "uuid:" + LE.upper(),
                         "urn:uuid:{" + LE + "}"):
            with self.subTest(spelling):
                self.ends(0, "same\n", *self.machine, spelling)
        for spelling in (" " + CODE, CODE + "\n", CODE.replace("hw1", "HWl"), "hwi" + CODE[3:],
                         CODE.replace("-", ""), " ".join(CODE)):
            with self.subTest(spelling):
                self.ends(0, "same\n", *self.machine, "--app", APP, spelling)

    def test_need_counts_different_components(self):
        app = *self.machine, "--app", APP, "-q", "--need", 2
        self.ends(0, f"same {CODE}\nsame {SERIAL}\n", *app, CODE, SERIAL)
        self.ends(1, f"same {CODE}\nsame {CODE}\n", *app, CODE, CODE)
        self.ends(1, f"same {CODE}\nsame {LE}\n", *app, CODE, LE)
        self.ends(1, f"same {LE}\nswapped {BE}\n", *app, LE, BE)
        report = self.run_hwident(*app, "--json", CODE, LE)
        self.assertEqual(json.loads(report.stdout)["matched"], 1)

    def test_the_hint_names_the_field_that_is_equal(self):
        given = "7be84a80-1c2d-4e3f-9a0b-1c2d3e4f5a6b"
        machine = self.match(STORED, given.upper())
        done = self.run_hwident(*machine, given)
        self.assertEqual((done.returncode, done.stdout), (1, "different\n"))
        self.assertIn("its system-serial-number", done.stderr)
        report = self.run_hwident("--json", *machine, given)
        self.assertEqual(json.loads(report.stdout)["values"][0]["equals"], "system-serial-number")

    def test_strict_and_rules_as_for_code(self):
        weak = bytes.fromhex("00000000000000000000" "0cc47a133878")
        text = "00000000-0000-0000-0000-0cc47a133878"
        self.ends(0, "same\n", *self.match(weak), text)
        self.assertIn("weak", self.bad(5, "WEAK", *self.match(weak), "--strict", text))
        shared = self.match(STORED, "System Serial#")
        code = verify.derive("s", b"System Serial#", APP)
        self.bad(5, "PLACEHOLDER", *shared, "--app", APP, code)
        self.ends(0, "same\n", *shared, "--app", APP, "--rules", 1, code)

    def test_an_old_version_reads_the_other_way(self):
        old = self.match(STORED, entry_point=tables.sm(4096, 5, (2, 3)))
        self.ends(0, "same\n", *old, BE)
        self.ends(0, "swapped\n", *old, LE)

    def test_an_unknown_version_takes_either(self):
        (self.machine[1] / "smbios_entry_point").unlink()
        for value in LE, BE:
            done = self.run_hwident(*self.machine, value)
            self.assertEqual((done.returncode, done.stdout), (0, "same\n"))
            self.assertRegex(done.stderr, r"\Ahwident: note: [^\n]*version[^\n]*\n\Z")
        self.ends(0, "same\n", *self.machine, "--app", APP, CODE)  # has no order to be noted

    def test_a_code_is_matched_with_its_app_id_and_key(self):
        self.ends(0, "same\n", *self.machine, "--app", APP, CODE)
        self.ends(0, "same\n", *self.machine, "--app", APP, CODE.upper().replace("0", "o"))
        self.ends(0, "same\n", *self.machine, "--app", APP, SERIAL)
        self.ends(1, "different\n", *self.machine, "--app", "com.example.other", CODE)
        key = self.file("key", b"a secret")
        key.chmod(0o600)
        keyed = verify.derive("s", b"SN-1", APP, b"a secret")
        self.ends(0, "same\n", *self.machine, "--app", APP, "--key-file", key, keyed)
        self.ends(1, "different\n", *self.machine, "--app", APP, keyed)

    def test_all_values_must_match_unless_fewer_are_needed(self):
        both = (*self.machine, "--app", APP)
        self.ends(0, f"same {LE}\nsame {SERIAL}\n", *both, LE, SERIAL)
        self.ends(1, f"same {LE}\ndifferent {OTHER}\n", *both, LE, OTHER)
        self.ends(0, f"different {OTHER}\nswapped {BE}\n", *both, "--need", 1, OTHER, BE)
        self.ends(1, f"different {OTHER}\nswapped {BE}\n", *both, "--need", 2, OTHER, BE)
        self.ends(0, f"different {OTHER}\nsame {LE}\nsame {SERIAL}\n", *both, "--need", 2, OTHER,
                  LE, SERIAL)

    def test_a_placeholder_alone_is_refused(self):
        self.assertIn("value 1", self.bad(5, "PLACEHOLDER", *self.machine, AMI))
        ami = self.match(bytes.fromhex("00020003000400050006000700080009"))
        self.assertIn("'template-without-mac'", self.bad(5, "PLACEHOLDER", *ami, AMI))
        self.assertIn("'template-without-mac'", self.bad(5, "PLACEHOLDER", *ami, LE))
        self.assertIn("'template-without-mac'", self.bad(5, "PLACEHOLDER", *ami, "--app", APP, CODE))
        self.bad(5, "ABSENT", *self.match(bytes(16)), LE)

    def test_a_placeholder_counts_as_no_match_where_some_are_needed(self):
        machine = (*self.match(STORED, "Default string"), "--app", APP)
        done = self.run_hwident(*machine, "--need", 1, SERIAL, LE)
        self.assertEqual((done.returncode, done.stdout), (0, f"refused {SERIAL}\nsame {LE}\n"))
        self.assertIn("rule 'list'", done.stderr)
        self.assertEqual(self.run_hwident(*machine, "--need", 2, SERIAL, LE).returncode, 1)
        self.assertEqual(self.run_hwident(*machine, "--need", 1, SERIAL).returncode, 1)
        self.assertEqual(self.run_hwident(*machine, SERIAL, LE).returncode, 5)

    def test_values_that_cannot_be_read(self):
        machine = (*self.machine, "--app", APP)
        for value, character in (
                ("", 1), ("x", 1), (LE[:-1], 36), (LE + "0", 37), ("hw", 3), ("hw1u", 5),
                (CODE[:20] + "_" + CODE[21:], 21), (CODE + "0", 39), (CODE[:-1] + "0", 38)):
            self.assertIn(f"value 1, character {character}:", self.bad(2, "USAGE", *machine, value))
        self.assertIn("another version", self.bad(2, "USAGE", *machine, CODE.replace("1", "2", 1)))
        self.assertIn("value 2", self.bad(2, "USAGE", *machine, "--need", 1, LE, "x"))
        self.assertIn("--app", self.bad(2, "USAGE", *self.machine, CODE))
        # Before anything is looked for.
        self.bad(2, "USAGE", "--tables", self.folder / "none", "match", "x")

    def test_need_fits_the_values(self):
        for need in 0, 3, -1, "x", "1x", "":
            self.bad(2, "USAGE", *self.machine, "--need", need, LE, BE)
        self.bad(2, "USAGE", *self.machine)

    def test_a_broken_table_is_no_other_machine(self):
        data = tables.table(tables.bios(), b"\1\3\0\0\0\0")
        tables.write_folder(self.folder / "broken", data, tables.sm(len(data), 2))
        self.bad(7, "BADTABLE", "--tables", self.folder / "broken", "match", LE)

    def test_json_has_a_verdict_for_each_value(self):
        self.assertEqual(self.good_json(*self.machine, LE)["values"],
                         [{"value": LE, "verdict": "same"}])
        done = self.run_hwident(*self.machine, "--app", APP, "--need", 2, OTHER, AMI, CODE, "--json")
        answer = json.loads(done.stdout)
        self.assertEqual((done.returncode, answer["error"]["tag"]), (1, "DIFFERENT"))
        self.assertEqual([v["verdict"] for v in answer["values"]], ["different", "refused", "same"])
        self.assertEqual((answer["matched"], answer["needed"]), (1, 2))


main()
