# The library in a program: its symbols, the program's own functions of the same
# names, a short program by public calls only, and calls that are wrong.
# SPDX-License-Identifier: MIT
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

BUILD = TOP / "build"
HERE = TOP / "tests/library"
WARNINGS = "-Wall -Wextra -Wpedantic -Werror".split()
STATIC = [BUILD / "libhwident.a"]
SHARED = ["-L", BUILD, "-lhwident", f"-Wl,-rpath,{BUILD}"]
MACHINE = TOP / "testdata/qemu-ovmf.bin"

# The letters by which nm marks a symbol that is defined and global.
GLOBAL = re.compile(r"^[0-9a-f]+ ([A-TV-Zuvw]) (\w+)$", re.MULTILINE)


def unpacked(dump, folder):
    """A folder of tables from a dump whose table stands at 32."""
    raw = dump.read_bytes()
    (folder / "smbios_entry_point").write_bytes(raw[:0x18 if raw[:5] == b"_SM3_" else 0x1F])
    (folder / "DMI").write_bytes(raw[32:])
    return folder


class Guest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def build(self, program, library, compiler=("gcc", "-std=c99")):
        out = self.folder / program
        subprocess.run([*compiler, *WARNINGS, "-I", TOP / "include", HERE / f"{program}.c",
                        "-Wl,--no-undefined", *library, "-o", out], check=True)
        return out

    def tool(self, *arguments):
        return subprocess.run([BUILD / "hwident", *arguments], capture_output=True, text=True,
                              check=True).stdout

    def test_the_archive_shows_what_the_header_declares_and_nothing_else(self):
        names = subprocess.run(["nm", BUILD / "libhwident.a"], capture_output=True, text=True,
                               check=True).stdout
        shown = {name for kind, name in GLOBAL.findall(names) if kind.isupper() or kind in "uvw"}
        self.assertEqual(shown, set(re.findall(r"^HWIDENT_API .*?(\w+)\(",
                                               (TOP / "include/hwident.h").read_text(),
                                               re.MULTILINE)))
        self.assertEqual(shown, set(re.findall(r"^ +(hwident_\w+);$",
                                               (TOP / "src/library/libhwident.map").read_text(),
                                               re.MULTILINE)))

    def test_a_program_may_have_functions_of_the_same_names(self):
        tables = unpacked(MACHINE, self.folder)
        for library in (STATIC, SHARED):
            done = subprocess.run([self.build("guest", library), tables], capture_output=True,
                                  text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            words = done.stdout.split()
            self.assertEqual(words[0], self.tool("--from", MACHINE, "get", "system-uuid").strip())
            self.assertEqual(words[1], self.tool("--from", MACHINE, "code", "--app",
                                                 "com.example.app").strip())
            self.assertGreater(int(words[2]), 50)

    def test_a_short_program_prints_every_module(self):
        self.assertLess(len((HERE / "dimms.c").read_text().splitlines()), 40)
        tables = unpacked(TOP / "testdata/synthetic.bin", self.folder)
        done = subprocess.run([self.build("dimms", STATIC), tables], capture_output=True, text=True,
                              check=True)
        shown = self.tool("--from", TOP / "testdata/synthetic.bin", "show", "-t", "17")
        modules = []
        for device in shown.split("\n\n"):
            field = dict(re.findall(r"^\t([^:\t]+): (.*)$", device, re.MULTILINE))
            if re.match(r"\d", field.get("Size", "")):
                modules.append("{}: {}, {}, {}".format(*(field.get(key, "") for key in (
                    "Locator", "Size", "Speed", "Part Number"))))
        self.assertGreater(len(modules), 2)
        self.assertEqual(done.stdout.split("\n")[:-1], modules)

    def test_a_wrong_call_is_an_error(self):
        for library in (STATIC, SHARED):
            for compiler in (("gcc", "-std=c99"), ("clang", "-std=c11")):
                done = subprocess.run([self.build("misuse", library, compiler), MACHINE,
                                       self.folder / "none"], capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                self.assertRegex(done.stdout, r"\A\d{3} passed, 0 failed\n\Z")

    def test_the_header_alone_compiles_in_every_standard(self):
        source = self.folder / "header.c"
        source.write_text("#include <hwident.h>\n#include <hwident.h>\n"
                          "int f(const struct hwident_table *t);\n"
                          "int f(const struct hwident_table *t)\n"
                          "{ int n = 0; HWIDENT_FOR_EACH(t, s) n += s.type; "
                          "HWIDENT_FOR_EACH_OF(t, 17, d) n += d.type; return n; }\n")
        for compiler in ("gcc -std=c99", "gcc -std=c11", "clang -std=c99", "gcc -std=c2x",
                         "g++ -x c++ -std=c++11", "g++ -x c++ -std=c++20", "clang++ -x c++"):
            subprocess.run([*compiler.split(), "-Wall", "-Wextra", "-Wpedantic", "-Wconversion",
                            "-Werror", "-I", TOP / "include", "-c", source, "-o", "/dev/null"],
                           check=True)


if __name__ == "__main__":
    main()
