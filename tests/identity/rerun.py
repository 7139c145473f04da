"""Prints a file of vectors or of typed codes with its last column computed anew by verify.py.
SPDX-License-Identifier: MIT
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "src/identity/verify"))
import verify  # noqa: E402


def key(text):
    return bytes.fromhex(text[4:]) if text.startswith("hex:") else text.encode()


def typed(text):
    if text == "null":
        return None
    return key(text).decode(errors="replace")


def rerun(first, *row):
    if len(row) == 1:
        return verify.read(typed(first))
    value, app, secret = row
    return verify.derive(first, bytes.fromhex(value), app, *[key(secret)] if secret != "-" else [])


with open(sys.argv[1], encoding="utf-8") as rows:
    print(next(rows), end="")
    for line in rows:
        *row, last = line.rstrip("\n").split("\t")
        try:
            last = rerun(*row)
        except ValueError as error:
            last = error
        print(*row, last, sep="\t")
