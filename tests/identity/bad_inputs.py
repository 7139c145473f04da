"""Prints a table of bad inputs like testdata/codes.tsv, with the answer that each verifier gives.
They are in hexadecimal, because a line of text can't hold all of them; null is a missing value.
SPDX-License-Identifier: MIT
"""
import pathlib

CODES = pathlib.Path(__file__).parents[2] / "testdata/codes.tsv"
PROPER = next(code for line in CODES.read_text(encoding="utf-8").splitlines()[1:]
              for typed, _, code in [line.split("\t")] if typed == code)
LABEL, DIGITS = PROPER[:5], PROPER[5:]
WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})

ROWS = [
    # Spellings of a proper code
    (f"  {PROPER} ", PROPER), (f"\r\n\t{PROPER}\t\r\n", PROPER), (PROPER.upper(), PROPER),
    (PROPER.lower(), PROPER), (f"-{'-'.join(PROPER)}-", PROPER), (" " * 100000 + PROPER, PROPER),
    # Nothing, and what is cut
    ("", "label"), (" \t\r\n-", "label"), ("\0", "label"), ("h", "label"), ("hw", "label"),
    ("hw1", "label"), (LABEL, "length"), (LABEL + DIGITS[:1], "length"), (PROPER[:-1], "length"),
    (DIGITS, "label"), (PROPER[1:], "label"),
    # What is too long
    (PROPER + "0", "length"), (PROPER + PROPER, "length"), (PROPER + DIGITS, "length"),
    (LABEL + "0" * 1000000, "length"), ("h" * 1000000, "label"),
    (LABEL + "u" * 1000000, "character"),
    # Another alphabet
    (LABEL + "u" + DIGITS[1:], "character"), (LABEL + "!" + DIGITS[1:], "character"),
    (LABEL + "%00" + DIGITS[3:], "character"),
    (PROPER.replace("-", "_"), "character"),
    ("hw2" + PROPER[3:], "label"), ("hw1x" + PROPER[4:], "label"), ("hw1 " + PROPER[4:], "label"),
    # NUL, and other control characters
    ("\0" + PROPER, "label"), (PROPER + "\0", "character"), (PROPER + "\0" + PROPER, "character"),
    ("hw1\0" + PROPER[4:], "label"), (LABEL + "\0" + DIGITS[1:], "character"),
    (PROPER + "\v", "character"), (PROPER + "\f", "character"), ("\x7f" + PROPER, "label"),
    # Characters outside ASCII: blanks, digits, and letters whose other case is ASCII
    ("\u00a0" + PROPER, "label"), (PROPER + "\u00a0", "character"),
    (PROPER + "\u2028", "character"),
    ("\ufeff" + PROPER, "label"), (PROPER.replace("-", "\u2013"), "character"),
    (PROPER.translate(WIDE), "label"), (LABEL + DIGITS.translate(WIDE), "character"),
    (LABEL + "\u0661" + DIGITS[1:], "character"), (LABEL + "\u212a" + DIGITS[1:], "character"),
    (LABEL + "\u0130" + DIGITS[1:], "character"), ("hw1\u017f" + PROPER[4:], "label"),
    ("h\u00e9" + PROPER[2:], "label"), ("hw\u0131" + PROPER[3:], "label"),
    (PROPER + "\u0301", "character"), (LABEL + "\U0001f511" + DIGITS[1:], "character"),
    # Bytes that are not UTF-8
    (b"\xff" + PROPER.encode(), "label"), (PROPER.encode() + b"\xff", "character"),
    (LABEL.encode() + b"\xc3" + DIGITS[1:].encode(), "character"), (b"hw1\x80", "label"),
]

print("typed", "at", "says", sep="\t")
print("null", "-", "label", sep="\t")
for text, answer in ROWS:
    octets = text if isinstance(text, bytes) else text.encode()
    print("hex:" + octets.hex(), "-", answer, sep="\t")
