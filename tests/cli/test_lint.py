# lint: every rule has a table that breaks it and nothing else; good tables have no findings.
# SPDX-License-Identifier: MIT
import json
import struct

from hwident import DUMPS, TOP, Case, with_dumps
import tables
from closing import main

# This identity is not a real machine's, and lint has nothing to report about it.
UUID = bytes.fromhex("3f8a61d2c94b174ea25c90e6b40d7f38")


def processor(data=b"", handle=4, upgrade=1, strings=("CPU0", "Maker", "V")):
    return tables.structure(4, data or b"\1\3\1\2" + bytes(8) + b"\3\0" +
                            struct.pack("<HHH", 100, 4000, 3000) + bytes([0x41, upgrade]) +
                            b"\xff\xff" * 3, strings, handle)


def array(devices=1, handle=16, error=0xFFFE):
    return tables.structure(16, b"\3\3\3" + struct.pack("<IHH", 1 << 20, error, devices), (), handle)


def device(handle=17, owner=16, form=9, strings=("DIMM 0",), size=0x400, serial=0):
    return tables.structure(17, struct.pack("<HHHHHBBBBBHHBBBB", owner, 0xFFFE, 64, 64, size, form,
                                            0, 1, 0, 0x1A, 0, 0, 0, serial, 0, 0), strings, handle)


def mapped():
    return tables.structure(19, struct.pack("<IIHB", 0, 0xFFFFF, 16, 1), (), 19)


def boot(handle=32):
    return tables.structure(32, bytes(7), (), handle)


def good(**changed):
    """The structures of a table without findings, some of them replaced; None: left out."""
    parts = {"bios": tables.bios(), "system": tables.system(UUID),
             "board": tables.board(), "chassis": tables.chassis(), "processor": processor(),
             "array": array(), "device": device(), "mapped": mapped(), "boot": boot(),
             "more": b"", "end": tables.end()}
    return b"".join(v for v in {**parts, **changed}.values() if v)


def oem(handle, strings=()):
    return tables.structure(200, b"", strings, handle)


class Lint(Case):
    def findings(self, data, entry_point=None):
        dump = self.file("dump", tables.dump(data, entry_point))
        done = self.run_hwident("--from", dump, "lint", "--json")
        self.assertEqual(done.stderr, "")
        report = json.loads(done.stdout)
        found = report["findings"]
        self.assertEqual(done.returncode, 1 if found else 0)
        self.assertEqual(report["error"] is None, not found)
        if found:
            self.assertIn("vendor", report["error"]["remedy"])
        return [(f["rule"], f["section"], f["type"], f["handle"], f["field"], f["offset"])
                for f in found]

    def one(self, data, rule, section, part=None, offset=0, field=None, entry_point=None):
        """The table has this finding and no other."""
        type_, handle, where = None, None, offset
        if part:
            type_, handle = part[0], f"0x{struct.unpack_from('<H', part, 2)[0]:04X}"
            where = data.index(part) + offset
        self.assertEqual(self.findings(data, entry_point),
                         [(rule, section, type_, handle, field, where)])

    def test_good_tables_have_no_findings(self):
        self.assertEqual(self.findings(good()), [])
        for name in ("qemu-seabios", "qemu-ovmf", "qemu-boards"):
            self.assertEqual(self.good("--from", TOP / f"testdata/{name}.bin", "lint"),
                             "0 findings\n")

    def test_the_entry_point_must_agree_with_the_table(self):
        data, n = good(), tables.count(good())

        def entry(size=len(data), count=n, version=(2, 8), maximum=0):
            ep = bytearray(tables.sm(size, count, version))
            struct.pack_into("<H", ep, 8, maximum)
            ep[4] = (ep[4] - sum(ep)) & 0xFF
            return bytes(ep)

        sizes = [len(p) for p in (tables.bios(), tables.system(), tables.board(),
                                  tables.chassis(), processor(), device())]
        largest = max(sizes)
        self.assertEqual(self.findings(data, entry(maximum=largest)), [])
        self.one(data, "structure-max", "5.2.1", entry_point=entry(maximum=largest + 1))
        self.one(data, "structure-count", "5.2.1", entry_point=entry(count=n + 1))
        self.one(data, "entry-version", "5.2.1", entry_point=entry(version=(2, 51)))

    def test_no_bytes_follow_the_last_structure(self):
        """Bytes behind the last structure that the entry point counts."""
        data = good(end=None)
        self.one(data + oem(0x50), "table-length", "5.2.1", offset=len(data),
                 entry_point=tables.sm(len(data + oem(0x50)), tables.count(data)))

    def test_the_table_must_end_with_type_127(self):
        data = good(end=None)
        self.one(data, "end-of-table", "5.2.2", offset=len(data), entry_point=tables.sm3(len(data)))
        self.assertEqual(self.findings(good(), tables.sm3(len(good()))), [])

    def test_a_broken_structure_is_the_only_finding(self):
        data = good(end=None) + b"\1\3\0\0\0\0"
        found = self.findings(data, tables.sm(len(data), tables.count(good())))
        self.assertEqual([f[0] for f in found], ["broken-structure"])

    def test_required_structures_must_be_there(self):
        for part in ("bios", "chassis", "processor", "mapped", "boot"):
            self.one(good(board=None, **{part: None}), "required-structure", "6.2")
        rules = [f[0] for f in self.findings(good(array=array(0), device=None))]
        self.assertEqual(rules, ["required-structure"])
        old = good(boot=None)
        self.assertEqual(self.findings(old, tables.sm(len(old), tables.count(old), (2, 2))), [])

    def test_some_structures_may_occur_only_once(self):
        data = good(more=tables.structure(0, tables.bios()[4:24], ("V", "1", "01/02/2024"), 0x50))
        self.one(data, "one-only", "6.2")

    def test_type_and_handle_must_be_allowed_and_unique(self):
        for rule, part, offset in (("reserved-type", tables.structure(100, b"", (), 0x50), 0),
                                   ("handle-range", oem(0xFF00), 2),
                                   ("handle-duplicate", oem(0), 2)):
            self.one(good(more=part), rule, "6.1.2", part, offset)
        self.assertEqual(self.findings(good(more=oem(0xFEFF))), [])

    def test_a_structure_must_be_long_enough_for_its_version(self):
        part = tables.structure(32, bytes(6), (), 32)
        self.one(good(boot=part), "short-structure", "7.33", part, 1)
        part = tables.structure(3, tables.chassis()[4:0x0D] + b"\0\0", ("Maker", "V", "SN-77", "T1"),
                                3)
        self.one(good(chassis=part), "cut-field", "7.4", part, 0x0D, "oem_defined")

    def test_every_string_must_be_printable_and_used(self):
        part = tables.chassis(("CaseMaker", "C1", "CSN-1"))
        self.one(good(chassis=part), "string-missing", "6.1.3", part, 8, "asset_tag")
        part = tables.chassis(("CaseMaker", "C1", "CSN-1", "CTag", "left over"))
        self.one(good(chassis=part), "string-unused", "6.1.3", part)
        part = tables.chassis(("CaseMaker", "C\1", "CSN-1", "CTag"))
        self.one(good(chassis=part), "string-control", "6.1.3", part, 6, "version")
        inactive = tables.structure(126, bytes(8), ("of", "no", "field"), 0x50)
        self.assertEqual(self.findings(good(more=inactive)), [])

    def test_codes_of_vendors_are_no_findings_and_reserved_ones_are(self):
        def firmware(version_format, state=4):
            body = bytes([1, 2, version_format, 3, 0xFF, 0, 0, 0]) + bytes(8) + bytes([0, 0, state, 0])
            return tables.structure(45, body, ("Name", "1.0", "Id"), 0x70)
        self.assertEqual(self.findings(good(more=firmware(0x80))), [])
        part = firmware(0x7F)
        self.one(good(more=part), "reserved-value", "7.46", part, 6, "firmware_version_format")
        part = tables.structure(46, bytes([0, 0, 1, 3, 0]), ("Text",), 0x71)
        self.one(good(more=part), "reserved-value", "7.47", part, 4, "string_property_id")

    def test_sizes_of_caches_that_disagree(self):
        def cache(word, long_word):
            sizes = word.to_bytes(2, "little") * 2
            body = (bytes([1, 0x80, 1]) + sizes + bytes([2, 0, 2, 0, 0, 3, 5, 7]) +
                    long_word.to_bytes(4, "little") * 2)
            return tables.structure(7, body, ("L1",), 0x72)
        self.assertEqual(self.findings(good(more=cache(512, 512))), [])
        self.assertEqual(self.findings(good(more=cache(0xFFFF, 0x80010000))), [])
        part = cache(512, 0)
        found = self.findings(good(more=part))
        self.assertEqual(len(found), 2)
        for one, field in zip(found, ("maximum_size_bytes", "installed_size_bytes")):
            self.assertLessEqual({"sizes-differ", field}, set(one))

    def test_values_must_be_defined_and_given_where_required(self):
        part = processor(upgrade=0x7F)
        self.one(good(processor=part), "reserved-value", "7.5", part, 0x19, "processor_upgrade")
        part = processor(upgrade=2)
        self.one(good(processor=part), "required-value", "6.2", part, 0x19, "processor_upgrade")
        part = tables.system(UUID, ("Maker",))
        part = part[:5] + b"\0\0\0" + part[8:25] + b"\0\0" + part[27:]
        self.one(good(system=part), "required-value", "6.2", part, 5, "product_name")

    def test_dates_have_the_form_of_the_specification(self):
        for date in ("2024-01-02", "1/2/2024", "01/02/24", "01/02/20245"):
            part = tables.bios(("Vendor", "1.2", date))
            self.one(good(bios=part), "date", "7.1", part, 8, "firmware_release_date")
        old = tables.table(tables.bios(("Vendor", "1.2", "01/02/99")), tables.end())
        self.assertEqual(self.findings(old, tables.sm(len(old), 2, (2, 2))), [])

    def test_handles_must_lead_to_the_right_structures(self):
        part = array(error=0x77)
        self.one(good(array=part), "dangling-handle", "7.17", part, 0x0B,
                 "memory_error_information_handle")
        part = array(devices=2)
        self.one(good(array=part), "device-count", "6.2", part, 0x0D)
        part = device(owner=0x66)
        rules = [f[0] for f in self.findings(good(device=part))]
        self.assertEqual(rules, ["device-count", "dangling-handle"])

    def test_handles_that_are_special(self):
        """FFFE is "not provided", FFFF "none" (7.17.1); what is below names a structure."""
        for handle in (0xFFFE, 0xFFFF):
            self.assertEqual(self.findings(good(array=array(error=handle))), [])
            part = bytearray(tables.board())
            struct.pack_into("<H", part, 0x0B, handle)  # its chassis
            self.assertEqual(self.findings(good(board=bytes(part))), [])
        for handle in (0xFFFD, 0xFF00, 0x8000, 0x100):
            part = array(error=handle)
            self.one(good(array=part), "dangling-handle", "7.17", part, 0x0B,
                     "memory_error_information_handle")
            rules = {f[0] for f in self.findings(good(array=part, more=oem(handle)))}
            self.assertLessEqual(rules, {"handle-range"})  # they end at FEFF

    def test_placeholders_are_found_in_every_structure(self):
        part = tables.chassis(("CaseMaker", "C1", "CSN-1", "None"))
        self.one(good(chassis=part), "placeholder", "7.4", part, 8, "asset_tag")
        part = tables.chassis(("CaseMaker", "To Be Filled By O.E.M.", "CSN-1", "CTag"))
        self.one(good(chassis=part), "placeholder", "7.4", part, 6, "version")
        part = tables.system(bytes(range(16)))
        self.one(good(system=part), "placeholder", "7.2", part, 8, "uuid")
        part = device(strings=("DIMM 0", "00000000"), serial=2)
        self.one(good(device=part), "placeholder", "7.18", part, 0x18, "serial_number")
        # An empty slot's values, and a name without meaning, are not forgotten fields.
        empty = device(strings=("DIMM 0", "00000000"), serial=2, size=0)
        self.assertEqual(self.findings(good(device=empty)), [])
        self.assertEqual(self.findings(good(chassis=tables.chassis(
            ("Unknown", "None", "CSN-1", "CTag")))), [])

    def test_each_structure_has_strings_of_its_own(self):
        texts = ("Default string", "\1", "To Be Filled By O.E.M.\1", "good")
        boards = [tables.structure(10, b"\x83\1\x83\1", [text], 0x60 + number)
                  for number, text in enumerate(texts)]
        found = self.findings(good(more=b"".join(boards)))
        self.assertEqual([(rule, handle) for rule, _, _, handle, _, _ in found],
                         [("placeholder", "0x0060")] * 2 + [("string-control", "0x0061")] * 2 +
                         [("string-control", "0x0062"), ("placeholder", "0x0062")] * 2)

    def test_the_text_has_a_line_for_each_finding(self):
        part = tables.chassis(("CaseMaker", "C1", "CSN-1"))
        dump = self.file("dump", tables.dump(good(chassis=part)))
        done = self.run_hwident("--from", dump, "lint")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertRegex(done.stdout, r"\A0x0[0-9A-F]{3}  type 3, handle 0x0003 +string-missing +"
                                      r"6\.1\.3  asset_tag: its string is not in the set\n"
                                      r"1 finding\n\Z")

    def test_millions_of_findings_are_counted_and_ten_thousand_listed(self):
        data = good(end=None) + tables.structure(100, b"", (), 0x60) * 20000 + tables.end()
        dump = self.file("many", tables.dump(data, tables.sm3(len(data))))
        text = self.run_hwident("--from", dump, "lint").stdout.splitlines()
        self.assertEqual((len(text), text[-1]),
                         (10001, "39999 findings, of which the first 10000 are listed"))
        report = json.loads(self.run_hwident("--from", dump, "lint", "--json").stdout)
        self.assertEqual((len(report["findings"]), report["listed"], report["count"]),
                         (10000, 10000, 39999))

    def test_what_is_listed_has_its_text(self):
        for part, text in (
                (tables.structure(10, b"\x83\1" * 125, ("Default string",), 0x60),
                 "never filled in: 'Default string'"),
                (tables.structure(10, b"\x7f\1" * 125, ("x",), 0x60), "the value 0x7F has no meaning"),
                (tables.structure(14, b"\1" + b"\1\xaa\xbb" * 80, ("x",), 0x60),
                 "no structure has the handle 0xBBAA"),
                (tables.structure(11, b"\0", ["x"] * 125, 0x60), "no field refers to string ")):
            data = good(more=part * 200)
            dump = self.file("texts", tables.dump(data, tables.sm3(len(data))))
            findings = json.loads(self.run_hwident("--from", dump, "lint", "--json").stdout)["findings"]
            texts = [finding["text"] for finding in findings]
            self.assertEqual(len(texts), 10000)
            self.assertGreater(sum(text in found for found in texts), 9000)
            self.assertNotIn("", texts)

    def test_an_error_is_no_finding(self):
        self.bad(8, "MISSING", "--tables", self.folder / "none", "lint")

    @with_dumps
    def test_how_often_each_rule_fires_on_real_tables(self):
        """Prints how often each rule fires on true tables."""
        count, where = {}, {}
        for path in DUMPS:
            done = self.run_hwident("--from", path, "lint")
            self.assertIn(done.returncode, (0, 1), path)
            for line in done.stdout.splitlines()[:-1]:
                rule = line[34:54].split()[0]
                count[rule] = count.get(rule, 0) + 1
                where.setdefault(rule, set()).add(path)
        print(f"\n{'rule':20}findings  in tables of {len(DUMPS)}")
        for rule in sorted(count, key=count.get, reverse=True):
            print(f"{rule:20}{count[rule]:8}{len(where[rule]):11}")


if __name__ == "__main__":
    main()
