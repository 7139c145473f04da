# How much of each room a target's inputs reach: reach.py TARGET LOG, of a run with -print_coverage=1.
# SPDX-License-Identifier: MIT
import collections
import re
import sys

target, path = sys.argv[1:]
with open(path, encoding="utf-8", errors="replace") as file:
    functions = re.findall(r"edges: (\d+)/(\d+) \S+ \S*/(src/\w+)/\w+\.c:", file.read())
if not functions:
    sys.exit(f"{target}: no coverage in {path}")
rooms = collections.defaultdict(lambda: [0, 0])
for covered, edges, room in functions:
    rooms[room][0] += int(covered)
    rooms[room][1] += int(edges)
print(f"{target}: " + ", ".join(f"{room} {covered} of {edges} edges ({100 * covered // edges} %)"
                                for room, (covered, edges) in sorted(rooms.items())))
