# Each folder of src includes only those below it, no file includes itself through others, no two files
# have the same name, and the tool uses no member of the handle.
# SPDX-License-Identifier: MIT
import collections
import pathlib
import re
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

SRC = TOP / "src"
# The header in src/release has mbedTLS's settings, and mbedTLS includes it.
FILES = sorted(file for file in SRC.glob("*/*.[ch]") if file.parent.name != "release")

# What a folder may include besides itself, hwident.h and the system's headers.
BELOW = {
    "smbios": set(),
    "schema": {"smbios"},
    "host": {"smbios"},
    "identity": {"smbios"},
    "render": {"schema", "smbios"},
    "lint": {"schema", "smbios", "identity"},
    "redact": {"schema", "smbios", "identity"},
    "library": {"smbios", "schema", "host", "identity", "render", "lint", "redact"},
    "cli": {"library"},
    "prepare": {"smbios", "host"},
}


def includes(file):
    return re.findall(r'^#include "(\w+/\w+\.h)"', file.read_text(), re.MULTILINE)


class Rooms(unittest.TestCase):
    def test_a_folder_knows_those_below_it(self):
        self.assertEqual({file.parent.name for file in FILES}, set(BELOW))
        for file in FILES:
            room = file.parent.name
            for name in includes(file):
                with self.subTest(file=file.relative_to(SRC), includes=name):
                    self.assertIn(name.split("/")[0], BELOW[room] | {room})

    def test_no_circle_of_files(self):
        """A header and its .c count as one."""
        graph = collections.defaultdict(set)
        for file in FILES:
            me = f"{file.parent.name}/{file.stem}"
            graph[me] |= {name[:-2] for name in includes(file)} - {me}
        done, path = set(), []

        def visit(node):
            self.assertNotIn(node, path, " -> ".join([*path, node]))
            if node in done:
                return
            path.append(node)
            for other in sorted(graph[node]):
                visit(other)
            path.pop()
            done.add(node)

        for node in sorted(graph):
            visit(node)

    def test_no_two_files_of_one_name(self):
        names = collections.Counter(file.name for file in FILES if file.stem != "main")
        self.assertEqual([name for name, count in names.items() if count > 1], [])

    def test_the_core_knows_no_dialect(self):
        """The names that an older dmidecode used belong to the catalogue."""
        for file in sorted(SRC.glob("smbios/*.[ch]")):
            self.assertNotRegex(file.read_text().lower(), r"dialect|\bolder|_older|3\.[67]\b", file)

    def test_the_tool_names_no_member_of_the_handle(self):
        inside = (SRC / "library/handle.h").read_text().split("struct hwident {")[1].split("\n};")[0]
        members = re.findall(r"\b(\w+)(?:\[.*\])?;", inside)
        self.assertGreater(len(members), 5)
        for file in sorted(SRC.glob("cli/*.[ch]")):
            self.assertNotRegex(file.read_text(), r"\bh->|library/handle\.h", file)


if __name__ == "__main__":
    main()
