# What `make release` makes, as a stranger would take it: the sums, one `tar x`, the programs on each
# processor, what the SBOM names, and the same bytes from a second clone.
# SPDX-License-Identifier: MIT
import hashlib
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

DUMP = TOP / "testdata/qemu-seabios.bin"
UUID = "b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65\n"
# What file says of the programs, and what runs them elsewhere.
MACHINES = {"amd64": ("qemu-x86_64-static", 62), "arm64": ("qemu-aarch64-static", 183),
            "armhf": ("qemu-arm-static", 40), "i386": ("qemu-i386-static", 3),
            "riscv64": ("qemu-riscv64-static", 243), "s390x": ("qemu-s390x-static", 22)}
TOOLS = ["dpkg-source", *(qemu for qemu, _ in MACHINES.values()), "riscv64-linux-gnu-gcc", "git"]
MISSING = [tool for tool in TOOLS if not shutil.which(tool)]


def release(folder, *architectures):
    """Makes the release in a clone; the folder that holds it."""
    command = ["make", "-s", "release"]
    if architectures:
        command.append("ARCHITECTURES=" + " ".join(architectures))
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)
    return pathlib.Path(folder, done.stdout.splitlines()[-1])


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@unittest.skipIf(MISSING, f"no {', '.join(MISSING)} here")
class Release(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.out = release(TOP)
        cls.names = sorted(path.name for path in cls.out.iterdir())

    def tarball(self, architecture):
        return next(self.out.glob(f"hwident-*-linux-{architecture}.tar.gz"))

    def test_there_is_a_tarball_for_each_processor_with_sums_and_sbom(self):
        listed = dict(reversed(line.split()) for line in (self.out / "SHA256SUMS").read_text().splitlines())
        self.assertEqual(sorted(listed), [name for name in self.names if name != "SHA256SUMS"])
        for name, digest in listed.items():
            self.assertEqual(sha256(self.out / name), digest, name)
        for architecture in MACHINES:
            self.assertTrue(self.tarball(architecture).is_file())

    def test_one_tar_installs_programs_that_run(self):
        for architecture, (qemu, machine) in MACHINES.items():
            with self.subTest(architecture=architecture):
                root = self.folder / architecture
                root.mkdir()
                subprocess.run(["tar", "-xzf", self.tarball(architecture), "-C", root, "--strip-components=1"],
                               check=True)
                native = architecture == "amd64" and platform.machine() == "x86_64"
                run = [] if native else [qemu]
                for program in ("hwident", "hwident-prepare"):
                    header = (root / "bin" / program).read_bytes()[:64]
                    order = "big" if header[5] == 2 else "little"
                    self.assertEqual(int.from_bytes(header[18:20], order), machine)
                done = subprocess.run([*run, root / "bin/hwident", "--from", DUMP, "get", "system-uuid"],
                                      capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, UUID, ""))
                done = subprocess.run([*run, root / "bin/hwident", "--from", DUMP, "code", "--app",
                                       "com.example.app"], capture_output=True, text=True)
                self.assertEqual(done.stdout, self.code())
                done = subprocess.run([*run, root / "bin/hwident-prepare", "--version"],
                                      capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                for paper in ("share/man/man1/hwident.1", "share/man/man8/hwident-prepare.8",
                              "share/doc/hwident/LICENSE", "share/doc/hwident/copyright"):
                    self.assertTrue((root / paper).is_file(), paper)

    def code(self):
        """The machine code by the verifier in Python, from the UUID alone."""
        sys.path.insert(0, str(TOP / "src/identity/verify"))
        import verify
        stored = bytes.fromhex(UUID.strip().replace("-", ""))
        return verify.derive("u", stored, "com.example.app") + "\n"

    def test_nothing_in_it_names_this_machine(self):
        for architecture in MACHINES:
            with tarfile.open(self.tarball(architecture)) as tar:
                for member in tar:
                    self.assertEqual((member.uid, member.gid), (0, 0))
                    if member.isfile():
                        self.assertNotIn(str(TOP).encode(), tar.extractfile(member).read(), member.name)

    def test_the_sbom_names_what_was_linked(self):
        sbom = json.loads(next(self.out.glob("*.spdx.json")).read_text())
        self.assertEqual(sbom["spdxVersion"], "SPDX-2.3")
        names = {package["name"] for package in sbom["packages"]}
        self.assertLessEqual({"musl", "mbedtls"}, names)
        ids = {package["SPDXID"] for package in sbom["packages"]} | {"SPDXRef-DOCUMENT"}
        for relation in sbom["relationships"]:
            self.assertIn(relation["spdxElementId"], ids)
            self.assertIn(relation["relatedSpdxElement"], ids)
        for package in sbom["packages"]:
            file = self.out / (package["name"] + ".tar.gz")
            if file.exists():
                self.assertEqual(package["checksums"][0]["checksumValue"], sha256(file))

    def test_a_second_clone_gives_the_same_bytes(self):
        clone = self.folder / "second"
        subprocess.run(["git", "clone", "-q", TOP, clone], check=True)
        again = release(clone, "arm64")
        self.assertEqual(sha256(next(again.glob("*.tar.gz"))), sha256(self.tarball("arm64")))


if __name__ == "__main__":
    main()
