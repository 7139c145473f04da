# Writes what a program that is called as dmidecode prints for each code of each enumeration and flag
# of the specification's types: type, offset, code and line, a row for each line. testdata has what
# dmidecode 3.7 prints (`make codes` writes it); test_codes.py holds our rows against that.
# SPDX-License-Identifier: MIT
#
# A code of "*" stands for all that have no row of their own. Of flags the bits are listed and 0.
import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from structures import HEADER, STANDARD, dump, fillings, put, structure

VERSION = [3, 9, 0]
FAMILY_2 = (4, 0x28)  # the one enumeration of two bytes
BITS = [0] + [1 << bit for bit in range(8)]

# Counts of strings; and where dmidecode is wrong, see intended.tsv.
LEFT_OUT = {(11, 0x04), (12, 0x04), (13, 0x04),
            (5, 0x08), (5, 0x0E), (6, 0x09), (6, 0x0A), (37, 0x06)}


def every_offset():
    return [(kind, offset) for kind, length in STANDARD.items()
            for offset in range(HEADER, length) if (kind, offset) not in LEFT_OUT]


def bodies_of(kind, offset):
    """A structure's body for each code, by code."""
    body = next(fillings(kind, STANDARD[kind] - HEADER, False))
    if (kind, offset) != FAMILY_2:
        return [put(body, offset - HEADER, [code]) for code in range(256)]
    body = put(body, 0x06 - HEADER, [0xFE])
    return [put(body, offset - HEADER, code.to_bytes(2, "little")) for code in range(0x400)]


def printed(program, folder, structures):
    """The lines of each structure."""
    table = b"".join(structures) + b"\x7f\4\xff\xfe\0\0"
    pathlib.Path(folder, "t.bin").write_bytes(dump(table, VERSION))
    text = subprocess.run([program, "--from-dump", "t.bin"], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode("latin-1")
    return [[line.strip() for line in part.splitlines()[2:] if line.strip()]
            for part in re.split(r"\n(?=Handle 0x)", text)[1:-1]]


def own_lines(texts):
    """Of each text the lines that not all of them have."""
    shared = set(texts[0]).intersection(*texts)
    return [tuple(line for line in text if line not in shared) for text in texts]


def is_number(lines):
    """Whether the codes are counted or measured."""
    forms = {tuple(re.sub(r"[0-9A-Fa-fx.]+", "#", line) for line in own) for own in lines}
    return len(set(lines)) > 2 * len(forms) and len(forms) < 8 and len(set(lines)) > 60


def is_flags(lines):
    """Whether a code says what its bits say."""
    single = collections.Counter(line for bit in BITS[1:] for line in lines[bit])
    return len(lines) == 256 and len(set(lines)) > 32 and all(
        set(lines[code]) <= set(single) for code in range(256))


def rows(program, offsets):
    with tempfile.TemporaryDirectory() as folder:
        for kind, offset in offsets:
            lines = own_lines(printed(program, folder, [
                structure(kind, body, i) for i, body in enumerate(bodies_of(kind, offset))]))
            if len(set(lines)) == 1 or is_number(lines):
                continue
            listed = BITS if is_flags(lines) else range(len(lines))
            usual = collections.Counter(lines).most_common(1)[0][0] if len(listed) > 9 else None
            digits = 4 if (kind, offset) == FAMILY_2 else 2
            for code in listed:
                if lines[code] != usual:
                    yield from (f"{kind}\t{offset:02X}\t{code:0{digits}X}\t{line}"
                                for line in lines[code] or ("-",))
            if usual is not None:
                yield from (f"{kind}\t{offset:02X}\t*\t{line}" for line in usual or ("-",))


def main():
    print(*rows(os.path.abspath(sys.argv[1]), every_offset()), sep="\n")


if __name__ == "__main__":
    main()
