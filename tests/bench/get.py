#!/usr/bin/env python3
# `hwident get system-uuid` compared with dmidecode and a minimal program on the same tables: wall
# time, system calls, instructions, memory, size; the same in a pod with 300 variables; and the
# inventories of all tables in testdata and of a large server's table beside dmidecode's.
# SPDX-License-Identifier: MIT
#
# usage: get.py BUILD, as root: it binds the tables in a mount namespace of its own.
import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import made
import newest
import tables
from size import stripped

from callgrind import instructions

TOP = pathlib.Path(__file__).resolve().parents[2]
PLACE = pathlib.Path("/sys/firmware/dmi/tables")
FLOOR = "floor, musl"
ROUNDS, TIMES = 15, 100
DUMPS = sorted((TOP / "testdata").glob("*.bin"))
# The signals that Go's scheduler sends itself bring callgrind down.
GO = {"GODEBUG": "asyncpreemptoff=1"}


def hide():
    """Puts an empty folder where the kernel shows its tables; others see nothing of it."""
    subprocess.run(["mount", "-t", "tmpfs", "tables", "/sys/firmware"], check=True)
    PLACE.mkdir(parents=True)


def bind(data):
    """Puts the two parts of a dump there."""
    tables.write_dump(PLACE, data)


def spawn(build, times, words, environment):
    """The median of the wall times, and the peak of the memory in KiB."""
    done = subprocess.run([build / "bench/spawn", str(times), *words], check=True, env=environment,
                          capture_output=True, text=True, errors="replace")
    return int(done.stdout.splitlines()[-1]), int(done.stderr.splitlines()[-1])


def wall(build, rows, times=TIMES, environment=None):
    """The best of the rounds' medians; the programs take turns, so that a busy moment hits all."""
    best = {}
    for _ in range(ROUNDS):
        for name, words in rows:
            spent, _ = spawn(build, times, words, environment or {})
            best[name] = min(best.get(name, 1 << 62), spent)
    return best


def calls(words):
    with tempfile.NamedTemporaryFile("r") as trace:
        subprocess.run(["strace", "-f", "-qq", "-e", "signal=none", "-o", trace.name, *words],
                       check=True, capture_output=True)
        return len([line for line in trace.read().splitlines() if "resumed>" not in line])


def dmidecodes(build):
    """That of the system, and 3.7."""
    path = shutil.which("dmidecode")
    if path:
        version = subprocess.run([path, "--version"], capture_output=True, text=True).stdout.strip()
        yield f"dmidecode {version}", [path]
    if newest.words(build):
        yield "dmidecode 3.7", newest.words(build)


def program(words):
    """The program's file, also where a loader comes first."""
    return [word for word in words if os.path.isabs(word)][-1]


def found(rows):
    for name, words in rows:
        if pathlib.Path(words[0]).exists():
            yield name, words
        else:
            print(f"{name}: not here")


def table(build, title, rows, environment):
    spent = wall(build, rows, environment=environment)
    counts = {name: instructions(*words, environment={**environment, **GO}) for name, words in rows}
    print(f"{title:34}{'wall time':>12}{'ratio':>7}{'calls':>7}{'instructions':>14}{'ratio':>7}"
          f"{'peak KiB':>10}{'bytes':>11}")
    for name, words in rows:
        print(f"{name:34}{spent[name] / 1000:9.0f} us{spent[name] / spent[FLOOR]:7.2f}"
              f"{calls(words):7}{counts[name]:14,}{counts[name] / counts[FLOOR]:7.2f}"
              f"{spawn(build, 1, words, environment)[1]:10,}{stripped(program(words)):11,}")
    print()


def inventories(build, title, dumps, rows):
    """The sums over all tables, and as a part of dmidecode's; wall time beyond that of a start."""
    spent, counts = collections.Counter(), collections.Counter()
    for data in dumps:
        bind(data)
        spent.update(wall(build, rows, TIMES // 5))
        counts.update({name: instructions(*words) for name, words in rows})
    (start, _), (first, _), *_ = rows
    print(f"{title:34}{'wall time':>12}{'beyond':>10}{'ratio':>7}{'instructions':>14}{'ratio':>7}")
    for name, _ in rows:
        beyond = spent[name] - spent[start]
        print(f"{name:34}{spent[name] / 1000:9.0f} us{beyond / 1000:7.0f} us"
              f"{beyond / (spent[first] - spent[start]):7.2f}"
              f"{counts[name]:14,}{counts[name] / counts[first]:7.2f}")
    print()


def main(build):
    if "--inside" not in sys.argv:
        os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv, "--inside"])
    build = pathlib.Path(build).resolve()
    others = list(dmidecodes(build))
    print("OpenDMI is not in Debian, so it is not compared")
    rows = list(found([
        ("floor, no libc", [build / "bench/floor-bare"]),
        (FLOOR, [build / "bench/floor-musl"]),
        ("floor, glibc", [build / "bench/floor"]),
        ("hwident get system-uuid", [build / "hwident", "get", "system-uuid"]),
        ("the same, glibc", [build / "static/hwident", "get", "system-uuid"]),
        *((f"{name} -s system-uuid", [*words, "-s", "system-uuid"]) for name, words in others),
        ("a Go program on go-smbios", [build / "bench/uuid-go"]),
    ]))
    hide()
    bind((TOP / "testdata/qemu-seabios.bin").read_bytes())
    table(build, "the system's UUID", rows, {})
    table(build, "the same with 300 variables", rows, made.POD)
    print(subprocess.run([build / "bench/library", *DUMPS], check=True, capture_output=True,
                         text=True).stdout)
    rows = [
        ("true alone", [build / "bench/true-musl"]),
        *others,
        ("hwident show", [build / "hwident", "show"]),
        ("hwident show --json", [build / "hwident", "show", "--json"]),
    ]
    inventories(build, "all tables of testdata", [dump.read_bytes() for dump in DUMPS], rows)
    inventories(build, "a large server's table", [made.large_server()], rows)


main(sys.argv[1])
