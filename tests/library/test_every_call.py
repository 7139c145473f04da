# Every function of hwident.h that takes a handle, read from the header so that none is forgotten:
# without a handle, after an open that failed, and with arguments that are all NULL and zero.
# SPDX-License-Identifier: MIT
import ctypes
import faulthandler
import pathlib
import re
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

HEADER = (TOP / "include/hwident.h").read_text()
E = {name: int(number) for name, number in
     re.findall(r"^ +HWIDENT_E_(\w+) = (-\d+),", HEADER, re.MULTILINE)}
DECLARED = [(kind.strip(), name, re.split(r",\s+", arguments)) for kind, name, arguments in
            re.findall(r"^HWIDENT_API ((?:\w+ )+\**)(\w+)\((.*?)\);", HEADER,
                       re.MULTILINE | re.DOTALL)]
HANDLE = re.compile(r"(?:const )?hwident \*h\Z")
BY_HANDLE = [row for row in DECLARED if HANDLE.match(row[2][0])]
OPENING = [row for row in DECLARED if row[2][-1] == "hwident **h"]

# What a call gives where there are no tables. The others give an error, 0 or NULL by their type.
TEXT = {"hwident_source": b"", "hwident_smbios_version_from": b"unknown"}
TELLS_WHY = {"hwident_why", "hwident_cause", "hwident_remedy"}
AFTER_OPEN = {"hwident_rules"}  # an option, which is known without tables


class EveryCall(unittest.TestCase):
    def setUp(self):
        self.library = ctypes.CDLL(str(TOP / "build/libhwident.so"))

    def open(self, call, path):
        handle = ctypes.c_void_p()
        err = getattr(self.library, call)(path, ctypes.byref(handle))
        self.addCleanup(self.library.hwident_close, handle)
        return handle, err

    def call(self, row, handle, empty):
        """Calls it with arguments that fit their types, or (`empty`) that are NULL and 0."""
        kind, name, arguments = row
        function = getattr(self.library, name)
        function.restype = (None if kind == "void" else ctypes.c_char_p if kind == "const char *"
                            else ctypes.c_void_p if "*" in kind else ctypes.c_int)
        values = []
        for argument in arguments[1:]:
            if "hwident_request" in argument:
                values.append(None)
            elif "*" in argument or argument.startswith("hwident_visit"):
                values.append(None if empty else ctypes.create_string_buffer(b"show", 4096))
            elif argument.startswith("char "):
                values.append(ctypes.c_char(b"\0" if empty else b"u"))
            elif argument == "int err":
                values.append(ctypes.c_int(E["MISSING"]))
            else:
                self.assertRegex(argument, r"\Asize_t ")
                values.append(ctypes.c_size_t(0 if empty else 64))
        return function(handle, *values)

    def gives(self, row, handle, err):
        kind, name, _ = row
        found = self.call(row, handle, empty=False)
        if name in TELLS_WHY:
            self.assertTrue(found)
        elif name in AFTER_OPEN and handle:
            self.assertGreater(found, 0)
        elif kind == "int":
            self.assertEqual(found, err)
        elif kind == "void":
            self.assertIsNone(found)
        else:
            self.assertEqual(found or None, TEXT.get(name) or None)

    def test_without_a_handle(self):
        self.assertGreater(len(BY_HANDLE), 20)
        for row in BY_HANDLE:
            with self.subTest(call=row[1]):
                self.gives(row, None, E["USAGE"])
                self.call(row, None, empty=True)

    def test_after_an_open_that_failed(self):
        handle, err = self.open("hwident_open", b"/nowhere/at/all")
        self.assertEqual(err, E["MISSING"])
        for row in BY_HANDLE:
            if row[1] != "hwident_close":
                with self.subTest(call=row[1]):
                    self.gives(row, handle, E["MISSING"])
                    self.call(row, handle, empty=True)

    def test_with_arguments_that_are_missing(self):
        handle, err = self.open("hwident_open_dump", str(TOP / "testdata/qemu-ovmf.bin").encode())
        self.assertEqual(err, 0)
        for row in BY_HANDLE:
            if row[1] != "hwident_close":
                with self.subTest(call=row[1]):
                    found = self.call(row, handle, empty=True)
                    if row[0] == "int" and len(row[2]) > 1:
                        self.assertIn(found, E.values())

    def test_an_open_without_a_place_for_the_handle(self):
        self.assertEqual(len(OPENING), 3)
        for _, name, _ in OPENING:
            self.assertEqual(getattr(self.library, name)(None, None), E["USAGE"])


if __name__ == "__main__":
    faulthandler.enable()
    main()
