#!/usr/bin/env python3
# Runs Frama-C on each subject: Eva on all of it, and separately WP on the functions of its
# own files that have a contract. Fails if there is something that neither proves.
# SPDX-License-Identifier: MIT
#
# usage: prove.py [SUBJECT…], from the top of the tree
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

import contracts
from subjects import SUBJECTS, TRUSTED

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = pathlib.Path("build/proof")
CACHE = HERE.parents[1] / FOLDER / "cache" # the provers' answers, by the whole goal
# Frama-C's string.h has the predicates for strings that contracts use.
FLAGS = ["-machdep", "gcc_x86_64", "-cpp-extra-args=-Iinclude -Isrc -Itests/proof -D_GNU_SOURCE "
         "-include string.h -idirafter/usr/include"]
EVA = ["-eva", "-eva-no-show-progress", "-eva-msg-key=-final-states,-initial-state"]
REACHED = ["-then", "-metrics", "-metrics-eva-cover"]
WP = ["-wp", "-wp-rte", "-wp-model", "Typed+Cast", "-wp-no-init-const", "-wp-prover", "z3,cvc4",
      "-wp-timeout", "10", "-wp-par", "2", "-wp-cache", "update", "-wp-cache-dir",
      str(CACHE)]


def find_provers():
    """Why3 keeps its list of provers in a file, here in FOLDER instead of the home folder."""
    config = FOLDER.resolve() / "why3.conf"
    os.environ["WHY3CONFIG"] = str(config)
    if not config.exists():
        subprocess.run(["why3", "config", "detect"], check=True, capture_output=True)


def run(name, words):
    # Frama-C looks for files in $PWD, not in its working folder.
    done = subprocess.run(["frama-c", *FLAGS, *words], capture_output=True, text=True,
                          errors="replace", check=False, env={**os.environ, "PWD": os.getcwd()})
    log = done.stdout + done.stderr
    (FOLDER / f"{name}.log").write_text(log, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{name}: frama-c ended with {done.returncode}: see {FOLDER}/{name}.log\n"
                         f"{log[-2000:]}")
    return log


def alarms(log):
    """(file, line, text) of each of Eva's alarms."""
    for found in re.finditer(r"^\[eva:alarm\] (\S+):(\d+): Warning:((?:.*\n)(?: .*\n)*)", log, re.M):
        yield found[1], int(found[2]), " ".join(found[3].split())


def goals(log):
    """(function, goal, proved) for each goal of WP; numbers that only count are left out."""
    for function_goal, rest in re.findall(r"^\[wp\] \[[^]]*\] Goal typed_cast_(\w+)(.*)", log, re.M):
        yield function_goal, rest.lstrip().startswith(": Valid")


def split_goal(goal, functions):
    """A goal's function and the rest of its name, without numbers that only count."""
    function = max((f for f in functions if goal.startswith(f + "_")), key=len)
    rest = re.sub(r"^\d+_|_part\d+$", "", goal[len(function) + 1:])
    rest = re.sub(r"^call_(\w+?)(?:_\d+)*_(requires|terminates|exits)", r"call \1 \2", rest)
    return function, re.sub(r"^(assert_rte_\w+?|loop_\w+?)(?:_\d+)*$", r"\1", rest)


def left_to_eva():
    """The goals that WP can't prove and Eva can: (function, goal), and what an alarm would say."""
    with open(HERE / "left_to_eva.tsv", encoding="utf-8") as file:
        rows = [line.split("\t") for line in file if line[0] != "#"]
    return {(function, goal): words for function, goal, words, _ in rows}


def leaves(function, text, left):
    """Whether WP leaves to Eva what this alarm in the function is about. WP knows nothing about
    initialization. Eva quotes a precondition if there are several."""
    if re.search("initializ|dangling|escaping", text):
        return True
    called = re.match(r"function (\w+?)(?:_\d+)?: precondition (got)?", text)
    for (name, goal), words in left.items():
        if name != function or bool(called) != goal.startswith("call "):
            continue
        if called and not goal.startswith(f"call {called[1]} "):
            continue
        if words in text or called and called[2]:
            return True
    return False


def eva(subject, functions, left):
    """Eva's summary, and its alarms about what WP does not prove."""
    log = run(f"{subject.name}-eva", [*subject.files, *EVA, *subject.eva, *REACHED])
    if not re.search(r"^ +main: (\d+) stmts out of \1 ", log, re.MULTILINE):
        raise SystemExit(f"{subject.name}: main does not run to its end: nothing is known of what "
                         "stands there")
    found = list(alarms(log))
    rest = []
    for file, line, text in found:
        around = [f.name for f in functions
                  if f.file == file and f.first <= line <= f.last and f.name not in TRUSTED]
        if not around or leaves(around[0], text, left):
            rest.append(f"Eva: {file}:{line}: {text}")
    analyzed = re.search(r"(\d+) functions analyzed.*", log)[0]
    statements = re.search(r"\d+ statements reached .*?%", log)[0]
    return f"Eva: {analyzed} {statements}; {len(found)} alarms, {len(found) - len(rest)} of them " \
           "about what WP proves", rest


def wp(subject, functions, left):
    """WP's summary, and the goals that it did not prove."""
    names = [f.name for f in functions if f.file in subject.own and f.name not in TRUSTED]
    if not names:
        return "WP: no contracts", []
    if twice := {name for name in names if names.count(name) > 1}:
        raise SystemExit(f"{subject.name}: two functions are called {', '.join(sorted(twice))}")
    log = run(f"{subject.name}-wp", [*subject.files, *WP, "-wp-fct", ",".join(names)])
    found = [(*split_goal(goal, names), proved) for goal, proved in goals(log)]
    if untried := set(names) - {function for function, _, _ in found}:
        raise SystemExit(f"{subject.name}: WP has no goal for {', '.join(sorted(untried))}")
    unproved = {(function, goal) for function, goal, proved in found if not proved}
    count = sum(proved for _, _, proved in found)
    return f"WP: {len(names)} functions, {count} of {len(found)} goals; {len(unproved & set(left))} kinds " \
           "left to Eva", [f"WP: {function}: {goal}" for function, goal in sorted(unproved - set(left))]


def main(names):
    CACHE.mkdir(parents=True, exist_ok=True)
    find_provers()
    left = left_to_eva()
    every = {file for subject in SUBJECTS.values() for file in subject.own}
    functions = list(contracts.of(every))
    all_files = map(str, pathlib.Path("src").glob("*/*.[ch]"))
    if homeless := {f.name for f in contracts.of(all_files)} - {f.name for f in functions}:
        raise SystemExit(f"no subject has {', '.join(sorted(homeless))}")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        tasks = [(name, pool.submit(tool, SUBJECTS[name], functions, left))
                 for name in names for tool in (eva, wp)]
        for name, task in tasks:
            summary, rest = task.result()
            print(f"{name}: {summary}", *rest, sep="\n    ", flush=True)
            failed += bool(rest)
    print(f"{len(tasks) - failed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main(sys.argv[1:] or list(SUBJECTS))
