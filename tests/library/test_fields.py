# Every field of every structure, by the callback of hwident.h, is what `show --json` prints.
# SPDX-License-Identifier: MIT
import ctypes
import json
import pathlib
import re
import subprocess
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import dumps
from closing import main

TOOL = TOP / "build/hwident"
DUMPS = [*sorted((TOP / "testdata").glob("*.bin")), *dumps.DUMPS]
HEADER = (TOP / "include/hwident.h").read_text()
E = {int(number): name for name, number in re.findall(r"^ +HWIDENT_E_(\w+) = (-\d+),", HEADER,
                                                      re.MULTILINE)}
KINDS = dict(enumerate("NUMBER SIGNED HEX FLAG ENUM NAME STRING TEXT BYTES ABSENT ARRAY ARRAY_END "
                       "OBJECT OBJECT_END".split()))

# Why there is no value, as hwident-json(7) names it.
REASONS = {"NOT_SPECIFIED": "not_specified", "BAD_INDEX": "bad_index", "UUID_ZERO": "all_zero",
           "UUID_ONES": "all_ones", "NO_STRUCTURE": "none", "VERSION": "version_unknown",
           "UNKNOWN_VALUE": "unknown"}


class Table(ctypes.Structure):
    _fields_ = [("bytes", ctypes.c_void_p), ("size", ctypes.c_size_t), ("count", ctypes.c_uint32),
                ("version", ctypes.c_uint32), ("stops", ctypes.c_bool)]


class Structure(ctypes.Structure):
    _fields_ = [("bytes", ctypes.c_void_p), ("offset", ctypes.c_size_t), ("size", ctypes.c_size_t),
                ("index", ctypes.c_uint32), ("handle", ctypes.c_uint16), ("type", ctypes.c_uint8),
                ("length", ctypes.c_uint8)]


class Field(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("kind", ctypes.c_uint32), ("depth", ctypes.c_uint32),
                ("key", ctypes.c_char_p), ("label", ctypes.c_char_p), ("text", ctypes.c_char_p),
                ("name", ctypes.c_char_p), ("bytes", ctypes.POINTER(ctypes.c_uint8)),
                ("bytes_size", ctypes.c_size_t), ("number", ctypes.c_uint64),
                ("width", ctypes.c_uint32), ("absent", ctypes.c_int)]


VISIT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(Field))


def snake(words):
    return re.sub(r"[^a-z0-9]+", "_", words.split("(")[0].lower()).strip("_")


def utf8(raw):
    """The text, with U+FFFD for each byte that is not part of well-formed UTF-8."""
    text = ""
    while raw:
        for size in (1, 2, 3, 4):
            try:
                text += raw[:size].decode()
                raw = raw[size:]
                break
            except UnicodeDecodeError:
                continue
        else:
            text += "\ufffd"
            raw = raw[1:]
    return text


class Collector:
    """Puts fields together as the JSON does: `fields` and `absent` of one structure."""

    def __init__(self):
        self.absent, self.open, self.path, self.wrong = {}, [{}], [], []
        self.visit = VISIT(self.take)

    def take(self, _, pointer):
        try:
            self.add(pointer.contents)
        except Exception as error:  # ctypes would only print it
            self.wrong.append(repr(error))
        return 0

    def add(self, field):
        kind = KINDS[field.kind]
        if kind.endswith("_END"):
            self.open.pop()
            self.path.pop()
        assert field.depth == len(self.open) - 1, (field.depth, len(self.open))
        assert field.size == ctypes.sizeof(Field) and field.text is not None
        if kind.endswith("_END"):
            return
        inside = self.open[-1]
        name = str(len(inside)) if isinstance(inside, list) else field.key.decode()
        assert isinstance(inside, dict) or field.key is None
        value = self.value(kind, field, ".".join([*self.path, name]))
        if isinstance(inside, list):
            inside.append(value)
        else:
            inside[name] = value
        if kind in ("ARRAY", "OBJECT"):
            self.open.append(value)
            self.path.append(name)

    def value(self, kind, field, path):
        raw = bytes(field.bytes[:field.bytes_size]) if field.bytes else b""
        if kind == "ABSENT":
            self.absent[path] = REASONS[E[field.absent]]
            return None
        if kind == "NUMBER" and field.number >= 1 << 63:
            self.absent[path] = "too_large"
            return None
        if kind == "STRING":
            assert field.text == bytes(b if 0x20 <= b < 0x7F else 0x2E for b in raw)
        return {"NUMBER": lambda: field.number,
                "SIGNED": lambda: ctypes.c_int64(field.number).value,
                "HEX": lambda: f"0x{field.number:0{2 * field.width}X}",
                "FLAG": lambda: bool(field.number),
                "ENUM": lambda: {"code": field.number,
                                 "name": field.name.decode() if field.name else None},
                "NAME": lambda: snake(field.name.decode()),
                "STRING": lambda: utf8(raw),
                "TEXT": lambda: field.text.decode(),
                "BYTES": raw.hex,
                "ARRAY": list,
                "OBJECT": dict}[kind]()


class Fields(unittest.TestCase):
    def setUp(self):
        self.library = ctypes.CDLL(str(TOP / "build/libhwident.so"))
        self.library.hwident_table.restype = ctypes.POINTER(Table)

    def structures(self, dump):
        handle, structure = ctypes.c_void_p(), Structure()
        self.assertEqual(self.library.hwident_open_dump(str(dump).encode(), ctypes.byref(handle)), 0)
        self.addCleanup(self.library.hwident_close, handle)
        table = self.library.hwident_table(handle)
        while self.library.hwident_table_next(table, ctypes.byref(structure)) == 1:
            found = Collector()
            self.assertEqual(self.library.hwident_fields(handle, ctypes.byref(structure),
                                                         found.visit, None), 0)
            self.assertEqual(found.wrong, [])
            yield structure.handle, found.open[0], found.absent

    def test_every_field_is_that_of_the_json(self):
        with_fields = 0
        for dump in DUMPS:
            done = subprocess.run([TOOL, "--from", dump, "show", "--json"], capture_output=True)
            # Of a real table that is damaged (7) it shows what is before the damage.
            self.assertIn(done.returncode, (0, 7) if dump in dumps.DUMPS else (0,), dump.name)
            shown = json.loads(done.stdout)["structures"]
            found = list(self.structures(dump))
            self.assertEqual(len(found), len(shown))
            for (handle, fields, absent), expected in zip(found, shown):
                with self.subTest(dump=dump.name, handle=handle):
                    self.assertEqual(f"0x{handle:04X}", expected["handle"])
                    self.assertEqual(fields, expected["fields"])
                    self.assertEqual(absent, expected["absent"])
                    with_fields += bool(fields)
        self.assertGreater(with_fields, 200)


if __name__ == "__main__":
    main()
