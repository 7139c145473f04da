# make install, and a program outside of the tree that finds everything by pkg-config.
# SPDX-License-Identifier: MIT
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import tables
from closing import main

PROGRAM = r"""
#include <hwident.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    char text[64];
    hwident *h;
    int err = hwident_open(argc > 1 ? argv[1] : NULL, &h);

    if (!err)
        err = hwident_get(h, "system-uuid", text, sizeof text);
    puts(err ? hwident_why(h, err) : text);
    hwident_close(h);
    return hwident_error_exit(err);
}
"""


class Install(unittest.TestCase):
    def test_a_program_builds_against_what_was_installed(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            make = dict(cwd=TOP, check=True, capture_output=True)
            subprocess.run(["make", "install", f"DESTDIR={root}", "PREFIX=/usr"], **make)
            (root / "p.c").write_text(PROGRAM)
            tables.write_folder(root / "tables", tables.table())
            env = dict(os.environ, PKG_CONFIG_LIBDIR=str(root / "usr/lib/pkgconfig"),
                       PKG_CONFIG_SYSROOT_DIR=str(root), LD_LIBRARY_PATH=str(root / "usr/lib"))
            for flags in ("", "-static"):
                config = subprocess.run(["pkg-config", "--cflags", "--libs", "hwident"]
                                        + (["--static"] if flags else []),
                                        env=env, check=True, capture_output=True, text=True).stdout.strip()
                subprocess.run(f"gcc {root}/p.c {flags} {config} -o {root}/p", shell=True, check=True)
                done = subprocess.run([root / "p", root / "tables"], env=env, capture_output=True,
                                      text=True)
                self.assertEqual((done.returncode, done.stdout), (0, tables.UUID_LE + "\n"))
            for program in ("hwident", "hwident-prepare"):
                self.assertTrue(os.access(root / "usr/bin" / program, os.X_OK))
            subprocess.run(["make", "uninstall", f"DESTDIR={root}", "PREFIX=/usr"], **make)
            left = [p for p in (root / "usr").rglob("*") if not p.is_dir()]
            self.assertEqual(left, [])


if __name__ == "__main__":
    main()
