#!/usr/bin/env python3
# Every system call of every command fails, is interrupted, is short, or finds the tables changed;
# each run must end in one of the ways that README.md in this folder lists.
# SPDX-License-Identifier: MIT
#
# usage: check.py BUILD, as root, with strace, on x86-64
import collections
import ctypes
import pathlib
import platform
import subprocess
import sys
import tempfile

from change import change
from inject import inject
from programs import calls_of, programs
from short import short

ADDR_NO_RANDOMIZE = 0x0040000
KINDS = (("faults", inject), ("short", short), ("changes", change))


def start_up(folder, compiler):
    """The calls of a program that does nothing: those that libc makes before main."""
    source, program = folder / "nothing.c", folder / "nothing"
    source.write_text("int main(void)\n{\n    return 0;\n}\n")
    subprocess.run([compiler, "-static", source, "-o", program], check=True)
    trace = subprocess.run(["strace", "-qq", program], check=True, capture_output=True, text=True)
    return [call.name for call in calls_of(trace.stderr)]


def before_main(calls, nothing):
    same = 0
    while same < min(len(calls), len(nothing)) and calls[same].name == nothing[same]:
        same += 1
    return same


def try_all(program, starts):
    """Prints a line, and one for each failure; returns the counts."""
    calls, good = program.calls()
    main = max(before_main(calls, nothing) for nothing in starts)
    counts, failures = collections.Counter(), []
    for kind, tries in KINDS:
        for what, wrong, end in tries(program, calls, good, main):
            counts[kind] += 1
            counts["survived"] += end.code == good.code
            if wrong:
                failures.append(f"{what}: {wrong}: {end.stderr.strip()!r}")
    print(", ".join(f"{counts[kind]:4} {kind}" for kind, _ in KINDS) +
          f", {counts['survived']:4} survived: {program}", flush=True)
    print("".join(f"      {line}\n" for line in failures), end="")
    return counts, len(failures)


def keep_addresses():
    """The heap's address decides how many calls it takes, so it is fixed for all later runs."""
    if ctypes.CDLL(None, use_errno=True).personality(ADDR_NO_RANDOMIZE) < 0:
        raise OSError(ctypes.get_errno(), "personality")


def main(build):
    if platform.machine() != "x86_64":
        print("skipped: meddle knows the registers of x86-64 only")
        print("0 passed, 0 failed, 1 skipped")
        return
    keep_addresses()
    total, failed = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as other:
        # The two programs are musl's; the reader, which is somebody's own, is the compiler's
        # libc's.
        starts = [start_up(pathlib.Path(other), compiler) for compiler in ("musl-gcc", "gcc")]
        for program in programs(pathlib.Path(build).resolve(), name):
            counts, failures = try_all(program, starts)
            total += counts
            failed += failures
    print(", ".join(f"{total[kind]} {kind}" for kind, _ in KINDS))
    print(f"{sum(total[kind] for kind, _ in KINDS) - failed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main(sys.argv[1])
