# If something that building or testing needs is missing, one line names its package before the
# first file is compiled. The programs are hidden by a PATH of links to all others; headers and
# libraries by a compiler that does not find them.
# SPDX-License-Identifier: MIT
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

PROGRAMS = {"gcc": "gcc", "as": "binutils", "ld": "binutils", "ar": "binutils", "nm": "binutils",
            "objcopy": "binutils", "strip": "binutils", "awk": "mawk", "musl-gcc": "musl-tools"}
# What the compiler's source or arguments contain, how it is linked, the package.
LIBRARIES = [("main(void)", "musl", "libc6-dev"), ("linux/", "musl", "linux-libc-dev"),
             ("mbedtls/", "musl", "libmbedtls-dev"), ("l:libmbedcrypto.a", "musl", "libmbedtls-dev"),
             ("l:libmbedcrypto.a", "static", "libmbedtls-dev"), ("-static", "static", "libc6-dev"),
             ("-lmbedcrypto", "dynamic", "libmbedtls-dev")]
# Reads the source, then refuses it or passes it on.
COMPILER = """#!/bin/sh
source=$(case " $* " in *" - "*) cat ;; esac)
case "$source $*" in *'{}'*) echo 'not found' >&2; exit 1 ;; esac
printf '%s\\n' "$source" | exec /usr/bin/gcc "$@"
"""


class Missing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = self.folder / "bin"
        self.path.mkdir()
        for place in ("/usr/sbin", "/usr/bin"):
            for entry in os.scandir(place):
                self.program(entry.name, entry.path)

    def program(self, name, target):
        (self.path / name).unlink(missing_ok=True)
        (self.path / name).symlink_to(target)

    def script(self, name, text):
        (self.path / name).unlink(missing_ok=True)
        (self.path / name).write_text(text)
        (self.path / name).chmod(0o755)

    def run_make(self, *arguments):
        environment = {"PATH": str(self.path), "LC_ALL": "C"}
        return subprocess.run(["/usr/bin/make", "-s", f"BUILD={self.folder}/build", *arguments], cwd=TOP,
                              env=environment, capture_output=True, text=True)

    def assert_names(self, package, *arguments):
        done = self.run_make(*arguments)
        self.assertEqual(done.returncode, 2, done.stdout)
        lines = [line for line in done.stderr.splitlines() if not line.startswith("make:")]
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertRegex(lines[0], rf": install {package}\b.*\(Debian: make deps(-test)?;")
        self.assertEqual(list((self.folder / "build").rglob("*.o")), [])

    def test_nothing_is_said_if_nothing_is_missing(self):
        for link in ("musl", "static", "dynamic"):
            done = self.run_make(f"LINK={link}", f"{self.folder}/build/tools-test")
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_a_program(self):
        for name, package in PROGRAMS.items():
            with self.subTest(program=name):
                (self.path / name).rename(self.folder / "hidden")
                self.assert_names(package)
                (self.folder / "hidden").rename(self.path / name)

    def test_a_header_or_library(self):
        for words, link, package in LIBRARIES:
            with self.subTest(words=words, link=link):
                self.script("gcc", COMPILER.format(words))
                self.assert_names(package, f"LINK={link}")

    def test_a_package_that_every_test_needs(self):
        self.script("gcc", COMPILER.format("cmocka"))
        self.assert_names("libcmocka-dev", "check-unit")
        (self.path / "python3").unlink()
        self.assert_names("python3", "check-unit")

    def test_installing_without_apt_lists_the_packages(self):
        (self.path / "apt-get").unlink()
        done = self.run_make("deps")
        self.assertRegex(done.stderr.splitlines()[0], "^install: no apt-get here.*: gcc libc6-dev ")

    def test_installing_without_root_and_sudo_lists_the_packages(self):
        (self.path / "sudo").unlink(missing_ok=True)
        self.script("id", "#!/bin/sh\necho 1000\n")
        self.script("apt-get", "#!/bin/sh\necho called >&2\n")
        done = self.run_make("deps")
        self.assertRegex(done.stderr.splitlines()[0], "^install: installing needs root or sudo.*: gcc ")


if __name__ == "__main__":
    main()
