# The package for npm: installed without a network, without scripts, and used from a program.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "tests/lib"), str(TOP / "src/identity/verify")]
import tables
import verify
from closing import main

SOURCE = TOP / "src/npm"
EXAMPLE = TOP / "tests/languages/npm_example.js"
DUMP = str(TOP / "testdata/qemu-seabios.bin")
UUID = "b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65"
OTHER = "0d7e58c3-91ba-4f26-8c05-e2a94716db38"
BYTES = bytes.fromhex(UUID.replace("-", ""))


class Npm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        made, = (TOP / "build/npm").glob("hwident-*.tgz")
        subprocess.run(["npm", "install", "--offline", "--no-audit", "--no-fund", made],
                       cwd=folder.name, check=True, capture_output=True)

    def tell(self, expression):
        """The value of an expression of JavaScript, where h is the package."""
        program = f"""const h = require("hwident"), from = {json.dumps(DUMP)};
            let told; try {{ told = {expression}; }}
            catch (e) {{ told = {{ thrown: e.name, code: e.code, tag: e.tag, message: e.message,
                                  remedy: e.remedy, error: e instanceof Error }}; }}
            console.log(JSON.stringify(told));"""
        done = subprocess.run(["node", "-e", program], cwd=self.folder, capture_output=True,
                              text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def test_version_is_that_of_the_header(self):
        version = re.search(r'HWIDENT_VERSION +"(.*)"', (TOP / "include/hwident.h").read_text())[1]
        self.assertEqual(json.loads((SOURCE / "package.json").read_text())["version"], version)

    def test_nothing_runs_at_installation(self):
        self.assertNotIn("scripts", json.loads((SOURCE / "package.json").read_text()))

    def test_it_brings_the_tool_and_the_licences(self):
        package = self.folder / "node_modules/hwident"
        self.assertEqual({path.name for path in package.iterdir()},
                         {"hwident", "index.js", "index.d.ts", "package.json", "LICENSE",
                          "copyright", "Apache-2.0"})
        self.assertTrue((package / "hwident").stat().st_mode & 0o111)

    def test_everything_exported_has_a_type(self):
        typed = re.findall(r"^export (?:function|class) (\w+)", (SOURCE / "index.d.ts").read_text(),
                           re.MULTILINE)
        self.assertEqual(sorted(self.tell("Object.keys(h)")), sorted(typed))

    def test_every_option_has_a_type(self):
        options = re.search(r"const OPTIONS = {(.*?)}", (SOURCE / "index.js").read_text(), re.DOTALL)
        typed = re.findall(r"^  (\w+)\?: ", (SOURCE / "index.d.ts").read_text(), re.MULTILINE)
        self.assertEqual(set(re.findall(r"(\w+): ", options[1])) - set(typed), set())

    def example(self, folder):
        done = subprocess.run(["node", "-"], input=EXAMPLE.read_text(), cwd=self.folder, text=True,
                              capture_output=True, env={**os.environ, "HWIDENT_TABLES": str(folder)})
        return done.stdout, done.stderr

    def test_the_example_of_the_manual(self):
        raw = pathlib.Path(DUMP).read_bytes()
        folder = tables.write_folder(self.folder / "tables", raw[32:], raw[:0x1F])
        code = verify.derive("u", BYTES, "com.example.app")
        self.assertEqual(self.example(folder), (f"{code} 512 MiB\n", ""))

    def test_the_example_of_the_manual_tells_the_reason(self):
        out, err = self.example("/nowhere")
        self.assertEqual(out, "")
        self.assertRegex(err, "^MISSING: .*/nowhere: no such folder .*; name the folder")

    def test_summary_is_an_object(self):
        told = self.tell("h.summary({ from })")
        self.assertEqual(told["system"]["uuid"], UUID)
        self.assertEqual([d["size_bytes"] for d in told["memory"]["devices"]], [512 << 20])

    def test_get_takes_one_key_or_several(self):
        self.assertEqual(self.tell("h.get('system-uuid', { from }).values"), {"system-uuid": UUID})
        told = self.tell("h.get(['bios-version', 'system-family'], { from }).values")
        self.assertEqual(told, {"bios-version": "2.17", "system-family": "Thousands"})

    def test_code_is_the_verifiers_code(self):
        self.assertEqual(self.tell("h.code('com.example.app', { from }).components[0].code"),
                         verify.derive("u", BYTES, "com.example.app"))

    def test_code_with_a_key_that_no_process_list_shows(self):
        self.assertEqual(self.tell("h.code('a', { from, key: 'secret' }).components[0].code"),
                         verify.derive("u", BYTES, "a", b"secret"))
        self.assertEqual(self.tell("h.code('a', { from, key: '' })")["tag"], "USAGE")

    def test_show_selects_types_and_a_handle(self):
        self.assertEqual(self.tell("h.show({ from, types: ['memory', 1] }).structures.map(s => s.type)"),
                         [1, 16, 17])
        told = self.tell("h.show({ from, handle: '0x1100', raw: true }).structures")
        self.assertEqual([(s["type"], s["fields"]["device_locator"]) for s in told], [(17, "DIMM 0")])
        self.assertTrue(told[0]["data_hex"].startswith("1128"))

    def test_a_different_machine_is_an_answer_and_no_error(self):
        self.assertEqual(self.tell(f"h.match('{UUID}', undefined, {{ from }}).matched"), 1)
        self.assertEqual(self.tell(f"h.match('{OTHER}', undefined, {{ from }}).values[0].verdict"),
                         "different")
        own = verify.derive("u", BYTES, "a")
        self.assertEqual(self.tell(f"h.match(['{own}'], 'a', {{ from }}).values[0].verdict"), "same")

    def test_explain_recommends_a_component(self):
        self.assertEqual(self.tell("h.explain({ from }).identity.recommended"), "u")

    def test_a_failure_is_an_error_with_its_reason(self):
        told = self.tell("h.summary({ tables: '/nowhere' })")
        self.assertTrue(told.pop("error") and told.pop("remedy"))
        self.assertEqual(told, {"thrown": "HwidentError", "code": 8, "tag": "MISSING", "message":
                                "/nowhere: no such folder with smbios_entry_point and DMI"})

    def test_a_wrong_call_is_an_error_with_its_reason(self):
        for expression, tag in (("h.get('nonsense', { from })", "USAGE"),
                                ("h.get('--json', { from })", "USAGE"),
                                ("h.code('', { from })", "USAGE"),
                                ("h.match('x', undefined, { from })", "USAGE")):
            with self.subTest(expression):
                told = self.tell(expression)
                self.assertEqual((told["thrown"], told["code"], told["tag"]),
                                 ("HwidentError", 2, tag))
        told = self.tell("h.summary({ nonsense: 1 })")
        self.assertEqual(told["thrown"], "TypeError")
        self.assertRegex(told["message"], "no option 'nonsense'; there are tables, from, ")


if __name__ == "__main__":
    main()
