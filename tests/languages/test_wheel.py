# The wheel for Python: installed without a network, and used from a program.
# SPDX-License-Identifier: MIT
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "tests/lib"), str(TOP / "src/identity/verify")]
import tables
import verify
from closing import main

EXAMPLE = TOP / "tests/languages/wheel_example.py"
DUMP = str(TOP / "testdata/qemu-seabios.bin")
UUID = "b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65"
OTHER = "0d7e58c3-91ba-4f26-8c05-e2a94716db38"
BYTES = bytes.fromhex(UUID.replace("-", ""))


def setUpModule():
    global FOLDER, hwident
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    FOLDER = pathlib.Path(folder.name)
    wheel, = (TOP / "build/wheel").glob("*.whl")
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--target",
                    FOLDER, wheel], check=True, capture_output=True)
    sys.path.insert(0, str(FOLDER))
    import hwident


class Wheel(unittest.TestCase):
    def test_version_is_that_of_the_tool(self):
        about, = FOLDER.glob("hwident-*.dist-info")
        said = subprocess.run([hwident.TOOL, "--version"], capture_output=True, text=True).stdout
        self.assertIn(about.name.removeprefix("hwident-").removesuffix(".dist-info"), said)

    def test_it_brings_the_licences(self):
        about, = FOLDER.glob("hwident-*.dist-info")
        self.assertLessEqual({"LICENSE", "copyright", "Apache-2.0"},
                             {path.name for path in about.iterdir()})

    def test_the_same_input_makes_the_same_bytes(self):
        made, = (TOP / "build/wheel").glob("*.whl")
        version = made.name.split("-")[1]
        licences = ["LICENSE", "src/debian/copyright", "/usr/share/common-licenses/Apache-2.0"]
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([TOP / "src/python/wheel.py", version, folder, TOP / "build/wheel/hwident",
                            *licences], cwd=TOP, check=True, capture_output=True)
            again, = pathlib.Path(folder).iterdir()
            self.assertEqual(*(hashlib.sha256(path.read_bytes()).digest() for path in (made, again)))

    def test_summary_is_a_dictionary(self):
        told = hwident.summary(dump=DUMP)
        self.assertEqual(told["system"]["uuid"], UUID)
        self.assertEqual([d["size_bytes"] for d in told["memory"]["devices"]], [512 << 20])

    def test_get_takes_one_key_or_several(self):
        self.assertEqual(hwident.get("system-uuid", dump=DUMP)["values"], {"system-uuid": UUID})
        self.assertEqual(hwident.get(["bios-version", "system-family"], dump=DUMP)["values"],
                         {"bios-version": "2.17", "system-family": "Thousands"})

    def test_code_is_the_verifiers_code(self):
        for app, key in (("com.example.app", None), ("a", b"secret")):
            told = hwident.code(app, key=key, dump=DUMP)
            self.assertEqual(told["components"][0]["code"], verify.derive("u", BYTES, app, key or b""))

    def test_show_selects_types(self):
        told = hwident.show(dump=DUMP, types=["memory", 1])
        self.assertEqual([s["type"] for s in told["structures"]], [1, 16, 17])

    def test_a_different_machine_is_an_answer_and_no_error(self):
        self.assertEqual(hwident.match(UUID, dump=DUMP)["matched"], 1)
        self.assertEqual(hwident.match([OTHER], dump=DUMP)["values"][0]["verdict"], "different")
        self.assertEqual(hwident.match(verify.derive("u", BYTES, "a", b"k"), "a", key=b"k",
                                       dump=DUMP)["matched"], 1)

    def test_explain_recommends_a_component(self):
        self.assertEqual(hwident.explain(dump=DUMP)["identity"]["recommended"], "u")

    def test_a_failure_is_an_exception_with_its_reason(self):
        with self.assertRaises(hwident.HwidentError) as caught:
            hwident.summary(tables="/nowhere")
        self.assertEqual((caught.exception.code, caught.exception.tag), (8, "MISSING"))
        self.assertIn("/nowhere: no such folder", str(caught.exception))
        self.assertIn("name the folder", caught.exception.remedy)

    def test_a_wrong_call_is_an_exception_with_its_reason(self):
        for call in (lambda: hwident.get("nonsense", dump=DUMP), lambda: hwident.get("--json"),
                     lambda: hwident.code("", dump=DUMP), lambda: hwident.match("x", dump=DUMP),
                     lambda: hwident.code("a", key=b"", dump=DUMP)):
            with self.assertRaises(hwident.HwidentError) as caught:
                call()
            self.assertEqual((caught.exception.code, caught.exception.tag), (2, "USAGE"))
        with self.assertRaisesRegex(TypeError, "no option 'nonsense'; there are tables, dump, "):
            hwident.summary(nonsense=1)

    def example(self, folder):
        return subprocess.run([sys.executable, EXAMPLE], capture_output=True, text=True, check=True,
                              env={**os.environ, "PYTHONPATH": str(FOLDER),
                                   "HWIDENT_TABLES": str(folder)}).stdout

    def test_the_example_of_the_manual(self):
        raw = pathlib.Path(DUMP).read_bytes()
        folder = tables.write_folder(FOLDER / "tables", raw[32:], raw[:0x1F])
        code = verify.derive("u", BYTES, "com.example.app")
        self.assertEqual(self.example(folder), f"{code} 512 MiB\n")
        self.assertRegex(self.example("/nowhere"), "^MISSING: .*/nowhere: no such folder")


if __name__ == "__main__":
    main()
