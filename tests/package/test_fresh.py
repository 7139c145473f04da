# The packages that test_deb.py made, in a fresh Debian: installed, used, and removed without a
# trace.
# SPDX-License-Identifier: MIT
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import tables
from closing import main

STORED = bytes.fromhex("c3e24d56c0c3e2e14622554dc5eb6ba1")
UUID = "564de2c3-c3c0-e1e2-4622-554dc5eb6ba1"
MISSING = [tool for tool in ("debootstrap", "dh") if not shutil.which(tool)]
if os.geteuid() != 0:
    MISSING.append("root")
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HWIDENT_TABLES": "/tables"}
# dpkg's own records, and the linker's cache, change with every package.
RECORDS = ("var/lib/dpkg", "var/cache", "var/log", "etc/ld.so.cache")


@unittest.skipIf(MISSING, f"no {', '.join(MISSING)} here")
class Fresh(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(dir="/var/tmp")
        cls.addClassCleanup(folder.cleanup)
        cls.root = pathlib.Path(folder.name, "root")
        cls.root.parent.chmod(0o755)
        cache = TOP / "build/debootstrap"
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(["debootstrap", "--variant=minbase", f"--cache-dir={cache}",
                        "--include=gcc,libc6-dev,pkg-config", "bookworm", cls.root],
                       check=True, stdout=subprocess.DEVNULL)
        for file in (*(TOP / "build/deb").glob("*.deb"), TOP / "tests/package/waits.c",
                     TOP / "tests/library/example.c"):
            shutil.copy(file, cls.root / "root")
        tables.write_folder(cls.root / "tables",
                            tables.table(tables.system(STORED)))

    def sh(self, script):
        """Runs it inside; its status and output."""
        done = subprocess.run(["chroot", self.root, "sh", "-c", f"cd /root; {script}"],
                              capture_output=True, text=True,
                              env=ENVIRONMENT)
        return done.returncode, done.stdout, done.stderr

    def files(self):
        paths = (path.relative_to(self.root) for path in self.root.rglob("*"))
        return {path for path in map(str, paths) if not path.startswith(RECORDS)}

    def test_installed_used_and_removed(self):
        before = self.files()
        self.assertEqual(self.sh("dpkg -i *.deb >/dev/null")[0], 0)
        self.assertEqual(self.sh("hwident get system-uuid"), (0, UUID + "\n", ""))
        self.assertEqual(self.sh("hwident-prepare --grant none --user 1000:1000 -- id -u"),
                         (0, "1000\n", ""))
        for program in ("example", "waits"):
            self.assertEqual(self.sh(f"gcc {program}.c $(pkg-config --cflags --libs hwident) "
                                     f"-o /tmp/{program}"), (0, "", ""))
        self.assertEqual(self.sh("/tmp/example")[1].split()[0], UUID)
        self.assertNotEqual(self.sh("dpkg -r libhwident1")[0], 0, "-dev needs it")
        self.assertEqual(self.sh("/tmp/example")[0], 0)
        self.removed_while_used()
        status, _, message = self.sh("/tmp/example")
        self.assertEqual(status, 127)
        self.assertIn("libhwident.so.1: cannot open shared object file", message)
        self.sh("rm /tmp/example /tmp/waits")
        self.assertEqual(self.files(), before)

    def removed_while_used(self):
        """A program that has the library loaded goes on and answers as before."""
        program = subprocess.Popen(["chroot", self.root, "/tmp/waits"], text=True,
                                   env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.assertTrue(program.stdout.readline())
        self.assertEqual(self.sh("dpkg --purge hwident libhwident-dev libhwident1 >/dev/null")[0], 0)
        self.assertEqual(program.communicate("\n")[0], UUID + "\n")
        self.assertEqual(program.returncode, 0)


if __name__ == "__main__":
    main()
