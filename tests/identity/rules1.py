"""Writes the values of rules-1.tsv, each with a tab after it: what rule set 1 is asked about.

Its verdicts are version 0.1's own. To make the file anew: build the commit b624986, the last before
rule sets, link judge.c with its library (that version's hwident_component_grade has no rule set to
be told), and paste what this prints beside what that prints for it.
SPDX-License-Identifier: MIT
"""
import pathlib
import random
import re

TOP = pathlib.Path(__file__).parents[2]
MAC_TEMPLATES = [
    "03mm02mm04mm05mmmm06mm0700080009", "mmmmmmmmmmmm00000000000000000000",
    "00000000000000000000mmmmmmmmmmmm", "00000000000010008000mmmmmmmmmmmm",
    "080020ffffffffffffffmmmmmmmmmmmm", "28ce5d8a00000080385dmmmmmmmmmmmm",
    "4c4c454400mmmm1080mmmmc04fmmmmmm", "mmmmmmmmmmmmffffffffffffffffffff",
    "ffffffffffffffffffffmmmmmmmmmmmm", "mmmmmmmm0000000000000000mmmmmmmm",
]


def swapped(uuid):
    return uuid[3::-1] + uuid[5:3:-1] + uuid[7:5:-1] + uuid[8:]


def listed(array):
    text = (TOP / "src/identity/placeholders.c").read_text(encoding="utf-8")
    rows = text.split(array + "[]")[1].split("};")[0]
    return re.findall(r'\{1, "([^"]+)"', rows)


def uuids(chance):
    for text in listed("placeholder_uuids"):
        yield bytes.fromhex(text.replace("-", ""))
    for template in MAC_TEMPLATES:
        for digits in ["0" * 12, "f" * 12] + [f"{chance.getrandbits(48):012x}" for _ in range(6)]:
            left = iter(digits)
            yield bytes.fromhex("".join(next(left, "5") if c == "m" else c for c in template))
    for start, step in (0, 1), (1, 1), (0xF8, 1), (0, 0x11), (15, -1), (16, -1), (0x41, 0):
        yield bytes((start + step * n) % 256 for n in range(16))
    for text in b"0123456789ABCDEF", b"Default string\0\0", b"391112SGH615X1EM", b"1C6F65524E5F\xff\xff\xff\xff":
        yield text
    for byte in 0x00, 0x11, 0xFF:
        for odd in range(4):
            whole = bytearray([byte] * 16)
            for at in chance.sample(range(16), odd):
                whole[at] = chance.randrange(256)
            yield bytes(whole)
    for _ in range(20):
        yield chance.randbytes(16)


def strings(chance):
    yield from (text.encode() for text in listed("placeholder_serials"))
    yield from [b"", b" ", b"...", b"\xff\xff", b"0", b"00000000", b"00000001", b"XXXXXXX", b"XXXXXXY",
                b"0123456789", b"9876543210", b"12345", b"123456788", b"13579", b"abcdef", b"1.4.2",
                b"SN42", b"SN-123456", b"System76", b"DEFAULT1", b"ABCDEFG", b"00123456", b"8T64121",
                b"2HXXXXXXXXXXXXXX", b"System Serial#", b"Unknown serial number", b"A" + b"z9" * 127,
                b"A" + b"z9" * 128]
    for size in range(1, 24):
        yield bytes(chance.choice(b"ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(size))
        yield bytes(chance.choice(b"0123456789- ") for _ in range(size))


def values():
    chance = random.Random(15)
    for uuid in uuids(chance):
        yield "u", uuid
        yield "u", swapped(uuid)
        changed = bytearray(uuid)
        changed[chance.randrange(16)] ^= 1 << chance.randrange(8)
        yield "u", bytes(changed)
    for string in strings(chance):
        yield "s", string
        yield "b", b" " + string.upper() + b"\0"
        yield "c", string + b"7"


if __name__ == "__main__":
    print("profile", "value (hex)", sep="\t")
    for profile, value in values():
        print(profile, value.hex(), sep="\t")
