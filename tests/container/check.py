#!/usr/bin/env python3
# Runs stories in containers on this machine, two at a time, each in namespaces of its own. Shows
# what a story printed where a check failed.
# SPDX-License-Identifier: MIT
#
# usage: check.py [STORY…]      (all of stories/ by default)
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(TOP / "tests/lib"))
from stories import closing, outcomes

AT_A_TIME = 2
SECONDS = 600


NAMESPACES = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
ENGINES = TOP / "build/vm/amd64/usr"  # Docker and others, unpacked
OVERLAY = """mount -t tmpfs tmpfs /mnt && mkdir /mnt/upper /mnt/work /mnt/all &&
mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/all"""


def unable():
    """Why no container can run here, or nothing."""
    tried = subprocess.run([*NAMESPACES, "sh", "-c", OVERLAY], stderr=subprocess.PIPE, text=True,
                           check=False)
    if tried.returncode:
        return tried.stderr.strip() or f"status {tried.returncode}"
    mounts = pathlib.Path("/proc/self/mountinfo").read_text(encoding="utf-8")
    return "" if re.search(r" - cgroup2? ", mounts) else "no cgroup is mounted"


def missing(story):
    """The programs that the story's head asks for and this machine does not have."""
    head = re.search(r"^# programs: (.*)$", story.read_text(), re.M)
    folders = f"{os.environ['PATH']}:/usr/sbin:/sbin:{ENGINES}/bin:{ENGINES}/sbin"
    return ", ".join(name for name in head[1].split() if not shutil.which(name, path=folders))


def run(story):
    """Runs one story; returns its outcomes and what it printed."""
    if lacking := missing(story):
        return [("skip", story.name)], f"skipped {story.name}: no {lacking}\n"
    command = [*NAMESPACES, "dash", "-eu", str(HERE / "host.sh"), str(TOP), story.name]
    began = time.monotonic()
    try:
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, timeout=SECONDS, check=False)
        console, status = ended.stdout, ended.returncode
    except subprocess.TimeoutExpired as late:
        console, status = late.stdout or b"", f"after {SECONDS} seconds"
    console = f"# begin {story.name}\n{console.decode(errors='replace')}# end {status}\n"
    found = list(outcomes(console, [story.name]))
    failed = any(result == "not ok" for result, _ in found)
    return found, (console if failed else "") + (
        f"{story.name}: {len(found)} checks, {time.monotonic() - began:.1f} seconds\n")


def main(paths):
    stories = [pathlib.Path(path) for path in paths] or sorted((HERE / "stories").iterdir())
    if reason := unable():
        print(f"skipped {len(stories)} stories: no containers here: {reason}")
        return closing([("skip", story.name) for story in stories])
    everything = []
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        for found, report in pool.map(run, stories):
            everything += found
            print(report, end="", flush=True)
    return closing(everything)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
