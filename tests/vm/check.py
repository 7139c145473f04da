#!/usr/bin/env python3
# Runs stories on the machines they want, two machines at a time, one boot each. Shows the console
# of a machine on which a check failed.
# SPDX-License-Identifier: MIT
#
# usage: check.py [STORY…]      (all of stories/ by default)
import collections
import concurrent.futures
import sys
import textwrap
import time

import vm
from stories import closing, outcomes

AT_A_TIME = 2


def run(name, stories):
    """Boots one machine; returns its outcomes and its report."""
    machine = vm.Machine(name)
    began = time.monotonic()
    try:
        console = machine.boot(stories)
    except FileNotFoundError as missing:
        skipped = [("skip", story.path.name) for story in stories]
        return skipped, f"skipped {len(stories)} stories: {missing}\n"
    found = list(outcomes(console, [story.path.name for story in stories]))
    failed = any(result == "not ok" for result, _ in found)
    return found, (f"{console.rstrip()}\n" if failed else "") + (
        f"{len(stories)} stories, {len(found)} checks, {time.monotonic() - began:.1f} seconds\n")


def main(paths):
    stories = [vm.Story(path) for path in paths or sorted((vm.HERE / "stories").iterdir())]
    wanted = collections.defaultdict(list)
    for story in stories:
        for machine in story.machines:
            wanted[machine].append(story)
    everything = []
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for machine, (found, report) in zip(wanted, pool.map(run, wanted, wanted.values())):
            everything += [(result, f"{machine}: {text}") for result, text in found]
            print(textwrap.indent(report, f"{machine}: "), end="", flush=True)
    return closing(everything)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
