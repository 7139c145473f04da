# Writes what a program called as dmidecode prints for each code of each enumeration and
# flag: for the specification's types a row with type, offset, code and line for each line; for
# vendors' types (--vendors) the same, and before it the product that type 1 names, which says whose
# types they are. testdata has what dmidecode 3.7 prints (`make codes` writes it); test_codes.py
# holds our rows against that.
# SPDX-License-Identifier: MIT
#
# A code of "*" stands for all that have no row of their own. 01/03 is every code of which the bits
# 03 hold 01: the line depends on no others. "- Label" is a line that is missing; where a line is
# usually missing, only the codes that have it are listed. What is counted or measured is left out.
# A vendor's type that is decoded has its title in a row with the offset "-"; a type that prints
# what it does for a product before it has no others.
import collections
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from structures import FIRST_OEM_TYPE, HEADER, STANDARD, dump, fillings, put, structure, system
from vendors import VENDORS

VERSION = [3, 9, 0]
FAMILY_2 = (4, 0x28)  # the only enumeration that has two bytes
LONG = 0x40  # of a vendor's type that vendors.py has no length of

# Counts of strings; addresses; characters; and where dmidecode is wrong, see intended.tsv.
LEFT_OUT = {(11, 0x04), (12, 0x04), (13, 0x04),
            (5, 0x08), (5, 0x0E), (6, 0x09), (6, 0x0A), (37, 0x06),
            *((kind, at) for kind in (19, 20) for at in range(0x04, 0x0C)),
            *((229, at + i) for at in (0x04, 0x14, 0x24) for i in range(4))}


def bodies_of(kind, offset, length):
    """For each code, a structure's body."""
    body = next(fillings(kind, length - HEADER, False))
    if kind >= FIRST_OEM_TYPE:  # fields that have to be set for others to have a meaning
        body = next(itertools.islice(fillings(kind, length - HEADER, False), 1, None), body)
    if (kind, offset) != FAMILY_2:
        return [put(body, offset - HEADER, [code]) for code in range(256)]
    body = put(body, 0x06 - HEADER, [0xFE])
    return [put(body, offset - HEADER, code.to_bytes(2, "little")) for code in range(0x400)]


def printed(program, folder, structures, vendor):
    """The lines of each structure, beginning with its title."""
    table = b"".join(structures) + b"\x7f\4\xff\xfe\0\0"
    if vendor:
        table = system(*vendor, len(structures)) + table
    pathlib.Path(folder, "t.bin").write_bytes(dump(table, VERSION))
    text = subprocess.run([program, "--from-dump", "t.bin"], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode("latin-1")
    parts = [[line.strip() for line in part.splitlines()[1:] if line.strip()]
             for part in re.split(r"\n(?=Handle 0x)", text)]
    return parts[2 if vendor else 1:-1]


def lines_by_label(texts):
    """The line of each text, by its label and the number of earlier lines with that label."""
    found = {}
    for i, text in enumerate(texts):
        seen = collections.Counter()
        for line in text:
            label = re.sub(r"\b(0x)?[0-9A-Fa-f]*\d[0-9A-Fa-f]*\b", "#", line.split(":")[0])
            seen[label] += 1
            found.setdefault((label, seen[label]), [None] * len(texts))[i] = line
    return {label: lines for (label, _), lines in found.items() if len(set(lines)) > 1}.items()


def is_number(lines):
    """Whether the codes are counted, measured or characters."""
    forms = {re.sub(r"[0-9A-Fa-fx.]+", "#", line or "") for line in lines}
    return len(set(lines)) > max(60, 2 * len(forms)) or len(set(lines)) in range(250, 257)


def mask_of(lines):
    """The bits of a code on which its line depends."""
    return sum(bit for bit in (1 << i for i in range(len(lines).bit_length() - 1))
               if any(lines[code] != lines[code ^ bit] for code in range(len(lines))))


def label_rows(label, lines):
    """Code and line."""
    mask, digits = mask_of(lines), len(f"{len(lines) - 1:X}")
    codes = [code for code in range(len(lines)) if code & ~mask == 0]
    suffix = f"/{mask:0{digits}X}" if mask != len(lines) - 1 else ""
    usual = collections.Counter(lines[code] for code in codes).most_common(1)[0][0]
    for code in codes:
        if lines[code] != usual:
            yield f"{code:0{digits}X}{suffix}\t{lines[code] or '- ' + label}"
    if usual:
        yield f"*{suffix}\t{usual}"


def rows_of(program, folder, kind, length, vendor):
    """The rows of a type: offset, code and line."""
    offsets = [offset for offset in range(HEADER, length) if (kind, offset) not in LEFT_OUT]
    bodies = [bodies_of(kind, offset, length) for offset in offsets]
    texts = iter(printed(program, folder, [structure(kind, body, code) for codes in bodies
                                           for code, body in enumerate(codes)], vendor))
    for offset, codes in zip(offsets, bodies):
        for label, lines in lines_by_label([text[1:] for text in
                                            itertools.islice(texts, len(codes))]):
            if not is_number(lines):
                yield from (f"{offset:02X}\t{row}" for row in label_rows(label, lines))


def rows(program):
    """The rows of the specification's types."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, length in STANDARD.items():
            yield from (f"{kind}\t{row}" for row in
                        rows_of(program, folder, kind, length, None))


def vendor_rows(program):
    """The rows of vendors' types: which are decoded for a product, and their codes."""
    known = set()
    with tempfile.TemporaryDirectory() as folder:
        for vendor, types in VENDORS.items():
            kinds = range(FIRST_OEM_TYPE, 256)
            lengths = [types.get(kind, LONG) for kind in kinds]
            texts = printed(program, folder, [
                structure(kind, bodies_of(kind, HEADER, length)[1], i)
                for i, (kind, length) in enumerate(zip(kinds, lengths))], vendor)
            for kind, length, text in zip(kinds, lengths, texts):
                if text[0] == "OEM-specific Type":
                    continue
                yield f"{vendor[1]}\t{kind}\t-\t-\t{text[0]}"
                if (kind, *text) not in known:
                    known.add((kind, *text))
                    yield from (f"{vendor[1]}\t{kind}\t{row}" for row in
                                rows_of(program, folder, kind, length, vendor))


def main():
    written = vendor_rows if "--vendors" in sys.argv else rows
    print(*written(os.path.abspath(sys.argv[1])), sep="\n")


if __name__ == "__main__":
    main()
