"""Machine codes of hwident, version 1, by Python's standard library, for licence servers to copy.
SPDX-License-Identifier: MIT
"""
import hmac
import re

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
PROFILES = " usbc"


def check(profile, digits):
    total = PROFILES.index(profile)
    for digit in [*map(ALPHABET.index, digits), 0]:
        total = (total << 1 ^ (0x25 if total & 16 else 0)) ^ digit
    return ALPHABET[total]


def derive(profile, value, app, key=b""):
    """The code of a component's bytes: a UUID's 16 in either order, or a serial number's."""
    swapped = value[3::-1] + value[5:3:-1] + value[7:5:-1] + value[8:]
    value = min(value, swapped) if profile == "u" else value.strip(bytes(range(0x21)))
    ikm = bytes([PROFILES.index(profile)]) + len(value).to_bytes(2, "big") + value
    prk = hmac.digest(b"hwident/1" + (b"\0" + key if key else b""), ikm, "sha256")
    okm = hmac.digest(prk, f"app\0{app}\0{profile}\1".encode(), "sha256")[:20]
    digits = "".join(ALPHABET[int.from_bytes(okm, "big") >> n & 31] for n in range(155, -1, -5))
    return f"hw1{profile}-{digits}{check(profile, digits)}"


def read(text):
    """The proper spelling of a code as typed; ValueError: label, length, character or check."""
    typed = re.sub(r"[-\t\r\n ]", "", text or "").translate(str.maketrans("OIL", "oil"))
    label = re.match(r"(?i)hw[1il]([usbc])", typed, re.ASCII)
    if not label:
        raise ValueError("label")
    digits = typed[4:].translate(str.maketrans("oil", "011"))
    if not digits.isascii() or set(digits.lower()) - set(ALPHABET):
        raise ValueError("character")
    if len(digits) != 33:
        raise ValueError("length")
    profile, digits = label[1].lower(), digits.lower()
    if check(profile, digits[:32]) != digits[32]:
        raise ValueError("check")
    return f"hw1{profile}-{digits}"
