# Compares what we print as dmidecode with what dmidecode 3.7 prints and, in its dialect, 3.6, dump
# by dump. A difference that is not in intended.tsv is an error, and so is one there that no longer
# occurs.
# SPDX-License-Identifier: MIT
import collections
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

from dumps import DUMPS, MISSING
from skips import count_complaints

INTENDED = pathlib.Path(__file__).with_name("intended.tsv")
FIRST_OEM_TYPE = 128
DIALECTS = ["3.7", "3.6"]


def split(text):
    """[(type, lines)]: the heading as type -1, then the structures."""
    parts = [(-1, [])]
    for line in text.splitlines():
        match = re.match(r"Handle 0x[0-9A-F]{4}, DMI type (\d+), \d+ bytes$", line)
        if match:
            parts.append((int(match[1]), []))
        parts[-1][1].append(line)
    return parts


def differences(expected, printed):
    """The differing lines as ('-' or '+', line)."""
    lines = []
    matcher = difflib.SequenceMatcher(a=[part[1][0] if part[1] else "" for part in expected],
                                      b=[part[1][0] if part[1] else "" for part in printed],
                                      autojunk=False)
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        pairs = zip(expected[a:a_end], printed[b:b_end]) if a_end - a == b_end - b else (
            [(part, (part[0], [])) for part in expected[a:a_end]] +
            [((part[0], []), part) for part in printed[b:b_end]])
        for (_, left), (_, right) in pairs:
            if left != right:
                lines += [(line[0], line[2:])
                          for line in difflib.ndiff(left, right, charjunk=None) if line[0] in "-+"]
    return lines


def vendor_lines(parts):
    """How many lines belong to decoded vendor structures."""
    return sum(len(lines) for type_, lines in parts
               if type_ >= FIRST_OEM_TYPE and lines[1:2] != ["OEM-specific Type"])


def run(folder, dump, dialect):
    done = subprocess.run([folder / "dmidecode", "--from-dump", dump.name], cwd=dump.parent,
                          env={**os.environ, "HWIDENT_DIALECT": dialect}, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert done.returncode == 0, (dump, done.returncode)
    return done.stdout.decode("latin-1")


def in_words_of(dialect, text):
    """A line of 3.7 in the words of the dialect."""
    return text if dialect == "3.7" else re.sub(r"\b([KMGTPEZ])iB\b", lambda match: (
        "k" if match[1] == "K" else match[1]) + "B", text)


def read_intended(dialect):
    rows = collections.defaultdict(collections.Counter)
    for line in INTENDED.read_text().splitlines():
        if line and not line.startswith("#"):
            dump, sign, text, reason = line.split("\t")
            assert reason, line
            rows[dump][sign, in_words_of(dialect, text)] += 1
    return rows


def compare(folder, dump, dialect, intended):
    """Prints the dump's line; returns whether every difference is intended."""
    expected = dump.with_name(f"{dump.stem}.dmidecode-{dialect}.txt").read_text(encoding="latin-1")
    parts = split(expected)
    lines = differences(parts, split(run(folder, dump, dialect)))
    found = collections.Counter((sign, text.strip()) for sign, text in lines)
    new, gone = found - intended, intended - found
    print(f"{dump.stem:48} {dialect} {len(expected.splitlines()):5} lines "
          f"{vendor_lines(parts):5} of vendors {len(lines):4} differ")
    for (sign, text), count in [*new.items(), *(((s, t), -n) for (s, t), n in gone.items())]:
        print(f"    {'new' if count > 0 else 'gone'}: {sign} {text}")
    return not new and not gone, len(lines)


def main():
    if not DUMPS:
        print(f"skipped: parity: {MISSING}")
        failed = count_complaints(["every dump"])
        print(f"0 passed, {failed} failed, 1 skipped")
        return failed > 0
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(TOP / "build/hwident", pathlib.Path(folder) / "dmidecode")
        results = [compare(pathlib.Path(folder), dump, dialect, intended[dump.stem])
                   for dialect in DIALECTS for intended in [read_intended(dialect)]
                   for dump in DUMPS]
    failed = sum(not good for good, _ in results)
    print(f"{sum(n for _, n in results)} lines differ, all of them in intended.tsv but those "
          "named above")
    print(f"{len(results) - failed} passed, {failed} failed, 0 skipped")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
