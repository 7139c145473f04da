#!/usr/bin/env python3
# Judges gcovr's counts: what is not covered has to stand in unreached.tsv with its reason, and what
# stands there must not be covered. A line is named by its text, which moves less than its number.
# SPDX-License-Identifier: MIT
#
# usage: judge.py COUNTS.json, from the top of the tree
import collections
import json
import pathlib
import re
import sys

LISTED = pathlib.Path(__file__).with_name("unreached.tsv")
HEAD = re.compile(r"^\w[^;=]*?(\w+)\(")  # a function's first line: it begins in the first column


def functions(text):
    """The function around each line."""
    name = ""
    for line in text:
        head = HEAD.match(line)
        name = head[1] if head else name
        yield name


def unreached(file, lines):
    """(file, function, text, what) for each line and each branch that was never taken."""
    text = pathlib.Path(file).read_text(encoding="utf-8").splitlines()
    around = list(functions(text))
    for line in lines:
        at = line["line_number"] - 1
        row = (file, around[at], " ".join(text[at].split()))
        if line["count"] == 0:
            yield (*row, "line")
            continue
        for i, branch in enumerate(line["branches"], 1):
            if branch["count"] == 0:
                yield (*row, f"branch {i} of {len(line['branches'])}")


def main(counts):
    with open(LISTED, encoding="utf-8") as file:
        listed = {tuple(line.rstrip("\n").split("\t")[:4]) for line in file if line[0] != "#"}
    with open(counts, encoding="utf-8") as file:
        files = {f["file"]: [line for line in f["lines"] if not line["gcovr/noncode"]]
                 for f in json.load(file)["files"]}
    found, total = [], collections.Counter()
    for name, lines in sorted(files.items()):
        missed = list(unreached(name, lines))
        branches = sum(len(line["branches"]) for line in lines)
        print(f"{len(lines):5} lines {branches:5} branches {len(missed):4} not reached  {name}")
        total.update(lines=len(lines), branches=branches)
        found += missed
    for row in (new := [row for row in found if row not in listed]):
        print("not reached:", *row, sep="\t")
    for row in (gone := sorted(listed - set(found))):
        print("listed, but reached or gone:", *row, sep="\t")
    print(f"{total['lines']} lines and {total['branches']} branches, of which {len(found)} are not reached "
          f"and {len(found) - len(new)} of these listed")
    print(f"{total['lines'] + total['branches'] - len(found)} passed, {len(new) + len(gone)} failed, 0 skipped")
    sys.exit(bool(new or gone))


main(sys.argv[1])
