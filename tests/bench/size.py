#!/usr/bin/env python3
# What the programs take in an image: stripped and static, with glibc and with musl.
# SPDX-License-Identifier: MIT
#
# usage: size.py BUILD
import os
import pathlib
import subprocess
import sys
import tempfile


def stripped(path):
    with tempfile.NamedTemporaryFile() as file:
        subprocess.run(["strip", "-o", file.name, os.path.realpath(path)], check=True)
        return pathlib.Path(file.name).stat().st_size


def main(build):
    print(f"{'bytes, stripped and static':34}{'musl':>12}{'glibc':>12}")
    for program in ("hwident", "hwident-prepare"):
        print(f"{program:34}{stripped(build / program):12,}{stripped(build / 'static' / program):12,}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
