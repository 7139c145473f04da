#!/usr/bin/env python3
# Which tests may be skipped. In continuous integration (CI=true) a suite fails if it skips a test
# that skips.tsv does not list, or runs one that skips.tsv says is skipped on such a machine.
# SPDX-License-Identifier: MIT
#
# usage: skips.py SUITE <NAMES    for suites that are not Python: the names of what was skipped
import os
import pathlib
import sys
import tempfile

import dumps
import mounts

TOP = pathlib.Path(__file__).resolve().parents[2]
LIST = pathlib.Path(__file__).with_name("skips.tsv")

# What a machine may lack or have: the words of the list's third column.
CONDITIONS = {
    "no dumps": lambda: not dumps.DUMPS,
    "no koffi": lambda: not (TOP / "build/languages/node_modules/koffi").exists(),
    "no dmidecode 3.7": lambda: not (TOP / "build/dmidecode-3.7/dmidecode").exists(),
    "no dmidecode 3.6": lambda: not (TOP / "build/dmidecode-3.6/dmidecode").exists(),
    "no systeminformation": lambda: not (TOP / "build/programs/node_modules").exists(),
    "no user namespaces": lambda: not mounts.user_namespaces(),
    "SMBIOS tables": lambda: os.path.exists("/sys/class/dmi"),
    "temporary folder in memory": lambda: (os.statvfs(tempfile.gettempdir()).f_fsid ==
                                           os.statvfs("/dev/shm").f_fsid),
}


def expected(suite):
    """The names of the suite's tests that this machine can't run."""
    rows = [line.split("\t") for line in LIST.read_text().splitlines() if line[0] != "#"]
    return {name for of, name, condition in rows if of == suite and CONDITIONS[condition]()}


def complaints(suite, names, whole):
    listed = expected(suite)
    for name in sorted(set(names) - listed):
        yield f"{name} is skipped, and {LIST.name} does not list it"
    for name in sorted(listed - set(names)) if whole else []:
        yield f"{name} is not skipped, but {LIST.name} lists it"


def count_complaints(names, suite=None, whole=True):
    """Prints what is wrong with skipping these tests of the running program and returns how many
    lines that took; nothing outside of CI. `whole`: no test was left out by request."""
    if os.environ.get("CI") != "true":
        return 0
    suite = suite or str(pathlib.Path(sys.argv[0]).resolve().relative_to(TOP))
    found = list(complaints(suite, names, whole))
    for line in found:
        print(f"FAILED {suite}: {line}")
    return len(found)


if __name__ == "__main__":
    sys.exit(count_complaints(sys.stdin.read().splitlines(), suite=sys.argv[1]) > 0)
