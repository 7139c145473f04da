#!/usr/bin/env python3
"""Runs stories on the machines they want, two machines at a time, one boot each.

usage: check.py [STORY…]      (all of stories/ by default)

SPDX-License-Identifier: MIT
"""

import collections
import concurrent.futures
import re
import sys
import time

import vm

AT_A_TIME = 2


def outcomes(console, stories):
    """Each check's result: "ok", "not ok" or "skip"; a story that did not end well is "not ok"."""
    waiting = {story.path.name for story in stories}
    checks = 0
    for line in console.splitlines():
        if found := re.match(r"(ok|not ok|skip) ", line):
            checks += 1
            yield found[1]
        elif found := re.match(r"# end (\S+) (\d+)$", line):
            waiting.discard(found[1])
            if found[2] != "0" or not checks:
                yield "not ok"
            checks = 0
    for _ in waiting:
        yield "not ok"


def run(name, stories):
    """Boots one machine; returns its counts and its report."""
    began = time.monotonic()
    try:
        console = vm.Machine(name).boot(stories)
    except vm.Missing as missing:
        return collections.Counter(skip=len(stories)), f"skip {len(stories)} stories: no {missing}"
    counts = collections.Counter(outcomes(console, stories))
    if not counts["not ok"]:
        console = console[console.find("# begin"):]
    return counts, f"{console.rstrip()}\n# {time.monotonic() - began:.1f} seconds"


def main(paths):
    stories = [vm.Story(path) for path in paths or sorted((vm.HERE / "stories").iterdir())]
    wanted = collections.defaultdict(list)
    for story in stories:
        for machine in story.machines:
            wanted[machine].append(story)
    total = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for machine, (counts, report) in zip(wanted, pool.map(run, wanted, wanted.values())):
            total += counts
            print("\n".join(f"{machine}: {line}" for line in report.splitlines()), flush=True)
    print(f"{total['ok']} passed, {total['not ok']} failed, {total['skip']} skipped")
    return 1 if total["not ok"] or not total["ok"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
