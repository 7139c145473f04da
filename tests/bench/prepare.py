#!/usr/bin/env python3
# hwident-prepare beside gosu, su-exec, setpriv, s6-setuidgid and a floor: wall time, system calls, size.
# SPDX-License-Identifier: MIT
#
# usage: prepare.py BUILD, as root
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import tables
from size import stripped

ROUNDS, TIMES = 5, 200
SYSFS = "inject=fstatfs:poke_exit=@arg2=7265656200000000:when=1"


def programs(build):
    spec = ["--grant", "none", "--user", "1000:1000", "--"]
    rows = {
        "floor, no libc": [build / "bench/drop-bare"],
        "floor, musl": [build / "bench/drop-musl"],
        "floor, glibc": [build / "bench/drop"],
        "hwident-prepare": [build / "hwident-prepare", *spec],
        "the same, glibc": [build / "static/hwident-prepare", *spec],
        "su-exec": ["su-exec", "1000:1000"],
        "setpriv": ["setpriv", "--reuid", "1000", "--regid", "1000", "--clear-groups",
                    "--inh-caps=-all"],
        "s6-setuidgid": ["s6-setuidgid", "1000:1000"],
        "gosu": ["gosu", "1000:1000"],
    }
    for name, words in rows.items():
        path = shutil.which(str(words[0]))
        if path:
            yield name, [path, *map(str, words[1:])]
        else:
            print(f"{name}: not here" + " (and not in Debian)" * (name == "su-exec"))


def calls(build, words, *more):
    """System calls between the program's own start and its command's."""
    with tempfile.NamedTemporaryFile("r") as trace:
        subprocess.run(["strace", "-f", "-qq", "-e", "signal=none", *more, "-o", trace.name, *words,
                        build / "bench/true-musl"], check=True, capture_output=True)
        lines = trace.read().splitlines()
    starts = [number for number, line in enumerate(lines) if " execve(" in line]
    return len([line for line in lines[starts[0] + 1:starts[-1]] if "resumed>" not in line])


def times(build, rows):
    """The best of the rounds' medians; the programs take turns, so that a busy moment hits all."""
    best = {}
    for _ in range(ROUNDS):
        for name, words in rows:
            done = subprocess.run([build / "bench/spawn", str(TIMES), *words,
                                   build / "bench/true-musl"], check=True,
                                  capture_output=True, text=True)
            best[name] = min(best.get(name, 1 << 62), int(done.stdout))
    return best


def main(build):
    rows = list(programs(build))
    wall = times(build, [*rows, ("true alone", [])])
    print(f"{'':24}{'wall time':>12}{'floor':>8}{'less true':>12}{'calls':>7}{'bytes':>10}")
    for name, words in rows:
        spent, alone = wall[name], wall["true alone"]
        print(f"{name:24}{spent / 1000:9.0f} us{spent / wall['floor, musl']:8.2f}"
              f"{(spent - alone) / 1000:9.0f} us{calls(build, words):7}{stripped(words[0]):10}")
    print(f"{'true alone':24}{wall['true alone'] / 1000:9.0f} us")
    grants(build)


def grants(build):
    """With tables, whose folder strace makes believe to be sysfs."""
    print("\nsystem calls up to the exec, by grant" + " " * 5 + "musl   glibc")
    with tempfile.TemporaryDirectory() as name:
        folder = tables.write_folder(pathlib.Path(name, "tables"), tables.table())
        for grant in ("chmod", "group", "fd", f"copy:{name}/copy"):
            counts = []
            for program in ("hwident-prepare", "static/hwident-prepare"):
                if not (build / program).exists():
                    counts.append("-")
                    continue
                for path in folder.iterdir():
                    path.chmod(0o400)
                    shutil.chown(path, 0, 0)
                words = [build / program, "--tables", folder, "--grant", grant, "--user", "1000:1000"]
                counts.append(calls(build, [*words, "--"], "-e", SYSFS))
            print(f"{re.sub(':.*', '', grant):42}{counts[0]:>4}{counts[1]:>8}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
