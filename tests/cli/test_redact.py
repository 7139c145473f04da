# --redact: no output has anything that names the machine, and everything else is unchanged.
# SPDX-License-Identifier: MIT
import json
import random
import re
import subprocess
import uuid

from hwident import DUMPS, HWIDENT, TOP, Case, with_dumps
import tables
from closing import main

PRIVATE = re.compile(r"\t+(?:(?:SBDS |Battery |Physical |DIMM Vendor )?"
                     r"(?:Serial Number|Asset Tag|UUID|Service UUID|MAC Address): "
                     r"|Enclosure Serial: |SAS Expander WWID: "
                     r"|NIC \d+: .*, MAC address )(.*)")
# Of structures whose length runs into their strings: no field refers to what is left of them.
COUNTED = "\tID: 8"  # in bytes that count up, as a made number does
CUT = {"\tDescription: UNKNOWN-2"}
UUID_HEX = tables.UUID_STORED.hex()
BYTES = re.compile(r"\t\t(?:[0-9A-F]{2} ?)+")
FIELDS = {"serial_number", "asset_tag", "asset_tag_number"}
NOTHING = {"Not Specified", "<BAD INDEX>", "Not Present", "Not Settable"}
LISTED = {re.sub("[^0-9a-z]", "", value.lower()) for value in re.findall(
    r'^    \{\d, "((?:[^"\\]|\\.)*)", "', (TOP / "src/identity/placeholders.c").read_text(), re.M)}


def is_placeholder(value):
    """What names no machine stays: IDENTITY's rules for strings, and its list."""
    folded = re.sub("[^0-9a-z]", "", value.lower())
    # Words that name a field or say that there is nothing, each with one digit or digits that count.
    words = re.sub("12345[0-9]*|(?<![0-9])[0-9](?![0-9])", "", folded)
    if re.fullmatch("(?:no|not|oem|define|dimm|asset|tag|num|ser|support|information|base|board|"
                    "chassis|system|atn)+", words):
        return True
    steps = {(int(b) - int(a)) % 10 for a, b in zip(folded, folded[1:])} if folded.isdigit() else ()
    return (len(set(folded)) < 2 or steps in ({1}, {9}) or folded in LISTED or
            value.strip() in NOTHING)


def uuid_spellings(value):
    """Its digits in both byte orders, and those of the bytes themselves."""
    try:
        whole = uuid.UUID(value)
    except ValueError:
        return set()
    return {whole.hex, whole.bytes_le.hex()}


def counts_up(digits):
    """A placeholder of firmware, and what fills the UUIDs of testdata's synthetic table."""
    data = bytes.fromhex(digits)
    return all(b == a + 1 for a, b in zip(data, data[1:]))


class Originals:
    """What a text of the inventory shows that names the machine."""

    def __init__(self, text, report, grades):
        found = {match[1].strip() for line in text.splitlines() if (match := PRIVATE.match(line))}
        # Of an empty slot, too, whose serial number the text does not show.
        found |= {s["fields"][key].strip() for s in report["structures"]
                  for key in FIELDS if s["fields"].get(key)}
        # A battery's number of two bytes is replaced where it stands; Dell's tokens are such, too.
        values = {v for v in found if len(v) >= 4 and not is_placeholder(v)
                  and not re.fullmatch("[0-9A-F]{4}", v)}
        self.uuids = set().union(*map(uuid_spellings, values))
        if "system UUID: placeholder" in grades:
            self.uuids = set()
        self.uuids = {u for u in self.uuids if not any(map(counts_up, uuid_spellings(u)))}
        # The synthetic table's strings are the names of their fields, which outputs have too.
        self.texts = {v.lower() for v in values if not uuid_spellings(v)
                      and not re.fullmatch("[a-z0-9_]*_[a-z0-9_]*", v)} - FIELDS

    def left(self, text):
        """Those that still are in a text."""
        folded = re.sub("0x[0-9a-f]+", "", text.lower())  # a number, not a short serial number
        digits = re.sub(r"[\s:-]", "", folded)
        return ({t for t in self.texts if t in folded} | {u for u in self.uuids if u in digits})

    def stayed(self, text):
        """The same of a redacted text, where a number of zeros and one digit can come by chance."""
        return {t for t in self.left(text) if not re.fullmatch("0{6,}.", t)}


def without_hex(report):
    """The JSON's strings, without those that are bytes or numbers in hex."""
    if isinstance(report, dict):
        return "\n".join(without_hex(v) for k, v in report.items() if not k.endswith("_hex"))
    if isinstance(report, list):
        return "\n".join(map(without_hex, report))
    return report if isinstance(report, str) and not report.startswith("0x") else ""


def run(path, *arguments):
    done = subprocess.run([HWIDENT, "-q", "--from", path, *arguments], capture_output=True,
                          timeout=60)
    assert done.returncode in (0, 1, 5, 7), (path, arguments, done.returncode)
    return done.stdout.decode("latin-1")


class Redact(Case):
    def check_dump(self, path):
        before = run(path, "show")
        originals = Originals(before, json.loads(run(path, "show", "--json")),
                              run(path, "summary"))
        for arguments in (["show"], ["summary"], ["explain"], ["--format", "env"],
                          ["--format", "prometheus", "--with-ids"], ["show", "-u"]):
            text = run(path, "--redact", *arguments).replace(str(path), "")
            self.assertEqual(originals.stayed(text), set(), (path, arguments))
        for arguments in (["show", "--json"], ["summary", "--json"], ["explain", "--json"],
                          ["lint", "--json"]):
            report = json.loads(run(path, "--redact", *arguments))
            report["source"] = None
            self.assertEqual(originals.stayed(without_hex(report)), set(), (path, arguments))
            digits = json.dumps(report)
            self.assertEqual({u for u in originals.uuids if u in digits} |
                             {t for t in originals.texts if t.encode().hex() in digits}, set())
        self.check_written(path, originals, before)
        self.check_lines(path, originals, before)

    def check_written(self, path, originals, before):
        """The dump holds nothing either, and is as good as the outputs that are redacted."""
        written = self.folder / "redacted.bin"
        written.unlink(missing_ok=True)  # of a table before this one, whose test failed
        run(path, "--redact", "dump", written)
        data = written.read_bytes()
        self.assertEqual(originals.stayed(data.decode("latin-1")), set(), path)
        self.assertEqual({u for u in originals.uuids if bytes.fromhex(u) in data}, set(), path)
        before, shown, read_back = (text.splitlines()[2:] for text in (
            before, run(path, "--redact", "show"), run(written, "show")))
        self.assertEqual((len(shown), len(read_back)), (len(before), len(before)), path)
        for old, one, two in zip(before, shown, read_back):
            self.assertEqual(old == one, old == two, (path, old))
        written.unlink()
        run(path, "dump", written)
        self.assertEqual(len(data), written.stat().st_size)
        written.unlink()

    def check_lines(self, path, originals, before):
        """Only lines that held a value, or the bytes of one, are others; and as long."""
        before, after = before.splitlines(), run(path, "--redact", "show").splitlines()
        self.assertEqual(len(before), len(after), path)
        for old, new in zip(before, after):
            if old == new:
                continue
            if "WWID" not in old and old != COUNTED:  # numbers, which have no leading zeros
                self.assertEqual(len(old), len(new), path)
            if not BYTES.fullmatch(old):
                self.assertTrue(PRIVATE.match(old) or "MAC address" in old or originals.left(old) or
                                old in CUT or old == COUNTED, (path, old, new))

    def redacted(self, *structures):
        """Strings of the redacted table, structure by structure."""
        dump = self.file("dump", tables.dump(tables.table(*structures, tables.end())))
        report = self.good_json("--from", dump, "--redact", "show", "-u")
        return [s["strings"] for s in report["structures"]]

    def test_it_recurs_in_oem_strings_in_either_case_and_any_order(self):
        stored = bytes.fromhex("4a7c91d2e85b034fa1b2c3d4e5f60718")
        spec = str(uuid.UUID(bytes_le=stored))
        texts = ("tag=sxk-4471q;", "SXK-4471Q", spec, spec.upper(), spec.replace("-", ""),
                 stored.hex(" "), stored.hex(), "nothing")
        system, oem, raw, _ = self.redacted(
            tables.system(stored, ("Maker", "Product", "V1", "SXK-4471Q", "SKU-1", "Family")),
            tables.structure(11, bytes([len(texts)]), texts, 0x11),
            tables.structure(200, b"SXK-4471Q" + stored, (), 0x12))
        serial = system[3]
        self.assertRegex(serial, r"\A[A-Z]{3}-\d{4}[A-Z]\Z")
        self.assertNotEqual(serial, "SXK-4471Q")
        self.assertEqual(oem[:2], [f"tag={serial.lower()};", serial])
        self.assertEqual(oem[7], "nothing")
        new = uuid.UUID(oem[2])
        self.assertNotEqual(new, uuid.UUID(spec))
        self.assertEqual(oem[3:7], [str(new).upper(), new.hex, new.bytes_le.hex(" "),
                                    new.bytes_le.hex()])
        redacted = self.folder / "redacted"
        self.good("--from", self.folder / "dump", "--redact", "dump", redacted)
        report = self.good_json("--from", redacted, "show", "-u")["structures"]
        new = uuid.UUID(report[1]["strings"][2])
        data = bytes.fromhex(report[2]["data_hex"])
        self.assertEqual(data[4:], report[0]["strings"][3].encode() + new.bytes_le)
        self.assertEqual(self.good("--from", redacted, "get", "system-uuid"), f"{new}\n")

    def test_a_header_stays_even_where_it_reads_like_the_value(self):
        like = tables.structure(ord("S"), b"4471Q".ljust(ord("X") - 4, b"?"), (),
                                int.from_bytes(b"K-", "little"))
        self.assertIn(b"SXK-4471Q", like)
        dump = self.file("dump", tables.dump(tables.table(tables.system(strings=(
            "Maker", "Product", "V1", "SXK-4471Q", "SKU-1", "Family")), like, tables.end())))
        for more in (), ("--redact",):
            report = self.good_json("--from", dump, *more, "show", "-t", str(ord("S")))
            self.assertEqual([s["data_hex"] for s in report["structures"]], [like[:-2].hex()])

    def test_a_value_shorter_than_four_characters_is_replaced_only_in_its_field(self):
        system, other, _ = self.redacted(
            tables.system(strings=("Q7Z", "Product", "V1", "Q7Z", "SKU-1", "Family")),
            tables.structure(11, b"\1", ("Q7Z",), 0x11))
        self.assertEqual((system[0], other), ("Q7Z", ["Q7Z"]))
        self.assertRegex(system[3], r"\A[A-PR-Z][0-689][A-Y]\Z")

    def test_a_string_that_no_field_refers_to_is_replaced_in_the_bytes(self):
        strings = ("Maker", "Product", "V1", "SXK-4471Q", "SKU-1", "Family", "CN0H-77Q1")
        system, oem, _ = self.redacted(tables.system(strings=strings),
                                       tables.structure(11, b"\1", ("CN0H-77Q1",), 0x11))
        self.assertRegex(system[6], r"\A[A-Z]{2}\d[A-Z]-\d{2}[A-Z]\d\Z")
        self.assertNotEqual(system[6], "CN0H-77Q1")
        self.assertEqual((system[:3], oem), (["Maker", "Product", "V1"], ["CN0H-77Q1"]))

    def test_serial_numbers_in_vendors_structures_are_replaced(self):
        stored = bytes.fromhex("4a7c91d2e85b034fa1b2c3d4e5f60718")
        dump = self.file("dump", tables.dump(tables.table(
            tables.system(strings=("HP", "ProLiant BL460c Gen8", "V1", "VCX7300K2Q", "S", "F")),
            tables.structure(204, b"\1\0\0\2\x10\1\3", ("R1", "7", "CZ73Q0K41D"), 2),
            tables.structure(209, b"\0\3\2\x11\x5e\x10\x77\x91", (), 3),
            tables.structure(226, stored + b"\1", ("CZ9041QK7X",), 4), tables.end())))
        before = self.good("--from", dump, "show")
        originals = Originals(before, {"structures": []}, "")
        self.assertEqual(originals.texts,
                         {"vcx7300k2q", "cz73q0k41d", "02:11:5e:10:77:91", "cz9041qk7x"})
        self.assertTrue(originals.uuids >= {stored.hex()})
        self.check_dump(dump)
        after = self.good("--from", dump, "--redact", "show")
        self.assertIn("\tRack Name: R1\n", after)
        self.assertIn("\tNIC 1: PCI device 03:00.0, MAC address ", after)

    def test_it_does_not_come_back_where_it_was_replaced(self):
        dump = self.file("dump", tables.dump(tables.table(tables.system(
            strings=("Maker", "Product", "V1", "7350019001", "SKU 7350019007350019001", "F")))))
        for _ in range(40):
            text = self.good("--from", dump, "--redact", "show")
            self.assertNotIn("7350019001", text)

    def test_nobody_can_put_the_values_back(self):
        # If they were the same each time, redacting a known value would reveal the others.
        dump = self.file("dump", tables.dump(tables.table(tables.system(
            strings=("Maker", "Product", "V1", "SXK-4471Q-88127-PLMZ", "SKU-1", "Family")))))
        serials = [self.good("--from", dump, "--redact", "get", "product_serial")
                   for _ in range(5)]
        self.assertEqual(len(set(serials)), 5, serials)

    def test_without_random_numbers_nothing_is_shown(self):
        dump = self.file("dump", tables.dump(tables.table()))
        done = self.run_hwident("--from", dump, "--redact", "summary", before=(
            "strace", "-qq", "-o", "/dev/null", "-e", "inject=getrandom:error=ENOSYS"))
        self.assertEqual((done.returncode, done.stdout), (8, ""))
        self.assertIn("no random numbers", done.stderr)

    def test_a_placeholder_is_not_replaced(self):
        (system, _) = self.redacted(tables.system(
            strings=("Maker", "Product", "V1", "To Be Filled By O.E.M.", "SKU-1", "Family")))
        self.assertEqual(system[3], "To Be Filled By O.E.M.")

    def test_bytes_that_are_no_ascii_do_not_stay(self):
        system, _ = self.redacted(tables.system(
            strings=("Maker", "Product", "V1", "M\xfcller-8812", "SKU-1", "Family")))
        self.assertRegex(system[3], r"\A[A-Z]x[a-z]{4}-\d{4}\Z")

    def test_a_replaced_value_has_the_grade_of_the_original(self):
        for text in ("4c4c4544-0052-3010-8051-b2c04f324732",
                     "564d1234-5678-4a4b-4c4d-4e4f50515253",
                     "03d40274-0435-05a6-e906-3f0700080009",
                     "00000000-0000-1000-8000-a0b1c2d3e4f5"):
            stored = uuid.UUID(text).bytes_le
            dump = self.file("dump", tables.dump(tables.table(tables.system(stored),
                                                              tables.end())))
            before, after = (self.good_json("--from", dump, *more)["identity"]["components"][0]
                             for more in ((), ("--redact",)))
            self.assertNotEqual(before.pop("value_hex"), after.pop("value_hex"))
            self.assertEqual(before, after)

    def test_uuid_of_a_table_that_does_not_tell_its_version(self):
        stored = bytes.fromhex("4a7c91d2e85b034fa1b2c3d4e5f60718")
        folder = tables.write_folder(self.folder / "t", tables.table(tables.system(stored),
                                                                     tables.end()))
        (folder / "smbios_entry_point").unlink()
        done = self.run_hwident("--tables", folder, "--redact", "show", "-u")
        self.assertNotIn("4A 7C 91", done.stdout)
        self.assertIn("\t01 1B 01 00", done.stdout)

    def test_the_same_is_replaced_as_a_slow_search_finds(self):
        """Strings that hold serial numbers in any case, also in one another and overlapping."""
        dice = random.Random(17)
        letters = "aAbB12"
        for longest in (7, 7, 7, 30, 30, 250) * 4:
            serials = ["Q7" + "".join(dice.choices(letters, k=dice.randrange(2, longest)))
                       for _ in range(6)]
            serials += [s[:dice.randrange(4, len(s) + 1)] for s in serials for _ in range(2)]
            mixed = ["".join(dice.choice([dice.choice(serials), dice.choice(serials).swapcase(),
                                          dice.choice(letters), "."]) for _ in range(8))
                     for _ in range(20)]
            data = (tables.system() + tables.structure(11, bytes([len(mixed)]), mixed) +
                    b"".join(tables.structure(2, b"\0\0\0\1", (s,), n)
                             for n, s in enumerate(serials, 0x100)) + tables.end())
            dump = self.file("mixed", tables.dump(data, tables.sm3(len(data))))
            redacted = self.strings(dump)
            for before, after in zip(mixed, redacted):
                found = {at + n for s in serials for at in range(len(before))
                         if before[at:].lower().startswith(s.lower()) for n in range(len(s))}
                self.assertEqual({n for n, (x, y) in enumerate(zip(before, after)) if x != y},
                                 found, (before, after, serials))

    def strings(self, dump):
        """The redacted OEM strings."""
        report = json.loads(self.good("--from", dump, "--redact", "--json", "show", "-t", "11"))
        return report["structures"][0]["fields"]["strings"]

    def test_no_original_value_is_left_of_testdata(self):
        for path in sorted((TOP / "testdata").glob("*.bin")):
            self.check_dump(path)

    @with_dumps
    def test_no_original_value_is_left_of_real_tables(self):
        for path in DUMPS:
            with self.subTest(path.name):
                self.check_dump(path)


if __name__ == "__main__":
    main()
