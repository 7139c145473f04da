# Reads what stories print by words.sh, between "# begin NAME" and "# end STATUS".
# SPDX-License-Identifier: MIT
import collections
import re
import sys

import skips


def outcomes(console, names):
    """Each check's result ("ok", "not ok" or "skip") and name."""
    waiting = set(names)
    story, checks = "", 0
    for line in console.splitlines():
        if found := re.search(r"# begin (\S+)$", line):
            story, checks = found[1], 0
        elif found := re.match(r"(ok|not ok|skip) (.*)", line):
            checks += 1
            yield found[1], f"{story}: {found[2]}"
        elif found := re.match(r"# end (\d+)$", line):
            waiting.discard(story)
            if found[1] != "0":
                yield "not ok", f"{story}: ended early, with status {found[1]}"
            elif not checks:
                yield "not ok", f"{story}: checks nothing"
    for story in sorted(waiting):
        yield "not ok", f"{story}: stopped before its end"


def closing(found):
    """Prints what failed and the closing line; returns the exit code."""
    total = collections.Counter(result for result, _ in found)
    for result, text in found:
        if result == "not ok":
            print(f"FAILED {text}")
    skipped = [text for result, text in found if result == "skip"]
    failed = total["not ok"] + skips.count_complaints(skipped, whole=len(sys.argv) == 1)
    print(f"{total['ok']} passed, {failed} failed, {total['skip']} skipped")
    return 1 if failed else 0
