#!/usr/bin/env python3
# Every command over bad tables of two sizes: the number of instructions grows at most in proportion to
# the bytes.
# SPDX-License-Identifier: MIT
#
# usage: commands.py HWIDENT WALK [LARGEST]
import concurrent.futures
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import tables
from callgrind import instructions_of_long

SMALLEST, LARGEST = 16 << 10, 512 << 10
# Those of walk.c, and testdata's structures of every type and length, again and again.
KINDS = ("smallest", "strings", "longest", "counted", "synthetic")
MOST = 1.2  # times the instructions per byte of the smallest table
NEW = "NEW"  # a file that does not exist yet
COMMANDS = [
    ["summary"], ["get", "system-uuid"], ["show"], ["show", "--json"], ["show", "--dump"],
    ["code", "--app", "com.example"], ["match", tables.UUID_LE], ["explain"], ["lint"],
    ["report", NEW], ["duplicates"], ["dump", NEW], ["show", "--redact"], ["dump", "--redact", NEW],
]


def commands_of(hwident):
    """Those that the program's help lists."""
    text = subprocess.run([hwident, "help"], check=True, capture_output=True, text=True).stdout
    lines = text.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    return {line.split()[0] for line in lines}


def bad_table(walk, kind, size, file):
    if kind == "synthetic":
        one = (TOP / "testdata/synthetic.bin").read_bytes()[32:-len(tables.end())]
        return one * (size // len(one))
    system = tables.system()
    subprocess.run([walk, kind, str(size - len(system)), file], check=True)
    return system + file.read_bytes()


def per_byte(hwident, dump, command, new):
    words = [new if word == NEW else word for word in command]
    return instructions_of_long(hwident, "--from", dump, *words) / dump.stat().st_size


def main(hwident, walk, largest=LARGEST):
    sizes = SMALLEST, int(largest)
    missing = commands_of(hwident) - {command[0] for command in COMMANDS}
    failed = len(missing)
    for name in sorted(missing):
        print(f"{name}: not measured  FAILED")
    with tempfile.TemporaryDirectory() as name, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = pathlib.Path(name)
        dumps = {}
        for kind, size in itertools.product(KINDS, sizes):
            data = bad_table(walk, kind, size, folder / "table")
            dumps[kind, size] = folder / f"{kind}-{size}"
            dumps[kind, size].write_bytes(tables.dump(data, tables.sm3(len(data))))
        runs = list(itertools.product(KINDS, COMMANDS, sizes))
        each = dict(zip(((kind, *command, size) for kind, command, size in runs), pool.map(
            lambda run: per_byte(hwident, dumps[run[1][0], run[1][2]], run[1][1], folder / str(run[0])),
            enumerate(runs))))
    print(f"{'instructions for a byte of':36}" + "".join(f"{size:>12,}" for size in sizes))
    for kind, command in itertools.product(KINDS, COMMANDS):
        small, large = (each[kind, *command, size] for size in sizes)
        bad = large > small * MOST
        failed += bad
        label = f"{kind}: {' '.join(word for word in command[:2] if word not in (NEW, tables.UUID_LE))}"
        print(f"{label:36}{small:12.1f}{large:12.1f}" + "  FAILED" * bad)
    print(f"{len(KINDS) * len(COMMANDS) + len(missing) - failed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


main(*sys.argv[1:])
