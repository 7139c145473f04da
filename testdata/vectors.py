"""Writes vectors.tsv and codes.tsv: machine codes that every implementation has to agree on.

The first rows are the published ones, which stay as they are; the others are computed by
src/identity/verify/verify.py, which shares nothing with the C. In the key's column "-" is no key and
"hex:" begins one that is not plain text. SPDX-License-Identifier: MIT
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src/identity/verify"))
import verify  # noqa: E402

APP = "com.example.app"
LONGEST = "".join(chr(0x21 + n % 94) for n in range(255))
UUID = bytes.fromhex("00112233445566778899aabbccddeeff")

PUBLISHED = """\
u 00112233445566778899aabbccddeeff com.example.app - hw1u-p6ej8d5x7fjkgwbabgnnnba62geq841n3
u 33221100554477668899aabbccddeeff com.example.app - hw1u-p6ej8d5x7fjkgwbabgnnnba62geq841n3
u 00112233445566778899aabbccddeeff com.example.other - hw1u-e5rn7158tff3tva32ykxm0cgfq3bpsnkw
u 564de2c3c3c0e1e24622554dc5eb6ba1 com.example.app - hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z
u c3e24d56c0c3e2e14622554dc5eb6ba1 com.example.app - hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z
s 534e3432 com.example.app - hw1s-zk9c14scsspe8y3p4wv70cwc0nhtpxjpv
b 2f574638323850322f434e3730313633363546303056522f com.example.app - \
hw1b-2885nt67wbatj4qpyw8d6e7pkd43s9gc6
c 57463832385032 com.example.app - hw1c-yerjw2j83xk73vftcxemzrydm00n9rdkc
u 00112233445566778899aabbccddeeff com.example.app vendor+key \
hw1u-0hk11kdrc4xxtjcbmrexgwx1236verghn
"""


def given():
    """Every row's profile, value, app id and key."""
    for profile, value in ("u", UUID), ("s", b"SN42"), ("b", b"SN42"), ("c", b"SN42"):
        for app in "!", "~", "7-Zip/x64:Pro", LONGEST:
            for key in None, b"k", b"vendor key":
                yield profile, value, app, key
    keys = [
        b"\x00k", b"a\x00b", b"line\n", b" ", b"-", b"hex:00", bytes(range(1, 55)), b"K" * 55,
        bytes(range(0xC0, 0x100)), b"\x00" * 63 + b"\x01", b"\xff",
    ]
    for key in keys:
        yield "u", UUID, APP, key
        yield "s", b"SN42", APP, key
    uuids = [
        "00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff",
        "03000200040005000006000700080009", "00020003000400050006000700080009",
        "44454c4c540010368034b8c04f313231", "4c4c4544005436108034b8c04f313231",
        "ec2f0a1b2c3d4e5f8091a2b3c4d5e6f7", "1b0a2fec3d2c5f4e8091a2b3c4d5e6f7",
        "11111111222233334444555555555555", "80818283848586878889f0f1f2f3f4f5",
        "01000001020003008899aabbccddeeff", "ff00ff00ff00ff00ff00ff00ff00ff00",
    ]
    for uuid in uuids:
        yield "u", bytes.fromhex(uuid), APP, None
    strings = [
        b"", b"0", b" \t\r\n ", b" SN42", b"SN42 ", b"\x00\x01 SN42\x1f\x20", b"SN 42", b"sn42",
        b"\x7fSN42\x7f", b"\xa0SN42\xa0", "Größe-42".encode(), "Gr\u00f6\u00dfe-42".encode("latin1"),
        b"\xff\xfe\x80", bytes(range(256)), b"x" * 255, b"x" * 256, b"\x20" + b"y" * 1000,
        b"VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a1", b"System Serial Number",
    ]
    for string in strings:
        for profile in "sbc":
            yield profile, string, APP, None


def key_column(key):
    if key is None:
        return "-"
    plain = all(0x20 <= byte <= 0x7E for byte in key) and key != b"-" and key[:4] != b"hex:"
    return key.decode() if plain else "hex:" + key.hex()


def vectors():
    yield "component", "value (hex)", "app", "key", "code"
    for line in PUBLISHED.splitlines():
        yield tuple(column.replace("+", " ") for column in line.split(" "))
    for profile, value, app, key in given():
        code = verify.derive(profile, value, app, key or b"")
        yield profile, value.hex(), app, key_column(key), code


CODE = "hw1s-zk9c14scsspe8y3p4wv70cwc0nhtpxjpv"
DIGITS = CODE[5:]
SIXES = [DIGITS[n : n + 6] for n in range(0, 33, 6)]


def other(character):
    """The character of the alphabet whose value differs in the last bit."""
    return verify.ALPHABET[verify.ALPHABET.index(character) ^ 1]


def typed():
    """Codes as people type them, and at which byte each is wrong; "-" for those that are not."""
    yield CODE, "-"
    yield CODE.upper(), "-"
    yield "Hw1S" + DIGITS, "-"
    yield "hw1s " + " ".join(DIGITS[n : n + 4] for n in range(0, 33, 4)), "-"
    yield "hw1s-" + "-".join(DIGITS[n : n + 11] for n in range(0, 33, 11)), "-"
    yield "hw1s--" + DIGITS + " - ", "-"
    yield PUBLISHED.split()[4].upper(), "-"
    for zero in "oO":
        for one in "iIlL":
            yield "hw1s-" + DIGITS.replace("0", zero).replace("1", one), "-"
    for one in "lLiI":
        yield f"hw{one}s-" + DIGITS, "-"
        yield f"HW{one}S" + DIGITS.upper(), "-"
    yield " " + CODE, "-"
    yield CODE + " ", "-"
    yield "- " + CODE, "-"
    yield "h-w1s-" + DIGITS, "-"
    yield "hw-1s" + DIGITS, "-"
    yield "h w 1 s " + " ".join(DIGITS), "-"
    yield "hw1-s-" + "-".join(SIXES), "-"

    yield "", 0
    yield " - ", 3
    yield DIGITS, 0
    yield " " + DIGITS, 1
    yield "h", 1
    yield "h ", 2
    yield "hv1s-" + DIGITS, 1
    yield "hw", 2
    yield "hw2s-" + DIGITS, 2
    yield "hw0s-" + DIGITS, 2
    yield "hwos-" + DIGITS, 2
    yield "hw 2s-" + DIGITS, 3
    yield "hw1", 3
    yield "hw1-" + DIGITS, 4
    yield "hw1 " + DIGITS, 4
    yield "hw1x-" + DIGITS, 3
    yield "hw15-" + DIGITS, 3
    yield "\u00a0" + CODE, 0
    yield "hw1\u017f-" + DIGITS, 3

    yield "hw1s", 4
    yield "hw1s-", 5
    yield CODE[:-1], 37
    yield CODE[:20] + CODE[21:], 37
    yield CODE[:-1] + " - ", 40
    yield CODE + "0", 38
    yield CODE + CODE[5:], 38
    yield CODE[:20] + "0" + CODE[20:], 38
    yield CODE[:20] + "0 0" + CODE[20:], 39

    for at, wrong in (5, "u"), (12, "U"), (37, "u"), (20, "_"), (20, "."), (20, "@"), (20, "["):
        yield CODE[:at] + wrong + CODE[at + 1 :], at
    for at, wrong in (5, "\u00e9"), (20, "\u212a"), (20, "\u00a0"), (20, "\uff11"), (37, "\u2010"):
        yield CODE[:at] + wrong + CODE[at + 1 :], at
    yield CODE + "\u00e9", 38
    yield CODE + "00!", 40

    for at in range(5, 38, 4):
        yield CODE[:at] + other(CODE[at]) + CODE[at + 1 :], 37
    for at in 5, 12, 22, 30:
        yield CODE[:at] + CODE[at + 1] + CODE[at] + CODE[at + 2 :], 37
    for at, apart in (5, 2), (7, 9), (6, 30):
        ends = CODE[at + apart], CODE[at]
        yield CODE[:at] + ends[0] + CODE[at + 1 : at + apart] + ends[1] + CODE[at + apart + 1 :], 37
    for letter in "ubc":
        yield f"hw1{letter}-" + DIGITS, 37


def codes():
    yield "typed", "at", "says"
    for text, at in typed():
        try:
            says = verify.read(text)
        except ValueError as error:
            says = str(error)
        yield text, str(at), says


for name, rows in ("vectors.tsv", vectors()), ("codes.tsv", codes()):
    lines = "".join("\t".join(row) + "\n" for row in rows)
    (HERE / name).write_bytes(lines.encode())
