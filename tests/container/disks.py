#!/usr/bin/env python3
# Stories that need a disk: a copy of the tables that outlives its boot; services of a Debian image
# over true tables.
# SPDX-License-Identifier: MIT
#
# usage: disks.py restart|services
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


def boot(disk, *stories):
    machine = vm.Machine("containers")
    machine.command += ["-drive", f"file={disk},format=raw,if=none,id=disk",
                        "-device", "nvme,serial=disk,drive=disk"]
    return machine.boot([vm.Story(HERE / story) for story in stories], 600)


def restart(folder):
    """One machine and one disk, started twice."""
    disk = folder / "disk"
    make_disk(disk, 16 << 20)
    return boot(disk, "restart/before") + boot(disk, "restart/after")


def services(folder):
    """A root folder with Python, supervisord, Node and pm2, one story after the other."""
    root, disk = folder / "root", folder / "disk"
    subprocess.run([HERE / "debian.sh", root, "python3", "python3-pip", "supervisor", "nodejs"],
                   check=True)
    for program in ("hwident", "hwident-prepare"):
        shutil.copy(TOP / "build" / program, root / "usr/local/bin")
    for accounts in ("passwd", "group"):
        shutil.copy(HERE / "accounts" / accounts, root / "etc")
    shutil.copytree(TOP / "build/container/pm2", root / "opt/pm2", symlinks=True)
    make_disk(disk, 1 << 30, "-d", root)
    return boot(disk, "services/supervisord", "services/pm2")


def main(name):
    names = {"restart": ["before", "after"], "services": ["supervisord", "pm2"]}[name]
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
