# Which functions have a contract (ACSL before their definition). WP has to prove these.
# SPDX-License-Identifier: MIT
import collections
import pathlib
import re

# Its lines, from the contract to the closing brace.
Function = collections.namedtuple("Function", "name file first last")

CONTRACT = re.compile(r"^/\*@ +(?:requires|assigns|ensures).*?\*/\n[^;{}]*?(\w+)\([^;{}]*\)\n\{.*?^\}",
                      re.MULTILINE | re.DOTALL)


def of(files):
    """Every function with a contract in these files."""
    for file in sorted(files):
        text = pathlib.Path(file).read_text(encoding="utf-8")
        for found in CONTRACT.finditer(text):
            first = text.count("\n", 0, found.start()) + 1
            yield Function(found[1], file, first, first + found[0].count("\n"))
