# The text of the captured tables is dmidecode 3.7's; what is made from the rows (the synthetic table,
# the JSON Schema) is up to date; every table's JSON holds to the schema.
# SPDX-License-Identifier: MIT
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing
import tables
from dumps import DUMPS, needs_dumps

SCHEMA = TOP / "src/render/hwident.schema.json"
TABLES = sorted((TOP / "testdata").glob("*.bin"))
SYNTHETIC = [TOP / f"testdata/synthetic{maker}.bin"
             for maker in ["", "-acer", "-dell", "-hp", "-hpe", "-lenovo"]]


def hwident(*arguments, program=os.environ.get("HWIDENT", "build/hwident"), environment=None):
    return subprocess.run([TOP / program, *map(str, arguments)], cwd=TOP, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60, env=environment)


class Text(unittest.TestCase):
    maxDiff = 4000

    def test_it_is_what_dmidecode_prints(self):
        """Line for line, with dmidecode 3.7's own output."""
        texts = sorted((TOP / "testdata").glob("qemu-*.dmidecode-3.7.txt"))
        self.assertEqual(len(texts), 4)
        for text in texts:
            table = text.with_name(text.name.replace(".dmidecode-3.7.txt", ".bin"))
            with self.subTest(table.name):
                output = hwident("--from", table.relative_to(TOP), "show").stdout
                self.assertEqual(output.decode("latin-1").splitlines(),
                                 text.read_text("latin-1").splitlines())


def made_schema():
    """The frame with the rules that the rows give."""
    schema = json.loads((TOP / "tests/inventory/frame.json").read_text())
    schema["definitions"]["structure"]["allOf"] += json.loads(
        hwident(program="build/tests/inventory/json_schema").stdout)
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


class MadeFromRows(unittest.TestCase):
    def test_the_synthetic_tables_are_up_to_date(self):
        for table in SYNTHETIC:
            with tempfile.TemporaryDirectory() as folder, self.subTest(table.name):
                made = pathlib.Path(folder) / table.name
                done = hwident(made, *table.stem.split("-")[1:],
                               program="build/tests/inventory/generate")
                self.assertEqual(done.returncode, 0)
                self.assertEqual(made.read_bytes(), table.read_bytes())

    def test_the_schema_is_up_to_date(self):
        self.assertEqual(made_schema(), SCHEMA.read_text())

    def test_the_synthetic_table_has_every_type(self):
        structures = json.loads(hwident("--from", "testdata/synthetic.bin", "show",
                                        "--json").stdout)["structures"]
        self.assertLessEqual(set(range(47)) | {126, 127}, {s["type"] for s in structures})

    def test_the_synthetic_tables_have_every_field(self):
        structures = [s for table in SYNTHETIC for s in json.loads(
            hwident("--from", table, "show", "--json").stdout)["structures"]]
        rules = json.loads(SCHEMA.read_text())["definitions"]["structure"]["allOf"]
        for rule in rules:
            which = {key: value["const"] for key, value in rule["if"]["properties"].items()}
            keys = set(rule["then"]["properties"]["fields"].get("properties", {}))
            seen = {key for s in structures if which.items() <= s.items() for key in s["fields"]}
            self.assertEqual(keys - seen, set(), which)


def unique(members):
    """An object that has no key twice."""
    found = dict(members)
    assert len(found) == len(members), members
    return found


def errors_of(table, arguments=("show",)):
    """Where the JSON that is printed for a table breaks the schema."""
    output = json.loads(hwident("--from", table, "--json", *arguments).stdout,
                        object_pairs_hook=unique)
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text()))
    return [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(output)]


class Schema(unittest.TestCase):
    def test_it_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(json.loads(SCHEMA.read_text()))

    def test_every_table_of_testdata(self):
        for table in TABLES:
            self.assertEqual(errors_of(table), [], table.name)

    @needs_dumps
    def test_every_real_table_fits_the_schema(self):
        with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
            for table, errors in zip(DUMPS, pool.map(errors_of, DUMPS, chunksize=8)):
                self.assertEqual(errors, [], table.name)

    def test_errors_and_other_commands(self):
        app = ["--app", "com.example.app"]
        for arguments in (["get", "system-uuid", "bios-version"], ["summary"], ["explain"], ["show"],
                          ["show", "-u"], ["lint"], ["code", *app], ["code", *app, "--components"],
                          ["match", "00112233-4455-6677-8899-aabbccddeeff"],
                          ["match", "--need", "1", "b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65",
                           "c4a2f1b6-d753-094e-9a1e-7c30d2f48e65"]):
            for table in [*TABLES, "/dev/null"]:
                self.assertEqual(errors_of(table, arguments), [], (table, arguments))

    def test_findings_fit_the_schema(self):
        for table in TABLES:
            self.assertEqual(errors_of(table, ["lint"]), [], table.name)

    def test_it_refuses_what_is_not_ours(self):
        good = json.loads(hwident("--from", TABLES[0], "show", "--json").stdout)
        good["structures"][0]["fields"]["vendor"] = 7
        validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text()))
        self.assertFalse(validator.is_valid(good))


class Names(unittest.TestCase):
    """If dmidecode has only digits or nothing, the name is the specification's or JEDEC's."""

    def fields(self, type_, body, *strings):
        data = tables.table(tables.structure(type_, body, strings), tables.end())
        with tempfile.NamedTemporaryFile() as file:
            file.write(tables.dump(data, tables.sm3(len(data), (3, 9, 0))))
            file.flush()
            output = hwident("--from", file.name, "--json", "show").stdout
        return json.loads(output)["structures"][0]["fields"]

    def test_codes_have_the_specification_s_names(self):
        def name(field, type_, body):
            return self.fields(type_, body)[field]["name"]
        self.assertEqual(name("string_property_id", 46, bytes(5)), "Reserved")
        for code, word in ((0x09, "I2C/SMBus"), (0x0A, "I3C"), (0x0F, "USB")):
            self.assertEqual(name("interface_type", 42, bytes([code, 0, 0])), word)
        loongarch = self.fields(44, bytes([0, 0, 20, 9, 0, 1]) + bytes(18))
        self.assertIn("machine_vendor_id", loongarch["specific_data"])

    def test_a_maker_s_number_has_its_name(self):
        body = bytearray(0x5C - 4)
        body[0x17 - 4] = 1
        body[0x2C - 4:0x2E - 4] = b"\x80\xad"
        fields = self.fields(17, bytes(body), "00AD00B300AD")
        self.assertEqual([fields[key] for key in ("manufacturer", "manufacturer_name",
                                                  "module_manufacturer_name")],
                         ["00AD00B300AD", "SK hynix", "SK hynix"])


if __name__ == "__main__":
    SCHEMA.write_text(made_schema()) if "--write" in sys.argv else closing.main()
