# What the programs are measured with besides the tables of testdata: a pod's environment, and the
# table of a large server. It has the structures of a server with four processors, 32 memory devices
# and 100 slots, in the layouts of SMBIOS 3.2.
# SPDX-License-Identifier: MIT
import collections
import pathlib
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

import tables

# Kubernetes gives a container such variables for each service of its namespace.
POD = {f"BACKEND_{n}_PORT_8080_TCP_ADDR": f"tcp://10.0.{n % 256}.1:8080" for n in range(300)}

UUID = bytes.fromhex("4c4c4544003952108052b4c04f395831")
PROCESSORS, CACHES, DEVICES, SLOTS, CONNECTORS, ON_BOARD = 4, 3, 32, 100, 40, 8


def _processors():
    for n in range(PROCESSORS):
        first = 0x700 + CACHES * n # the handle of its first cache
        for level in range(CACHES):
            size = 64 << 4 * level
            yield 7, struct.pack("<BHHHHHBBBBII", 1, 0x180 | level, size, size, 0x20, 0x20, 0, 5, 5, 8,
                                 size, size), [f"L{level + 1}-Cache"]
        yield 4, struct.pack("<BBBBQBBHHHBBHHHBBBBBBHHHHH", 1, 3, 0xB3, 2, 0xBFEBFBFF00050657, 3, 0x90,
                             100, 4000, 2500, 0x41, 0x36, *range(first, first + CACHES), 0, 4, 5,
                             28, 28, 56, 0xFC, 0xB3, 28, 28, 56), [
            f"CPU{n + 1}", "Intel(R) Corporation", "Intel(R) Xeon(R) Platinum 8280 CPU @ 2.70GHz",
            f"P-{n:05}", "CD8069504228001"]


def _memory():
    size = 64 << 20  # KiB
    yield 16, struct.pack("<BBBIHHQ", 3, 3, 6, 1 << 31, 0xFFFE, DEVICES, DEVICES * size << 10), []
    yield 19, struct.pack("<IIHBQQ", 0, DEVICES * size - 1, 0x1000, 1, 0, 0), []
    for n in range(DEVICES):
        yield 17, struct.pack("<HHHHHBBBBBHHBBBBBIHHHHBHBHHHHQQQQ", 0x1000, 0xFFFE, 72, 64, 0x7FFF, 9,
                              0, 1, 2, 0x1A, 0x2080, 2933, 3, 4, 5, 6, 2, size >> 10, 2933, 1200, 1200,
                              1200, 3, 8, 0, 0xCE80, 0, 0, 0, 0, size << 10, 0, 0), [
            f"CPU{n // 8 + 1}_DIMM_{'ABCDEFGH'[n % 8]}1", f"_Node{n // 8}_Channel{n % 8}_Dimm0",
            "Samsung", f"{0x36A1B000 + n:08X}", f"M-{n:05}", "M393A8G40MB2-CVF"]
        yield 20, struct.pack("<IIHHBBBQQ", n * size, (n + 1) * size - 1, 0x1100, 0x1300, 0xFF, 1, 1,
                              0, 0), []


def _slots():
    for n in range(SLOTS):
        yield 9, struct.pack("<BBBBBHBBHBB", 1, 0xB1, 0x0B, 4 if n % 3 else 3, 4, n, 0x0C, 1, 0, n,
                             n % 32 << 3), [f"CPU{n % PROCESSORS + 1} SLOT{n} PCI-E 3.0 X8"]


def _others():
    for n in range(CONNECTORS):
        yield 8, bytes([1, 0, 2, 0x12, 0x10]), [f"J{n + 1}A1", f"USB {n + 1}"]
    for n in range(ON_BOARD):
        yield 41, struct.pack("<BBBHBB", 1, 0x85, n + 1, 0, n, n << 3), [f"Intel Ethernet X710 #{n + 1}"]
    yield 38, struct.pack("<BBBBQBB", 1, 0x20, 0x20, 0xFF, 0xCA3, 0, 0), []
    yield 11, b"\3", ["Intel(R) Rapid Storage", "Supermicro motherboard", "Class 4 server"]
    yield 32, bytes(7), []


def large_server():
    """Its dump; a structure's handle is its type and its number within the type."""
    counts = collections.Counter()
    parts = [tables.bios(), tables.system(UUID), tables.board(), tables.chassis()]
    for kind, data, strings in (*_processors(), *_memory(), *_slots(), *_others()):
        parts.append(tables.structure(kind, data, strings, kind << 8 | counts[kind]))
        counts[kind] += 1
    data = tables.table(*parts, tables.end())
    return tables.dump(data, tables.sm3(len(data)))
