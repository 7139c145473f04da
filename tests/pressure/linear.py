#!/usr/bin/env python3
# Bad tables of six sizes: the number of instructions grows in proportion to the bytes.
# SPDX-License-Identifier: MIT
#
# usage: linear.py WALK [LARGEST]; callgrind counts the instructions of the decoder alone
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

from callgrind import instructions

COLLECT = "--toggle-collect=decode"
LARGEST = 16 << 20
# Here each byte is read 255 times, so a smaller table is enough.
KINDS = {"smallest": 1, "strings": 1, "longest": 1, "counted": 8}
MOST = 1.5  # times the instructions per byte of the smallest table


def main(walk, largest=LARGEST):
    sizes = [int(largest) >> 2 * n for n in reversed(range(6))]
    failed = 0
    print(f"{'instructions for a byte of':28}" + "".join(f"{size:>12,}" for size in sizes))
    for kind, part in KINDS.items():
        each = [instructions(walk, kind, size // part, options=[COLLECT]) * part / size for size in sizes]
        bad = max(each) > each[0] * MOST
        failed += bad
        print(f"{kind + (f', of 1/{part}' if part > 1 else ''):28}" + "".join(f"{value:12.1f}" for value in each) + ("  FAILED" if bad else ""))
    print(f"{len(KINDS) - failed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


main(*sys.argv[1:])
