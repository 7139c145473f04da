# Goldens of every table in testdata, as text and as JSON; what is made from the rows (the synthetic
# table, the JSON Schema) is up to date; every table's JSON holds to the schema.
# SPDX-License-Identifier: MIT
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing

GOLDEN = TOP / "testdata/golden"
SCHEMA = TOP / "src/render/hwident.schema.json"
TABLES = sorted((TOP / "testdata").glob("*.bin"))
DUMPS = sorted((TOP / "../shared/dumps").glob("*.bin"))


def hwident(*arguments, program="build/hwident", environment=None):
    return subprocess.run([TOP / program, *map(str, arguments)], cwd=TOP, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60, env=environment)


def outputs(table):
    """What is golden of a table: the file's name and its bytes."""
    source = ["--from", table.relative_to(TOP)]
    yield table.stem + ".txt", hwident(*source, "show").stdout
    yield table.stem + ".json", hwident(*source, "show", "--json").stdout


class Golden(unittest.TestCase):
    maxDiff = 4000

    def test_outputs_are_golden(self):
        for table in TABLES:
            for name, output in outputs(table):
                with self.subTest(name):
                    golden = (GOLDEN / name).read_bytes() if (GOLDEN / name).exists() else b""
                    self.assertEqual(output.decode("utf-8").splitlines(),
                                     golden.decode("utf-8").splitlines(), "`make golden`?")

    def test_every_golden_has_its_table(self):
        self.assertEqual({golden.stem for golden in GOLDEN.iterdir()},
                         {table.stem for table in TABLES})


class MadeFromRows(unittest.TestCase):
    def test_the_synthetic_table_is_up_to_date(self):
        with tempfile.TemporaryDirectory() as folder:
            made = pathlib.Path(folder) / "synthetic.bin"
            self.assertEqual(hwident(made, program="build/tests/inventory/generate").returncode, 0)
            self.assertEqual(made.read_bytes(), (TOP / "testdata/synthetic.bin").read_bytes())

    def test_the_schema_is_up_to_date(self):
        made = hwident(program="build/tests/inventory/json_schema").stdout
        self.assertEqual(made, SCHEMA.read_bytes())

    def test_the_synthetic_table_has_every_type(self):
        structures = json.loads(hwident("--from", "testdata/synthetic.bin", "show",
                                        "--json").stdout)["structures"]
        self.assertLessEqual(set(range(47)) | {126, 127}, {s["type"] for s in structures})

    def test_the_synthetic_table_has_every_field(self):
        structures = json.loads(hwident("--from", "testdata/synthetic.bin", "show",
                                        "--json").stdout)["structures"]
        rules = json.loads(SCHEMA.read_text())["definitions"]["structure"]["allOf"]
        for rule in rules:
            type_ = rule["if"]["properties"]["type"]["const"]
            if type_ >= 128:  # vendors' own, which tests/unit/test_schema_oem.c makes
                continue
            keys = set(rule["then"]["properties"]["fields"].get("properties", {}))
            seen = {key for s in structures if s["type"] == type_ for key in s["fields"]}
            self.assertEqual(keys - seen, set(), f"type {type_}")


def errors_of(table, arguments=("show",)):
    """Where the JSON that is printed for a table breaks the schema."""
    output = json.loads(hwident("--from", table, "--json", *arguments).stdout)
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text()))
    return [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(output)]


class Schema(unittest.TestCase):
    def test_it_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(json.loads(SCHEMA.read_text()))

    def test_every_table_of_testdata(self):
        for table in TABLES:
            self.assertEqual(errors_of(table), [], table.name)

    @unittest.skipUnless(DUMPS, "../shared/dumps is not there")
    def test_every_dump(self):
        with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
            for table, errors in zip(DUMPS, pool.map(errors_of, DUMPS, chunksize=8)):
                self.assertEqual(errors, [], table.name)

    def test_errors_and_other_commands(self):
        for arguments in (["get", "system-uuid"], ["summary"], ["explain"], ["show"],
                          ["show", "-u"], ["lint"]):
            self.assertEqual(errors_of(TABLES[0], arguments), [], arguments)
            self.assertEqual(errors_of("/dev/null", arguments), [], arguments)

    def test_findings(self):
        for table in TABLES:
            self.assertEqual(errors_of(table, ["lint"]), [], table.name)

    def test_it_refuses_what_is_not_ours(self):
        good = json.loads(hwident("--from", TABLES[0], "show", "--json").stdout)
        good["structures"][0]["fields"]["vendor"] = 7
        validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text()))
        self.assertFalse(validator.is_valid(good))


def write():
    GOLDEN.mkdir(exist_ok=True)
    for table in sorted((TOP / "testdata").glob("*.bin")):
        for name, output in outputs(table):
            (GOLDEN / name).write_bytes(output)


if __name__ == "__main__":
    write() if "--write" in sys.argv else closing.main()
