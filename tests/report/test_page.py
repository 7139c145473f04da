# The report of a machine: it shows what the JSON has, requests nothing, and has only our
# own markup, whatever the firmware wrote.
# SPDX-License-Identifier: MIT
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import tables
from closing import main
from page import Page

HWIDENT = TOP / "build/hwident"
OURS = {"html", "head", "meta", "style", "title", "body", "h1", "h2", "table", "tr", "th", "td", "div",
        "figure", "figcaption", "i", "details", "summary", "small", "p"}


def leaves(value, key=None):
    """Every value of a structure's fields: (key, value)."""
    if isinstance(value, dict) and set(value) == {"code", "name"}:
        yield key, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from leaves(member, name)
    elif isinstance(value, list):
        for member in value:
            yield from leaves(member)
    else:
        yield key, value


class Report(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def call(self, *arguments):
        done = subprocess.run([HWIDENT, *map(str, arguments)], capture_output=True)
        return done.returncode, done.stdout, done.stderr.decode()

    def page(self, dump, *options):
        file = self.folder / "report.html"
        code, out, err = self.call("--from", dump, *options, "report", file)
        self.assertEqual((out, err), (b"", ""))
        self.assertEqual(code, 0)
        text = file.read_text(encoding="utf-8")
        file.unlink()
        return Page(text)

    def assert_shows(self, cells, key, value):
        """A field of the JSON is in a cell."""
        mine = [cell for cell in cells if cell[0] == key or key is None]
        self.assertTrue(mine, key)
        if isinstance(value, dict):
            self.assertIn(str(value["code"]), [cell[1] for cell in mine], key)
        elif value is None:
            self.assertTrue(all(cell[2] for cell in mine), key)
        elif isinstance(value, bool):
            self.assertTrue(any(cell[2] for cell in mine), key)
        elif isinstance(value, int):
            self.assertTrue(any(str(value) in (cell[1], cell[2]) for cell in mine), (key, value))
        elif key is None:  # a name of a bit field
            words = value.replace("_", "").lower()
            self.assertTrue(any(words in "".join(filter(str.isalnum, cell[2])).lower() or value in cell[1:]
                                for cell in mine), value)
        else:
            value = re.sub("[\0-\x1f\x7f]", "\ufffd", value)
            self.assertTrue(any(value in (cell[1], cell[2]) for cell in mine), (key, value))

    def test_every_field_of_the_json_is_shown(self):
        for dump in sorted((TOP / "testdata").glob("*.bin")):
            code, out, _ = self.call("--from", dump, "--json", "show")
            report = json.loads(out)
            if code or self.call("--from", dump, "summary")[0]:
                continue
            page = self.page(dump)
            self.assertEqual(len(page.structures), len(report["structures"]), dump)
            for structure, cells in zip(report["structures"], page.structures):
                for key, value in leaves(structure["fields"]):
                    with self.subTest(dump=dump.name, type=structure["type"], key=key):
                        self.assert_shows(cells, key, value)

    def test_strings_of_the_firmware_never_become_markup(self):
        evil = ("<script>alert(1)</script>", "\"><img src=http://example.com/x>", "&lt;b&gt;", "</table>",
                "' onmouseover='x", "<style>")
        dump = self.folder / "dump"
        dump.write_bytes(tables.dump(tables.table(
            tables.bios(), tables.system(strings=evil[:6]), tables.structure(11, b"\6", evil, 9),
            tables.structure(200, b"", evil, 10), tables.end())))
        page = self.page(dump)
        self.assertLessEqual(set(page.tags), OURS)
        self.assertEqual(page.links, [])
        for text in evil:
            self.assertGreaterEqual(page.text.count(text), 2, text)

    def test_bytes_that_are_no_text_become_replacement_characters(self):
        dump = self.folder / "dump"
        dump.write_bytes(tables.dump(tables.table(
            tables.bios(), tables.system(), tables.structure(11, b"\2", ("a\xffb\x1b[31mc", "\xe4\xb8\xad"), 9),
            tables.end())))
        page = self.page(dump)
        self.assertIn("a\ufffdb\ufffd[31mc", page.text)
        self.assertIn("\u4e2d", page.text)
        self.assertFalse(any(ord(c) < 0x20 and c not in "\n" for c in page.text))

    def test_redaction_goes_with_it(self):
        dump = TOP / "testdata/qemu-seabios.bin"
        self.assertIn("SYS-7Q4M2K9", self.page(dump).text)
        self.assertNotIn("SYS-7Q4M2K9", self.page(dump, "--redact").text)
        self.assertIn("Model 1000", self.page(dump, "--redact").text)

    def test_the_file_is_replaced_whole_or_not_at_all(self):
        file = self.folder / "report.html"
        file.write_text("before")
        code, _, err = self.call("--from", self.folder / "missing", "report", file)
        self.assertEqual((code, file.read_text()), (8, "before"))
        self.assertEqual(err.count("\n"), 1)
        self.assertEqual(self.call("--from", TOP / "testdata/qemu-seabios.bin", "report", file)[0], 0)
        self.assertTrue(file.read_text().startswith("<!DOCTYPE html>"))
        self.assertEqual([path.name for path in self.folder.iterdir()], ["report.html"])

    def test_to_standard_output(self):
        code, out, _ = self.call("--from", TOP / "testdata/qemu-seabios.bin", "report", "-")
        self.assertEqual(code, 0)
        Page(out.decode())

    def test_a_broken_table_is_shown_as_far_as_it_is_whole(self):
        dump = self.folder / "dump"
        table = tables.table(tables.bios(), tables.system()) + b"\x11\xff\0\1abc"
        dump.write_bytes(tables.dump(table, tables.sm3(len(table))))
        file = self.folder / "report.html"
        self.assertEqual(self.call("--from", dump, "report", file)[0], 7)
        self.assertEqual(len(Page(file.read_text()).structures), 2)

    def test_usage(self):
        self.assertEqual(self.call("report")[0], 2)
        self.assertEqual(self.call("report", "a", "b")[0], 2)
        self.assertEqual(self.call("report", "--json", "a")[0], 2)


if __name__ == "__main__":
    main()
