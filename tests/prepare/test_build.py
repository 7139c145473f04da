# hwident-prepare builds with old C libraries, which lack the number of openat2, and with new ones,
# which declare its struct.
# SPDX-License-Identifier: MIT
import subprocess
import unittest

from prepare import TOP
from closing import main

NEW = """#include <fcntl.h>
#include <stdint.h>
struct open_how { uint64_t flags, mode, resolve; };
#define RESOLVE_NO_SYMLINKS 0x04
#define RESOLVE_BENEATH 0x08
extern int openat2(int folder, const char *path, const struct open_how *how, size_t size);
"""
OLD = """#include <sys/syscall.h>
#undef SYS_openat2
#undef __NR_openat2
"""


class Build(unittest.TestCase):
    def test_it_compiles_with_the_declarations_of_each_c_library(self):
        for headers in (NEW, OLD, ""):
            with self.subTest(headers=headers):
                done = subprocess.run(
                    ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-D_GNU_SOURCE", "-fsyntax-only",
                     f"-I{TOP}/src", f"-I{TOP}/include", "-x", "c", "-"], text=True, check=False,
                    input=headers + (TOP / "src/prepare/path.c").read_text(), capture_output=True)
                self.assertEqual(done.stderr, "")


if __name__ == "__main__":
    main()
