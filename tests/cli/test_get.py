# hwident get: what it prints, what is absent, what is refused.
# SPDX-License-Identifier: MIT
import json

from hwident import TOP, Case
import tables
from closing import main

VALUES = {
    "bios-vendor": ("bios_vendor", "Vendor"),
    "bios-version": ("bios_version", "1.2"),
    "bios-release-date": ("bios_date", "01/02/2024"),
    "bios-revision": ("bios_release", "5.13"),
    "firmware-revision": ("ec_firmware_release", "1.2"),
    "system-manufacturer": ("sys_vendor", "Maker"),
    "system-product-name": ("product_name", "Product"),
    "system-version": ("product_version", "V1"),
    "system-serial-number": ("product_serial", "SN-1"),
    "system-uuid": ("product_uuid", tables.UUID_LE),
    "system-sku-number": ("product_sku", "SKU-1"),
    "system-family": ("product_family", "Family"),
    "baseboard-manufacturer": ("board_vendor", "BoardMaker"),
    "baseboard-product-name": ("board_name", "Board"),
    "baseboard-version": ("board_version", "B1"),
    "baseboard-serial-number": ("board_serial", "BSN-1"),
    "baseboard-asset-tag": ("board_asset_tag", "BTag"),
    "chassis-manufacturer": ("chassis_vendor", "CaseMaker"),
    "chassis-type": (None, "Rack Mount Chassis"),
    "chassis-version": ("chassis_version", "C1"),
    "chassis-serial-number": ("chassis_serial", "CSN-1"),
    "chassis-asset-tag": ("chassis_asset_tag", "CTag"),
}


class Get(Case):
    def dump(self, *structures, entry_point=None):
        return self.file("dump", tables.dump(tables.table(*structures), entry_point))

    def test_every_keyword_under_both_names(self):
        dump = self.dump()
        for name, (sysfs, value) in VALUES.items():
            self.assertEqual(self.good("--from", dump, "get", name), value + "\n")
            if sysfs:
                self.assertEqual(self.good("--from", dump, "get", sysfs), value + "\n")

    def test_sysfs_chassis_type_is_the_number_without_the_lock_bit(self):
        dump = self.dump(tables.chassis(kind=0x97))
        self.assertEqual(self.good("--from", dump, "get", "chassis_type"), "23\n")
        self.assertEqual(self.good("--from", dump, "get", "chassis-type"), "Rack Mount Chassis\n")

    def test_bytes_that_are_not_printable_become_dots_and_spaces_stay(self):
        dump = self.dump(tables.system(strings=("\xe9\x01~\x7f", " two  spaces ")))
        self.assertEqual(self.good("--from", dump, "get", "system-manufacturer"), "..~.\n")
        self.assertEqual(self.good("--from", dump, "get", "system-product-name"),
                         " two  spaces \n")

    def test_a_value_may_be_as_long_as_the_table(self):
        for size in (600, 70000):
            data = tables.table(tables.system(strings=("M", "P" * size)))
            dump = self.dump(tables.system(strings=("M", "P" * size)),
                             entry_point=tables.sm3(len(data)))
            self.assertEqual(self.good("--from", dump, "get", "product_name"), "P" * size + "\n")
            self.assertIn("P" * size, self.good("--from", dump, "summary"))
            self.assertIn("'" + "P" * size + "'", self.good("--from", dump, "--format", "env"))
            self.assertIn('"' + "P" * size + '"', self.good("--from", dump, "--format", "prometheus"))
            self.assertEqual(self.good_json("--from", dump)["system"]["product_name"], "P" * size)

    def test_an_absent_value_is_exit_1_with_the_reason(self):
        uuid = b"\0" * 16
        for structures, key, words in (
            ([tables.bios()], "system-uuid", "no structure"),
            ([tables.structure(1, b"\1\2\3", ("a", "b", "c"))], "system-serial-number", "ends before"),
            ([tables.structure(1, b"\0\2\3\4", ("a",))], "system-manufacturer", "index 0"),
            ([tables.structure(1, b"\0\2\3\4", ("a",))], "system-product-name", "beyond"),
            ([tables.system(uuid)], "system-uuid", "all 00"),
            ([tables.system(b"\xff" * 16)], "system-uuid", "all FF"),
            ([tables.bios(revision=(255, 1))], "bios-revision", "unknown"),
            ([tables.bios(controller=(1, 255))], "firmware-revision", "unknown"),
            ([tables.chassis(kind=0x7E)], "chassis-type", "unknown"),
            # 9 to 23 bytes hold no UUID, though string bytes follow them
            ([tables.structure(1, b"\1\2\3\4" + bytes(15), ("a" * 40,))], "system-uuid", "ends before"),
        ):
            dump = self.dump(*structures)
            self.assertIn(words, self.bad(1, "ABSENT", "--from", dump, "get", key))

    def test_several_keys_give_a_line_each_empty_where_absent(self):
        dump = self.dump(tables.bios(), tables.system(strings=("Maker",)))
        done = self.run_hwident("--from", dump, "get", "bios-version", "product_name", "sys_vendor")
        self.assertEqual((done.returncode, done.stdout), (1, "1.2\n\nMaker\n"))
        self.assertIn("type 1 at offset 0x", done.stderr)

    def test_of_several_structures_the_first(self):
        dump = self.dump(tables.board(("A", "first")), tables.board(("B", "second")))
        self.assertEqual(self.good("--from", dump, "get", "board_name"), "first\n")

    def test_nothing_from_behind_the_end(self):
        data = tables.table(tables.bios(), tables.end(), tables.system())
        dump = self.file("dump", tables.dump(data))
        self.bad(1, "ABSENT", "--from", dump, "get", "system-uuid")

    def test_unknown_key_names_the_nearest(self):
        dump = self.dump()
        for key, nearest in (("system-uid", "system-uuid"), ("product_nam", "product_name")):
            self.assertIn(f"'{nearest}'", self.bad(2, "USAGE", "--from", dump, "get", key))
        self.assertIn("--help", self.bad(2, "USAGE", "--from", dump, "get", "zzzzzzzzzzzz"))
        self.bad(2, "USAGE", "--from", dump, "get")
        self.bad(2, "USAGE", "--from", dump, "get", "system-uuid", "nope-nope-nope")

    def test_the_byte_order_is_the_version_s_or_the_option_s(self):
        old = self.dump(entry_point=tables.sm(len(tables.table()), 5, (2, 5)))
        self.assertEqual(self.good("--from", old, "get", "system-uuid"), tables.UUID_BE + "\n")
        self.assertEqual(self.good("--from", old, "--uuid-order", "le", "get", "system-uuid"),
                         tables.UUID_LE + "\n")
        new = self.dump(entry_point=tables.sm3(len(tables.table())))
        self.assertEqual(self.good("--from", new, "get", "system-uuid"), tables.UUID_LE + "\n")
        self.assertEqual(self.good("--from", new, "--uuid-order=be", "get", "system-uuid"),
                         tables.UUID_BE + "\n")
        self.bad(2, "USAGE", "--from", new, "--uuid-order", "xe", "get", "system-uuid")

    def test_json_has_the_values_and_where_they_come_from(self):
        dump = self.dump(tables.bios(), tables.system(strings=("Maker",)))
        report = self.good_json("--from", dump, "get", "system-uuid", "bios-vendor")
        self.assertEqual(report["values"], {"system-uuid": tables.UUID_LE, "bios-vendor": "Vendor"})
        self.assertEqual(report["schema"], "hwident-json/1")
        self.assertIsNone(report["error"])
        self.assertEqual(report["source"], {"path": str(dump), "provenance": "file",
                                            "smbios_version": "2.8",
                                            "version_from": "entry_point"})
        done = self.run_hwident("--json", "--from", dump, "get", "product_name")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r'"product_name": null')
        self.assertRegex(done.stdout, r'"code": 1')
        self.assertEqual(json.loads(done.stdout)["absent"], {"product_name": "bad_index"})

    def test_json_says_why_in_the_words_of_show(self):
        for structures, key, word in (
            ([tables.bios()], "system-uuid", "none"),
            ([tables.structure(1, b"\1\2\3", ("a", "b", "c"))], "system-uuid", "too_short"),
            ([tables.structure(1, b"\0\2\3\4", ("a",))], "sys_vendor", "not_specified"),
            ([tables.system(bytes(16))], "system-uuid", "all_zero"),
            ([tables.system(b"\xff" * 16)], "product_uuid", "all_ones"),
            ([tables.bios(revision=(255, 1))], "bios-revision", "unknown"),
        ):
            done = self.run_hwident("--from", self.dump(*structures), "--json", "get", key)
            self.assertEqual(json.loads(done.stdout)["absent"], {key: word})

    def test_captured_tables_have_a_uuid(self):
        for name in ("qemu-seabios", "qemu-ovmf", "qemu-arm64"):
            path = TOP / "testdata" / (name + ".bin")
            self.assertRegex(self.good("--from", path, "get", "system-uuid"),
                             r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$")


if __name__ == "__main__":
    main()
