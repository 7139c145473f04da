#!/usr/bin/env python3
# `hwident get system-uuid` compared with dmidecode and a minimal program on the same tables: wall
# time, system calls, instructions, memory, size; and the inventory of all tables in testdata beside
# dmidecode's.
# SPDX-License-Identifier: MIT
#
# usage: get.py BUILD, as root: it binds the tables of testdata in a mount namespace of its own.
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from size import stripped

TOP = pathlib.Path(__file__).resolve().parents[2]
PLACE = pathlib.Path("/sys/firmware/dmi/tables")
ROUNDS, TIMES = 15, 100
DUMPS = sorted((TOP / "testdata").glob("*.bin"))


def hide():
    """Puts an empty folder where the kernel shows its tables; others see nothing of it."""
    subprocess.run(["mount", "-t", "tmpfs", "tables", "/sys/firmware"], check=True)
    PLACE.mkdir(parents=True)


def bind(dump):
    """Puts the dump's two parts there."""
    data = dump.read_bytes()
    (PLACE / "smbios_entry_point").write_bytes(data[:data[5] if data[:4] == b"_SM_" else data[6]])
    (PLACE / "DMI").write_bytes(data[32:])


def output(words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def wall(build, rows, times=TIMES):
    """The best of the rounds' medians; the programs take turns, so that a busy moment hits all."""
    best = {}
    for _ in range(ROUNDS):
        for name, words in rows:
            done = output([build / "bench/spawn", str(times), *words])
            best[name] = min(best.get(name, 1 << 62), int(done.splitlines()[-1]))
    return best


def calls(words):
    with tempfile.NamedTemporaryFile("r") as trace:
        output(["strace", "-f", "-qq", "-e", "signal=none", "-o", trace.name, *words])
        return len([line for line in trace.read().splitlines() if "resumed>" not in line])


def instructions(words):
    # The signals that Go's scheduler sends itself bring callgrind down.
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *words],
                          check=True, capture_output=True, text=True,
                          env={**os.environ, "GODEBUG": "asyncpreemptoff=1"})
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def peak(build, words):
    done = subprocess.run([build / "bench/spawn", "1", *words], check=True, capture_output=True,
                          text=True)
    return int(done.stderr.splitlines()[-1])


def found(rows):
    for name, words in rows:
        path = shutil.which(words[0])
        if path:
            yield name, [path, *words[1:]]
        else:
            print(f"{words[0]} is not here")


def table(build, title, rows):
    rows = list(found(rows))
    spent = wall(build, rows)
    floor_wall, floor_instructions = spent[rows[0][0]], instructions(rows[0][1])
    print(f"{title:34}{'wall time':>12}{'ratio':>7}{'calls':>7}{'instructions':>14}{'ratio':>7}"
          f"{'peak KiB':>10}{'bytes':>11}")
    for name, words in rows:
        count = instructions(words)
        print(f"{name:34}{spent[name] / 1000:9.0f} us{spent[name] / floor_wall:7.2f}"
              f"{calls(words):7}{count:14,}{count / floor_instructions:7.2f}"
              f"{peak(build, words):10,}{stripped(words[0]):11,}")


def inventories(build, rows):
    """The sums over all tables, and as a part of dmidecode's; wall time beyond the floor's."""
    spent, counts = collections.Counter(), collections.Counter()
    for dump in DUMPS:
        bind(dump)
        spent.update(wall(build, rows, TIMES // 5))
        counts.update({name: instructions(words) for name, words in rows})
    (floor, _), (first, _), *_ = rows
    print(f"{'the inventory of all tables':34}{'wall time':>12}{'beyond':>10}{'ratio':>7}"
          f"{'instructions':>14}{'ratio':>7}")
    for name, _ in rows:
        beyond = spent[name] - spent[floor]
        print(f"{name:34}{spent[name] / 1000:9.0f} us{beyond / 1000:7.0f} us"
              f"{beyond / (spent[first] - spent[floor]):7.2f}"
              f"{counts[name]:14,}{counts[name] / counts[first]:7.2f}")


def main(build):
    if "--inside" not in sys.argv:
        os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv, "--inside"])
    build = pathlib.Path(build).resolve()
    hide()
    bind(TOP / "testdata/qemu-seabios.bin")
    table(build, "the system's UUID", [
        ("floor, musl", [build / "bench/floor-musl"]),
        ("floor, glibc", [build / "bench/floor"]),
        ("hwident get system-uuid", [build / "hwident", "get", "system-uuid"]),
        ("the same, glibc", [build / "static/hwident", "get", "system-uuid"]),
        ("dmidecode -s system-uuid", ["dmidecode", "-s", "system-uuid"]),
        ("a Go program on go-smbios", [build / "bench/uuid-go"]),
    ])
    print()
    print(output([build / "bench/library", *DUMPS]), end="")
    print()
    inventories(build, [
        ("floor", [build / "bench/floor-musl"]),
        ("dmidecode", [shutil.which("dmidecode")]),
        ("hwident show", [build / "hwident", "show"]),
        ("hwident show --json", [build / "hwident", "show", "--json"]),
    ])


main(sys.argv[1])
