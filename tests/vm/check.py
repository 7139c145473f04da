#!/usr/bin/env python3
# Runs stories on the machines they want, two machines at a time, one boot each. Shows the console
# of a machine on which a check failed.
# SPDX-License-Identifier: MIT
#
# usage: check.py [STORY…]      (all of stories/ by default)
import collections
import concurrent.futures
import re
import sys
import textwrap
import time

import vm

AT_A_TIME = 2


def outcomes(console, stories):
    """Each check's result ("ok", "not ok" or "skip") and what it is about."""
    waiting = {story.path.name for story in stories}
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
        yield "not ok", f"{story}: the machine stopped before its end"


def run(name, stories):
    """Boots one machine; returns its outcomes and its report."""
    machine = vm.Machine(name)
    began = time.monotonic()
    try:
        console = machine.boot(stories)
    except FileNotFoundError as missing:
        return [("skip", "")] * len(stories), f"skipped {len(stories)} stories: {missing}\n"
    found = list(outcomes(console, stories))
    failed = any(result == "not ok" for result, _ in found)
    return found, (f"{console.rstrip()}\n" if failed else "") + (
        f"{len(stories)} stories, {len(found)} checks, {time.monotonic() - began:.1f} seconds\n")


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
            print(textwrap.indent(report, f"{machine}: "), end="", flush=True)
    print(*(f"FAILED {text}" for text in failures), sep="\n", end="\n" if failures else "")
    print(f"{total['ok']} passed, {total['not ok']} failed, {total['skip']} skipped")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
