# The handle through Python's ctypes, with only pointers, numbers and buffers, and no struct.
# SPDX-License-Identifier: MIT
import ctypes
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import tables
from closing import main

LIBRARY = TOP / "build/libhwident.so"
HEADER = TOP / "include/hwident.h"
SYMBOLS = TOP / "src/debian/libhwident1.symbols"
APP = b"com.example.app"

# The numbers of the errors, by their names without HWIDENT_E_.
E = {name: int(number) for name, number in
     re.findall(r"^ +HWIDENT_E_(\w+) = (-\d+),", HEADER.read_text(), re.MULTILINE)}


class Shared(unittest.TestCase):
    def setUp(self):
        self.library = ctypes.CDLL(str(LIBRARY))
        for name in ("hwident_why", "hwident_provenance_name", "hwident_source", "hwident_version",
                     "hwident_error_text", "hwident_error_tag"):
            getattr(self.library, name).restype = ctypes.c_char_p
        self.library.hwident_smbios_version.restype = ctypes.c_uint32
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        tables.write_folder(self.folder, tables.table())

    def open(self, folder, expected=0):
        handle = ctypes.c_void_p()
        self.assertEqual(self.library.hwident_open(str(folder).encode(), ctypes.byref(handle)),
                         expected)
        self.assertTrue(handle)
        self.addCleanup(self.library.hwident_close, handle)
        return handle

    def provenance(self, handle):
        return self.library.hwident_provenance_name(self.library.hwident_provenance(handle))

    def get(self, handle, key, size=64):
        text = ctypes.create_string_buffer(b"untouched", size)
        err = self.library.hwident_get(handle, key, text, ctypes.c_size_t(size))
        return err, text.value

    def test_values(self):
        handle = self.open(self.folder)
        self.assertEqual(self.get(handle, b"system-uuid"), (0, tables.UUID_LE.encode()))
        self.assertEqual(self.get(handle, b"product_name"), (0, b"Product"))
        self.assertEqual(self.provenance(handle), b"file")
        self.assertEqual(self.library.hwident_source(handle), str(self.folder).encode())
        self.assertEqual(self.library.hwident_smbios_version(handle), 0x020800)

    def test_a_short_buffer_is_an_error_and_nothing_is_written(self):
        handle = self.open(self.folder)
        self.assertEqual(self.get(handle, b"system-uuid", 36), (E["BUFFER"], b"untouched"))
        self.assertEqual(self.get(handle, b"system-uuid", 37)[0], 0)

    def test_a_code_equals_the_one_on_the_command_line(self):
        handle = self.open(self.folder)
        code = ctypes.create_string_buffer(39)
        self.assertEqual(self.library.hwident_code(handle, APP, None, ctypes.c_size_t(0), code,
                                                   ctypes.c_size_t(39)), E["PLACEHOLDER"])
        self.assertIn(b"placeholder", self.library.hwident_why(handle, E["PLACEHOLDER"]))
        real = tables.write_folder(self.folder / "real", tables.table(
            tables.system(bytes.fromhex("c3e24d56c0c3e2e14622554dc5eb6ba1"))))
        handle = self.open(real)
        self.assertEqual(self.library.hwident_code(handle, APP, None, ctypes.c_size_t(0), code,
                                                   ctypes.c_size_t(38)), E["BUFFER"])
        self.assertEqual(self.library.hwident_code(handle, APP, None, ctypes.c_size_t(0), code,
                                                   ctypes.c_size_t(39)), 0)
        self.assertEqual(code.value, b"hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z")

    def test_a_wrong_call_is_wrong_on_every_machine(self):
        code = ctypes.create_string_buffer(39)
        handle = self.open(self.folder)  # whose UUID is a placeholder
        for profile, app, key, err in ((b"u", b"a b", None, E["APP_ID"]), (b"u", None, None, E["APP_ID"]),
                                       (b"u", APP, b"k\0", E["KEY"]), (b"x", APP, None, E["USAGE"])):
            self.assertEqual(self.library.hwident_code_of(
                handle, ctypes.c_char(profile), app, key, ctypes.c_size_t(2 if key else 0), code,
                ctypes.c_size_t(39)), err)

    def test_why_speaks_after_a_failed_open(self):
        handle = self.open(self.folder / "none", E["MISSING"])
        why = self.library.hwident_why(handle, E["MISSING"])
        self.assertIn(b"none", why)
        self.assertNotIn(b"\n", why)
        self.assertEqual(self.get(handle, b"system-uuid")[0], E["MISSING"])
        self.assertEqual(self.provenance(handle), b"")
        self.assertIn(b"out of memory", self.library.hwident_why(None, E["MEMORY"]))
        self.library.hwident_close(None)

    def test_why_is_one_line_whatever_was_named(self):
        folder = tables.write_folder(self.folder / "a\nb", tables.table(tables.system(bytes(16))))
        handle = self.open(folder)
        self.assertEqual(self.get(handle, b"no\nkey")[0], E["KEYWORD"])
        self.assertNotIn(b"\n", self.library.hwident_why(handle, E["KEYWORD"]))
        code = ctypes.create_string_buffer(39)
        self.assertEqual(self.library.hwident_code(handle, APP, None, ctypes.c_size_t(0), code,
                                                   ctypes.c_size_t(39)), E["ABSENT"])
        self.assertNotIn(b"\n", self.library.hwident_why(handle, E["ABSENT"]))

    def test_every_error_has_its_text_its_tag_and_its_exit_code(self):
        kinds = {1: b"ABSENT", 2: b"USAGE", 7: b"BADTABLE"}
        self.assertEqual(len(set(E.values())), len(E))
        for name, err in E.items():
            code = self.library.hwident_error_exit(err)
            self.assertNotIn(self.library.hwident_error_text(err), (b"unknown error", b"no error"))
            self.assertEqual(code, -err // 100, name)
            self.assertIn(self.library.hwident_error_tag(err), (name.encode(), kinds.get(code)))

    def test_a_number_that_is_no_error_has_a_text_too(self):
        for err, text, tag, code in ((0, b"no error", b"OK", 0), (-1, b"unknown error", b"UNKNOWN", 8),
                                     (-999, b"unknown error", b"UNKNOWN", 8)):
            self.assertEqual(self.library.hwident_error_text(err), text)
            self.assertEqual(self.library.hwident_error_tag(err), tag)
            self.assertEqual(self.library.hwident_error_exit(err), code)

    def test_a_handle_for_each_of_several_threads(self):
        wrong = []

        def work(n):
            folder = tables.write_folder(self.folder / str(n), tables.table(
                tables.system(bytes([n + 1]) + tables.UUID_STORED[1:])))
            for _ in range(50):
                handle = self.open(folder)
                if self.get(handle, b"system-uuid")[1][6:8] != b"%02x" % (n + 1):
                    wrong.append(n)

        threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_symbols_are_those_that_were_promised(self):
        """Programs were linked with the symbols of this list: new versions may only add to it."""
        symbols = subprocess.run(["nm", "-D", "--defined-only", LIBRARY], capture_output=True,
                                 text=True, check=True).stdout
        exported = set(re.findall(r" T (\w+@@\w+)$", symbols, re.MULTILINE))
        promised = set(re.findall(r"^ (hwident_\w+@\w+) \d", SYMBOLS.read_text(), re.MULTILINE))
        self.assertEqual(promised, {name.replace("@@", "@") for name in exported})
        self.assertEqual({name.split("@")[0] for name in promised},
                         set(re.findall(r"^HWIDENT_API .*?(\w+)\(", HEADER.read_text(),
                                        re.MULTILINE)))

    def test_no_library_but_libc(self):
        needed = subprocess.run(["objdump", "-p", LIBRARY], capture_output=True, text=True,
                                check=True).stdout
        self.assertEqual([line.split()[1] for line in needed.split("\n") if "NEEDED" in line],
                         ["libc.so.6"])


if __name__ == "__main__":
    main()
