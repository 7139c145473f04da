#!/usr/bin/env python3
# Prints what gcovr counted: for each file how many lines and branches no test reached, and where.
# SPDX-License-Identifier: MIT
#
# usage: report.py COUNTS.json
import json
import sys


def unreached(lines):
    """Each line, and each branch of a line, that was never taken."""
    for line in lines:
        if line["count"] == 0:
            yield f"{line['line_number']}: line"
            continue
        for i, branch in enumerate(line["branches"], 1):
            if branch["count"] == 0:
                yield f"{line['line_number']}: branch {i} of {len(line['branches'])}"


def main(counts):
    with open(counts, encoding="utf-8") as file:
        files = {f["file"]: [line for line in f["lines"] if not line["gcovr/noncode"]]
                 for f in json.load(file)["files"]}
    total = missing = 0
    for name, lines in sorted(files.items()):
        missed = list(unreached(lines))
        branches = sum(len(line["branches"]) for line in lines)
        print(f"{len(lines):5} lines {branches:5} branches {len(missed):4} not reached  {name}")
        for where in missed:
            print(f"    {name}:{where}")
        total += len(lines) + branches
        missing += len(missed)
    print(f"{total} lines and branches, {missing} of them not reached")


main(sys.argv[1])
