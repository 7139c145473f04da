# hwident_json gives, byte for byte, what the tool prints with --json, and returns its error.
# SPDX-License-Identifier: MIT
import ctypes
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import dumps
from closing import main

TOOL = TOP / "build/hwident"
DUMPS = [*sorted((TOP / "testdata").glob("*.bin")), *dumps.DUMPS]
E = {name: int(number) for name, number in
     re.findall(r"^ +HWIDENT_E_(\w+) = (-\d+),", (TOP / "include/hwident.h").read_text(),
                re.MULTILINE)}
UUID = "b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65"
PLACEHOLDER = "00000000-0000-0000-0000-000000000000"


class Options(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("tables", ctypes.c_char_p), ("dump", ctypes.c_char_p),
                ("assumed_version", ctypes.c_uint32), ("uuid_order", ctypes.c_uint32),
                ("rules", ctypes.c_uint32), ("flags", ctypes.c_uint32)]


class Request(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("operands", ctypes.POINTER(ctypes.c_char_p)),
                ("operand_count", ctypes.c_size_t), ("app", ctypes.c_char_p),
                ("key", ctypes.c_char_p), ("key_size", ctypes.c_size_t),
                ("profiles", ctypes.c_char_p), ("types", ctypes.POINTER(ctypes.c_uint8)),
                ("type_count", ctypes.c_size_t), ("handles", ctypes.POINTER(ctypes.c_uint16)),
                ("handle_count", ctypes.c_size_t), ("need", ctypes.c_uint32),
                ("raw", ctypes.c_uint32)]


def request(*operands, types=None, handles=None, **members):
    r = Request(size=ctypes.sizeof(Request), operand_count=len(operands), **members)
    r.operands = (ctypes.c_char_p * len(operands))(*(o.encode() for o in operands))
    if types is not None:
        r.types, r.type_count = (ctypes.c_uint8 * len(types))(*types), len(types)
    if handles is not None:
        r.handles, r.handle_count = (ctypes.c_uint16 * len(handles))(*handles), len(handles)
    return r


# The command, the tool's words behind it, and the same as a request; None: NULL.
COMMANDS = (
    ("summary", (), None),
    ("get", ("system-uuid", "bios_version", "system-family"),
     request("system-uuid", "bios_version", "system-family")),
    ("get", ("bios-vendor", "bios-vendor"), request("bios-vendor", "bios-vendor")),
    ("show", (), None),
    ("show", ("-u",), request(raw=1)),
    ("show", ("-t", "17,4"), request(types=(4, 17))),
    ("show", ("-t", "4,250", "-H", "0x0400"), request(types=(4, 250), handles=(0x400,))),
    ("code", ("--app", "a"), request(app=b"a")),
    ("code", ("--app", "a", "--components", "--key-file", "KEY"),
     request(app=b"a", profiles=b"usbc", key=b"secret", key_size=6)),
    ("code", ("--app", "a", "--profile", "c"), request(app=b"a", profiles=b"c")),
    ("match", (UUID,), request(UUID)),
    ("match", (UUID, PLACEHOLDER, "--need", "1"), request(UUID, PLACEHOLDER, need=1)),
    ("match", (UUID, PLACEHOLDER), request(UUID, PLACEHOLDER)),
    ("match", ("hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z", "--app", "a"),
     request("hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z", app=b"a")),
    ("explain", (), None),
    ("lint", (), request()),
    ("dump", ("NEW",), "NEW"),
)

# What is wrong is an error without a text.
WRONG = (
    ("no-such-command", None, "USAGE"), (None, None, "USAGE"), ("duplicates", None, "USAGE"),
    ("summary", request("x"), "USAGE"), ("get", None, "USAGE"), ("get", request("x"), "KEYWORD"),
    ("code", None, "APP_ID"), ("code", request(app=b"a b"), "APP_ID"),
    ("code", request(app=b"a", key=b"k\0", key_size=2), "KEY"),
    ("code", request(app=b"a", profiles=b"x"), "USAGE"),
    ("code", request(app=b"a", profiles=b""), "USAGE"),
    ("code", request(app=b"a", profiles=b"uuuuu"), "USAGE"),
    ("match", None, "USAGE"), ("match", request("x"), "UUID_TEXT"),
    ("match", request("hw1u-"), "CODE_LENGTH"), ("match", request(UUID, need=2), "USAGE"),
    ("match", request("hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z"), "APP_ID"),
    ("dump", None, "USAGE"),
)


class CommandJson(unittest.TestCase):
    def setUp(self):
        self.library = ctypes.CDLL(str(TOP / "build/libhwident.so"))
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.key, self.new = self.folder / "key", self.folder / "new"
        self.key.write_bytes(b"secret")

    def open(self, dump, **members):
        handle = ctypes.c_void_p()
        options = Options(size=ctypes.sizeof(Options), dump=str(dump).encode(), **members)
        self.library.hwident_open_with(ctypes.byref(options), ctypes.byref(handle))
        self.addCleanup(self.library.hwident_close, handle)
        return handle

    def json(self, handle, command, ask):
        text, size = ctypes.c_char_p(b"untouched"), ctypes.c_size_t(7)
        err = self.library.hwident_json(handle, command and command.encode(),
                                        ctypes.byref(ask) if ask else None, ctypes.byref(text),
                                        ctypes.byref(size))
        self.assertEqual(size.value, len(text.value or b""))
        return self.library.hwident_error_exit(err), text.value, err

    def tool(self, dump, command, words):
        self.new.unlink(missing_ok=True)
        paths = {"KEY": self.key, "NEW": self.new}
        done = subprocess.run([TOOL, "--from", dump, command, "--json",
                               *(paths.get(word, word) for word in words)], capture_output=True)
        self.new.unlink(missing_ok=True)
        return done.returncode, done.stdout

    def same(self, dump):
        handle = self.open(dump)
        for command, words, ask in COMMANDS:
            with self.subTest(dump=dump.name, command=command, words=words):
                expected = self.tool(dump, command, words)
                ask = request(str(self.new)) if ask == "NEW" else ask
                self.assertEqual(self.json(handle, command, ask)[:2], expected)

    def test_every_command_over_testdata(self):
        for dump in DUMPS:
            self.same(dump)

    def test_tables_that_are_broken_or_not_there(self):
        whole = DUMPS[0].read_bytes()
        for size in (0, 20, 100, 700):
            dump = self.folder / f"cut-{size}"
            dump.write_bytes(whole[:size])
            self.same(dump)
        self.same(self.folder / "none")

    def test_a_call_that_is_wrong_has_no_text(self):
        for dump in (DUMPS[0], self.folder / "none"):
            handle = self.open(dump)
            for command, ask, error in WRONG:
                with self.subTest(command=command, error=error):
                    self.assertEqual(self.json(handle, command, ask)[1:], (None, E[error]))
        ask = request()
        ask.size = 4
        self.assertEqual(self.json(self.open(DUMPS[0]), "show", ask)[1:], (None, E["USAGE"]))
        ask = request(app=b"a")
        ask.operand_count, ask.operands = 1, None
        self.assertEqual(self.json(self.open(DUMPS[0]), "get", ask)[1:], (None, E["USAGE"]))

    def test_without_a_handle_or_a_place_for_the_text(self):
        self.assertEqual(self.json(None, "show", None)[1:], (None, E["USAGE"]))
        self.assertEqual(self.library.hwident_json(self.open(DUMPS[0]), b"show", None, None, None),
                         E["USAGE"])

    def test_a_request_of_a_program_that_is_older(self):
        ask = request("system-uuid", raw=77)
        ask.size = Request.app.offset
        self.assertEqual(self.json(self.open(DUMPS[0]), "get", ask)[2], 0)

    def test_redacted_tables_show_made_up_values(self):
        for command in ("summary", "show", "explain"):
            code, text, _ = self.json(self.open(DUMPS[0], flags=16), command, None)
            self.assertEqual(code, 0)
            self.assertNotIn(UUID.encode(), text)
            self.assertEqual(json.loads(text).keys(),
                             json.loads(self.json(self.open(DUMPS[0]), command, None)[1]).keys())


if __name__ == "__main__":
    main()
