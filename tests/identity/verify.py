"""Machine codes of hwident, version 1, by Python's standard library: what a licence server copies.
SPDX-License-Identifier: MIT
"""
import hmac

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def check(digits):
    products = [ALPHABET.index(d) * (2 - i % 2) for i, d in enumerate(reversed(digits))]
    return ALPHABET[-sum(p // 32 + p % 32 for p in products) % 32]


def derive(profile, value, app, key=b""):
    """The code of a component's bytes: a UUID's 16 in either order, or a serial number's."""
    swapped = value[3::-1] + value[5:3:-1] + value[7:5:-1] + value[8:]
    value = min(value, swapped) if profile == "u" else value.strip(bytes(range(0x21)))
    ikm = bytes([" usbc".index(profile)]) + len(value).to_bytes(2, "big") + value
    prk = hmac.digest(b"hwident/1" + (b"\0" + key if key else b""), ikm, "sha256")
    okm = hmac.digest(prk, f"app\0{app}\0{profile}\1".encode(), "sha256")[:20]
    digits = "".join(ALPHABET[int.from_bytes(okm, "big") >> n & 31] for n in range(155, -1, -5))
    return f"hw1{profile}-{digits}{check(digits)}"


def read(text):
    """The proper spelling of a code as typed; ValueError: label, length, character or check."""
    label, digits = text[:4].lower(), text[4:].lower().replace("-", "").replace(" ", "")
    digits = digits.translate(str.maketrans("oil", "011"))
    if label not in ("hw1u", "hw1s", "hw1b", "hw1c"):
        raise ValueError("label")
    if not text.isascii() or set(digits) - set(ALPHABET):
        raise ValueError("character")
    if len(digits) != 33:
        raise ValueError("length")
    if check(digits[:32]) != digits[32]:
        raise ValueError("check")
    return f"{label}-{digits}"
