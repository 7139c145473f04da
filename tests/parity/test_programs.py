# Whole programs that call dmidecode report the same with hwident in its place as with dmidecode
# 3.7. Each runs in a mount namespace of its own where /usr/sbin/dmidecode is the one or the other,
# since several look for it there and nowhere else. One to two minutes.
# SPDX-License-Identifier: MIT
#
# What is not tried: sitesummary and facter store or search dmidecode's text and read no more of it
# than sos and virt-what; imvirt passes `-d /dev/mem`, which hwident refuses; edac-ctl has ras-mc-ctl's
# code; laptop-detect, nova, crmsh and tuned ask for one keyword, and test_strings.py asks for them all.
import concurrent.futures
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing

BUILD = TOP / "build"
PLACE = "/usr/sbin/dmidecode"
THEIRS = BUILD / "dmidecode-3.7/dmidecode"
MODULES = BUILD / "programs/node_modules"
TABLES = sorted((TOP / "testdata").glob("*.bin"))

# Replaces dmidecode; /dev/mem exists, though it is empty, as some ask for it before they start
# dmidecode; and libvirt finds the users that its daemon's package would make. "$0" is a folder.
REPLACED = f"""
touch "$0/dev/null" && mount --bind /dev/null "$0/dev/null" && mount --rbind "$0/dev" /dev &&
mount --bind "$0/passwd" /etc/passwd && mount --bind "$0/group" /etc/group &&
mount --bind "$0/dmidecode" {PLACE} && exec "$@"
"""
USER = "libvirt-qemu:x:64055:64055::/nonexistent:/bin/false\n"
GROUPS = "libvirt-qemu:x:64055:\nkvm:x:64056:\n"

SYSTEMINFORMATION = """
const si = require("systeminformation");
(async () => {
    const found = {};
    for (const name of ["system", "bios", "baseboard", "chassis", "memLayout"])
        found[name] = await si[name]();
    console.log(JSON.stringify(found, null, 1));
})();
"""
LIBVIRT = """
mkdir -p "$HOME/libvirt/etc" && exec virsh -c "qemu:///embed?root=$HOME/libvirt" sysinfo
"""
SOS = """
sos report --batch --quiet --build -o hardware --tmp-dir "$HOME" >/dev/null &&
cat "$HOME"/sosreport-*/sos_commands/hardware/dmidecode
"""
OCS = """
ocsinventory-agent --local="$HOME" --force --nosoftware && cat "$HOME"/*.ocs
"""
HARDWARE_ONLY = "--no-category=software,process,environment,network,printer,storage,drive,user"

# A program, how it is called, what it must show of some table, and what of its lines changes from
# one run to the next.
NOTHING = r"\Z(?!)"
VOLATILE = r"(?m)^.*(?:LOGDATE|FREE|DEVICEID|SWAP|TIME|DESCRIPTION|LASTLOGGEDUSER).*\n"
PROGRAMS = {
    "inxi": (["inxi", "--dmidecode", "-M", "-m", "-c", "0", "-y", "200", "-xxx"], "Example Boards",
             r"RAM: total:.*"),
    "ohai": (["ohai", "dmi"], "Example Systems", NOTHING),
    "systeminformation": (["node", "-e", SYSTEMINFORMATION], "Example Systems", NOTHING),
    "virsh": (["sh", "-c", LIBVIRT], "<entry name='product'>Model 1000", NOTHING),
    "ras-mc-ctl": (["ras-mc-ctl", "--mainboard", "--guess-labels"], "is located at", NOTHING),
    "virt-what": (["virt-what"], "kvm", NOTHING),
    "collectl": (["collectl", "--showheader"], "Platform: Model 1000",
                 r"(?m)^.*(?:Booted|Speed|Kernel|Memory|Host).*$"),
    "hw-probe": (["hw-probe", "-all", "-min", "-show-devices", "-save", "."], "memory",
                 r"(?m)^.*(?:HW_PROBE|hw\.info).*$"),
    "fusioninventory-inventory": (
        ["fusioninventory-inventory", HARDWARE_ONLY], "<SMODEL>Model 1000",
        VOLATILE),
    "ocsinventory-agent": (
        ["sh", "-c", OCS], "<SMODEL>Model 1000",
        VOLATILE),
    "sos": (["sh", "-c", SOS], "Handle 0x", r"(?m)^(?:Getting SMBIOS|Reading SMBIOS).*$"),
}
# Programs that take seconds read only these tables, which have what the others have.
SLOW = {"fusioninventory-inventory", "hw-probe", "ocsinventory-agent", "sos"}
FEW = [TOP / "testdata" / f"{name}.bin" for name in ("qemu-arm64", "qemu-boards")]


def folder_of(dump, folder):
    """The dump as the kernel shows tables."""
    data = dump.read_bytes()
    sm3 = data.startswith(b"_SM3_")
    at = struct.unpack_from("<Q" if sm3 else "<I", data, 0x10 if sm3 else 0x18)[0]
    folder.mkdir()
    (folder / "smbios_entry_point").write_bytes(data[:data[6] if sm3 else data[5]])
    (folder / "DMI").write_bytes(data[at:])
    return folder


def prepare(folder, dmidecode):
    """The folder that REPLACED takes."""
    (folder / "dev").mkdir(parents=True)
    (folder / "dev/mem").touch()
    (folder / "passwd").write_text(pathlib.Path("/etc/passwd").read_text() + USER)
    (folder / "group").write_text(pathlib.Path("/etc/group").read_text() + GROUPS)
    (folder / "dmidecode").symlink_to(dmidecode)
    return folder


def can_replace():
    with tempfile.TemporaryDirectory() as name:
        folder = prepare(pathlib.Path(name, "try"), "/bin/true")
        return os.path.exists(PLACE) and subprocess.run(
            ["unshare", "-m", "sh", "-c", REPLACED, folder, "/bin/true"],
            stderr=subprocess.DEVNULL).returncode == 0


class Programs(unittest.TestCase):
    maxDiff = 3000

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def output(self, name, dmidecode, command, **environment):
        folder = prepare(self.folder / name, dmidecode)
        home = folder / "home"
        home.mkdir()
        done = subprocess.run(["unshare", "-m", "sh", "-c", REPLACED, folder, *command], cwd=home,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(home),
                                   "NODE_PATH": str(MODULES), **environment},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, timeout=300)
        return done.stdout.decode("utf-8", "replace").replace(str(home), "HOME")

    def same(self, program):
        command, must_have, without = PROGRAMS[program]
        wrapper = self.folder / "wrapper"
        wrapper.write_text(f'#!/bin/sh\nexec {THEIRS} --from-dump "$TABLE" "$@"\n')
        wrapper.chmod(0o755)
        seen = ""
        for table in FEW if program in SLOW else TABLES:
            place = folder_of(table, self.folder / table.stem)
            with concurrent.futures.ThreadPoolExecutor() as pool:
                running = [
                    pool.submit(self.output, f"{table.stem}-ours", BUILD / "hwident", command,
                                HWIDENT_TABLES=str(place)),
                    pool.submit(self.output, f"{table.stem}-theirs", wrapper, command,
                                TABLE=str(table))]
                ours, theirs = (each.result() for each in running)
            with self.subTest(table.name):
                self.assertEqual(re.sub(without, "", ours), re.sub(without, "", theirs))
            seen += ours
        self.assertIn(must_have, seen)


def test_of(program):
    @unittest.skipUnless(THEIRS.exists(), "no dmidecode 3.7: make check-sweep gets it")
    @unittest.skipUnless(can_replace(), "needs root, and a dmidecode that is installed")
    def test(self):
        if program == "systeminformation":
            if not (MODULES / program).exists():
                self.skipTest("npm's systeminformation could not be had")
        elif not shutil.which(program):
            self.skipTest(f"{program} is not installed")
        self.same(program)
    return test


for each in PROGRAMS:
    setattr(Programs, f"test_{each}", test_of(each))

if __name__ == "__main__":
    closing.main()
