# Structures for the sweep: for each type, every byte at every offset with every value, values that
# are at the limits of 2, 4 and 8 bytes, and every length. Made from nothing but the types'
# lengths.
# SPDX-License-Identifier: MIT
import struct

import vendors

HEADER = 4
FIRST_OEM_TYPE = 128

# The specification's types, and the lengths of their structures in SMBIOS 3.9.
STANDARD = {
    0: 0x1A, 1: 0x1B, 2: 0x13, 3: 0x1B, 4: 0x33, 5: 0x14, 6: 0x0C, 7: 0x1B, 8: 0x09, 9: 0x1D,
    10: 0x0A, 11: 0x05, 12: 0x05, 13: 0x16, 14: 0x0B, 15: 0x1B, 16: 0x17, 17: 0x64, 18: 0x17,
    19: 0x1F, 20: 0x23, 21: 0x07, 22: 0x1A, 23: 0x0D, 24: 0x05, 25: 0x09, 26: 0x16, 27: 0x0F,
    28: 0x16, 29: 0x16, 30: 0x06, 31: 0x1C, 32: 0x14, 33: 0x1F, 34: 0x0B, 35: 0x0B, 36: 0x10,
    37: 0x0D, 38: 0x12, 39: 0x16, 40: 0x12, 41: 0x0B, 42: 0x30, 43: 0x1F, 44: 0x10, 45: 0x1C,
    46: 0x0A, 126: 0x08,
}

# Fields that decide how others are read: bytes by offset, tried in addition to the plain fillings.
VARIANTS = {
    4: [{0x06: [0xFE], 0x28: list(family.to_bytes(2, "little"))}
        for family in (0x06, 0x0B, 0x18, 0x100, 0x102, 0x118, 0x258, 0x300)],
    17: [{0x0C: [1, 0], 0x12: [kind]} for kind in (0x18, 0x22, 0x23)],
    19: [{0x04: [0xFF] * 8}],
    20: [{0x04: [0xFF] * 8}],
    42: [{0x04: [0x40], 0x05: [size], 0x06: [device]} for size in (0, 4, 0x14)
         for device in (2, 3, 4, 5)],
    **vendors.VARIANTS,
}

# Values of a byte in older versions, in which nearly everything is as in the latest.
SOME = [0x00, 0x01, 0x02, 0x03, 0x04, 0x08, 0x10, 0x20, 0x40, 0x7F, 0x80, 0xC0, 0xFE, 0xFF]

EDGES = {
    2: [0x00FF, 0x0100, 0x3FFF, 0x4000, 0x4001, 0x7FFF, 0x8000, 0x8001, 0xC000, 0xFF00, 0xFFFE,
        0xFFFF],
    4: [0x01000000, 0x40000000, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFFF00, 0xFFFFFFFE,
        0xFFFFFFFF],
    8: [1 << 20, 1 << 30, (1 << 30) + 1, (1 << 32) - 1, 1 << 32, 1 << 40, (1 << 50) + 1, 1 << 60,
        (1 << 63) - 1, 1 << 63, (1 << 64) - 2, (1 << 64) - 1],
}

STRINGS = b"one\0two\0three\0four\0\0"


def put(body, at, values):
    changed = bytearray(body)
    changed[at:at + len(values)] = values
    return changed


def fillings(kind, size, whole):
    """The values of the other fields while one is tried."""
    mixed = bytearray((i * 37 + 11) & 0x7F for i in range(size))
    plain = [mixed, bytearray(size), bytearray([1] * size)] if whole else [mixed]
    if kind == 17:  # a module is installed
        plain = [put(filling, 0x0C - HEADER, [filling[0x0C - HEADER] | 1]) for filling in plain]
    yield from plain
    for variant in VARIANTS.get(kind, []):
        body = plain[0]
        for offset, values in variant.items():
            body = put(body, offset - HEADER, values)
        yield body


def bodies(kind, length, whole):
    """The bytes after the header; `whole`: with all values of each byte, and in all
    three plain fillings."""
    size = length - HEADER
    for base in fillings(kind, size, whole):
        for at in range(size):
            for value in range(256) if whole else SOME:
                yield put(base, at, [value])
            for width, edges in EDGES.items():
                for value in edges if at + width <= size else []:
                    yield put(base, at, value.to_bytes(width, "little"))
        for shorter in range(size + 8):
            yield (base + bytes(8))[:shorter]


def structure(kind, body, handle, strings=STRINGS):
    return bytes([kind, HEADER + len(body)]) + struct.pack("<H", handle) + bytes(body) + strings


def system(manufacturer, product, handle):
    """Type 1, from which programs know the vendor."""
    names = manufacturer.encode() + b"\0" + product.encode() + b"\0\0"
    return structure(1, bytes([1, 2]) + bytes(0x1B - HEADER - 2), handle, names)


def dump(table, version):
    entry = bytearray(b"_SM3_\0\x18" + bytes(version) + b"\1\0" + struct.pack("<IQ", len(table), 32))
    entry[5] = -sum(entry) & 255
    return bytes(entry) + bytes(8) + table
