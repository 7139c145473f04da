#!/usr/bin/env python3
# Starts one machine with one disk twice: what a container left on it is another boot's then.
# SPDX-License-Identifier: MIT
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "vm"))
import vm
from stories import closing, outcomes


def main():
    machine = vm.Machine("containers")
    with tempfile.TemporaryDirectory() as folder:
        disk = pathlib.Path(folder, "disk")
        machine.command += ["-drive", f"file={disk},format=raw,if=none,id=volume",
                            "-device", "nvme,serial=volume,drive=volume"]
        try:
            subprocess.run(["mke2fs", "-q", "-t", "ext4", disk, "16M"], check=True)
            console = "".join(machine.boot([vm.Story(HERE / "restart" / name)])
                              for name in ("before", "after"))
        except FileNotFoundError as missing:
            print(f"skipped before, after: {missing}")
            return closing([("skip", "before"), ("skip", "after")])
    found = list(outcomes(console, ["before", "after"]))
    if any(result == "not ok" for result, _ in found):
        print(console)
    return closing(found)


if __name__ == "__main__":
    sys.exit(main())
