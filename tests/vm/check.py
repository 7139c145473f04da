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
    """Each check's result ("ok", "not ok" or "skip") and what it is about."""
    waiting = [story.path.name for story in stories]
    checks = 0
    for line in console.splitlines():
        if found := re.match(r"(ok|not ok|skip) (.*)", line):
            checks += 1
            yield found[1], f"{waiting[0]}: {found[2]}"
        elif found := re.match(r"# end (\d+)$", line):
            story = waiting.pop(0)
            if found[1] != "0":
                yield "not ok", f"{story}: ended early, with status {found[1]}"
            elif not checks:
                yield "not ok", f"{story}: checks nothing"
            checks = 0
    for story in waiting:
        yield "not ok", f"{story}: the machine stopped before its end"


def run(name, stories):
    """Boots one machine; returns its outcomes and its report."""
    machine = vm.Machine(name)
    began = time.monotonic()
    try:
        console = machine.boot(stories)
    except FileNotFoundError as missing:
        return [("skip", "")] * len(stories), f"skip {len(stories)} stories: {missing}"
    found = list(outcomes(console, stories))
    if not any(result == "not ok" for result, _ in found):
        console = console[console.find("# begin"):]
    return found, f"{console.rstrip()}\n# {time.monotonic() - began:.1f} seconds"


def main(paths):
    stories = [vm.Story(path) for path in paths or sorted((vm.HERE / "stories").iterdir())]
    wanted = collections.defaultdict(list)
    for story in stories:
        for machine in story.machines:
            wanted[machine].append(story)
    total, failures = collections.Counter(), []
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for machine, (found, report) in zip(wanted, pool.map(run, wanted, wanted.values())):
            total.update(result for result, _ in found)
            failures += [f"{machine}: {text}" for result, text in found if result == "not ok"]
            print("\n".join(f"{machine}: {line}" for line in report.splitlines()), flush=True)
    print(*(f"FAILED {text}" for text in failures), sep="\n", end="\n" if failures else "")
    print(f"{total['ok']} passed, {total['not ok']} failed, {total['skip']} skipped")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
