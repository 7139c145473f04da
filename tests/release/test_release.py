# Uses the result of `make release` as a stranger would: the sums, one `tar x`, the programs on each
# processor, what the SBOM names, and the same bytes when a different user builds it in a different folder.
# ARCHITECTURES names the processors to test; by default it is all of them.
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
from test_install import install

DUMP = TOP / "testdata/qemu-seabios.bin"
UUID = "b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65\n"
# What file(1) prints for the programs, and the emulator that runs them on other processors.
MACHINES = {"amd64": ("qemu-x86_64-static", 62), "arm64": ("qemu-aarch64-static", 183),
            "armhf": ("qemu-arm-static", 40), "i386": ("qemu-i386-static", 3),
            "riscv64": ("qemu-riscv64-static", 243), "s390x": ("qemu-s390x-static", 22)}
CHOSEN = os.environ.get("ARCHITECTURES", " ".join(MACHINES)).split()
TOOLS = ["dpkg-source", "git", *(MACHINES[name][0] for name in CHOSEN)]
MISSING = [tool for tool in TOOLS if not shutil.which(tool)]
# A different user than the one who runs the tests, if that one is root and may change users.
STRANGER = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


def clone(folder):
    subprocess.run(["git", "clone", "-q", TOP, folder], check=True)
    return folder


def release(tree, build, architectures, umask=0o022, zone="UTC", user={}):
    """Makes the release of a clone in the folder `build`, and returns the folder with the result."""
    done = subprocess.run(["make", "-s", "release", f"BUILD={build}",
                           "ARCHITECTURES=" + " ".join(architectures)], cwd=tree, umask=umask,
                          env=dict(os.environ, TZ=zone, HOME=str(tree)), capture_output=True, text=True,
                          **user)
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)
    return pathlib.Path(done.stdout.splitlines()[-1])


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@unittest.skipIf(MISSING, f"no {', '.join(MISSING)} here")
class Release(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(dir="/var/tmp")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.folder.chmod(0o755)
        cls.tree = clone(cls.folder / "first")
        # The folder is kept from run to run, so that musl is built once.
        cls.out = release(cls.tree, TOP / "build", CHOSEN)
        cls.names = sorted(path.name for path in cls.out.iterdir())

    def tarball(self, architecture):
        return next(self.out.glob(f"hwident-*-linux-{architecture}.tar.gz"))

    def test_there_is_a_tarball_for_each_processor_with_sums_and_sbom(self):
        listed = dict(reversed(line.split()) for line in (self.out / "SHA256SUMS").read_text().splitlines())
        self.assertEqual(sorted(listed), [name for name in self.names if name != "SHA256SUMS"])
        for name, digest in listed.items():
            self.assertEqual(sha256(self.out / name), digest, name)
        for architecture in CHOSEN:
            self.assertTrue(self.tarball(architecture).is_file())

    def test_one_tar_installs_programs_that_run(self):
        for architecture in CHOSEN:
            qemu, machine = MACHINES[architecture]
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
        for architecture in CHOSEN:
            with tarfile.open(self.tarball(architecture)) as tar:
                for member in tar:
                    self.assertEqual((member.uid, member.gid), (0, 0))
                    content = tar.extractfile(member).read() if member.isfile() else b""
                    for name in (TOP, self.folder):
                        self.assertNotIn(str(name).encode(), content, member.name)

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

    def test_the_readme_s_lines_install_it(self):
        root = self.folder / "local"
        root.mkdir()
        if "amd64" not in CHOSEN:
            self.skipTest("amd64 was not chosen")
        done = install(self.out, root)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue((root / "bin/hwident").is_file())

    @unittest.skipUnless(shutil.which("podman") and STRANGER, "no podman here, or not root")
    def test_one_image_for_all_processors(self):
        engine = f"podman --root {self.folder}/images --runroot {self.folder}/run --storage-driver=vfs"
        version = self.out.name
        subprocess.run(["make", "-s", "images", f"ENGINE={engine}"], cwd=TOP, check=True,
                       capture_output=True)
        done = subprocess.run([*engine.split(), "manifest", "inspect", f"hwident:{version}"],
                              check=True, capture_output=True, text=True)
        platforms = {(m["platform"]["architecture"], m["platform"].get("variant", ""))
                     for m in json.loads(done.stdout)["manifests"]}
        names = {"armhf": ("arm", "v7"), "i386": ("386", "")}
        self.assertEqual(platforms, {names.get(arch, (arch, "")) for arch in CHOSEN})

    def test_a_different_user_builds_the_same_bytes_elsewhere(self):
        home = self.folder / "other"
        home.mkdir()
        tree = clone(home / "clone")
        shutil.copytree(TOP / "build/release/sources", home / "build/release/sources")
        if STRANGER:
            subprocess.run(["chown", "-R", "65534:65534", home], check=True)
        one = CHOSEN[:1]
        again = release(tree, home / "build", one, umask=0o077, zone="Asia/Tokyo", user=STRANGER)
        self.assertEqual(sha256(next(again.glob("*.tar.gz"))), sha256(self.tarball(one[0])))


if __name__ == "__main__":
    main()
