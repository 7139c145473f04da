#!/usr/bin/env python3
# Stories that need a disk: a copy of the tables that outlives its boot; services of a Debian image
# and Docker over true tables.
# SPDX-License-Identifier: MIT
#
# usage: disks.py restart|services|docker
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "vm"))
import vm
from stories import closing, outcomes


def make_disk(disk, size, *options):
    with disk.open("wb") as file:
        file.truncate(size)
    subprocess.run(["mke2fs", "-q", "-t", "ext4", *options, disk], check=True)


def boot(name, stories, *more):
    machine = vm.Machine(name)
    machine.kernel += ["mitigations=off"]  # the emulated processor has no use for them
    machine.command += more
    return machine.boot([vm.Story(HERE / story) for story in stories], 1800)


def boot_disk(disk, *stories, more=()):
    return boot("containers", stories,
                "-drive", f"file={disk},format=raw,if=none,id=disk,cache=unsafe",
                "-device", "nvme,serial=disk,drive=disk", *more)


def restart(folder):
    """One machine and one disk, started twice."""
    disk = folder / "disk"
    make_disk(disk, 16 << 20)
    return boot_disk(disk, "restart/before") + boot_disk(disk, "restart/after")


def debian(root, *packages):
    """A root folder of these packages of this machine, with our programs."""
    subprocess.run([HERE / "debian.sh", root, *packages], check=True)
    for program in ("hwident", "hwident-prepare"):
        shutil.copy(TOP / "build" / program, root / "usr/local/bin")


def services(folder):
    """A root folder with Python, supervisord, Node and pm2, one story after the other."""
    root, disk = folder / "root", folder / "disk"
    debian(root, "python3", "python3-pip", "supervisor", "nodejs")
    for accounts in ("passwd", "group"):
        shutil.copy(HERE / "accounts" / accounts, root / "etc")
    shutil.copytree(TOP / "build/container/pm2", root / "opt/pm2", symlinks=True)
    make_disk(disk, 1 << 30, "-d", root)
    return boot_disk(disk, "services/supervisord", "services/pm2")


def docker(folder):
    """Docker, which is not installed on this machine, in a root folder with what it needs; in that,
    the root folder of the image debian:12-slim."""
    root, disk, engine = folder / "root", folder / "disk", vm.CACHE / "amd64"
    debian(root, "runc", "apparmor", "jq", "libdevmapper1.02.1", "findutils", "sed", "tar", "procps",
           "dmidecode", "busybox-static", "docker-compose")
    # What Debian compiles when it installs a package.
    subprocess.run(["/usr/bin/python3", "-m", "compileall", "-q", "-j2", "--invalidation-mode",
                    "unchecked-hash", root / "usr/lib"], check=True)
    subprocess.run([HERE / "debian.sh", root / "tmp/debian"], check=True)
    for program in ("dockerd", "docker", "docker-init", "docker-proxy", "containerd",
                    "containerd-shim-runc-v2"):
        shutil.copy(vm.find(program, [engine / "usr/bin", engine / "usr/sbin"]), root / "usr/bin")
    shutil.copytree(engine / "lib/modules", root / "lib/modules", dirs_exist_ok=True)
    make_disk(disk, 1 << 30, "-d", root)
    # What newer processors have for bytes in bulk is slower than loops where it is emulated.
    more = ["-m", "1024", "-smp", "2", "-cpu", "Nehalem,rdrand=on"]
    return (boot_disk(disk, "services/docker", more=more)
            + boot("microvm", ["services/docker-no-smbios"], *more))


STORIES = {"restart": ["before", "after"], "services": ["supervisord", "pm2"],
           "docker": ["docker", "docker-no-smbios"]}


def main(name):
    names = STORIES[name]
    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory() as folder:
            console = globals()[name](pathlib.Path(folder))
    except FileNotFoundError as missing:
        print(f"skipped {name}: {missing}")
        return closing([("skip", name)])
    found = list(outcomes(console, names))
    if any(result == "not ok" for result, _ in found):
        print(console)
    print(f"{name}: {len(found)} checks, {time.monotonic() - began:.1f} seconds")
    return closing(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
