#!/usr/bin/env python3
# Runs Frama-C on one subject: Eva over the whole of it, then WP on the functions with contracts.
# Prints functions, coverage and alarms, and fails on a property that is not proved and not listed.
# SPDX-License-Identifier: MIT
#
# usage: prove.py SUBJECT…, from the top of the tree
import csv
import pathlib
import re
import subprocess
import sys

import subjects

HERE = pathlib.Path(__file__).resolve().parent
# Frama-C's string.h has the words for strings that contracts use.
FLAGS = ["-machdep", "gcc_x86_64", "-cpp-extra-args=-Iinclude -Isrc -Itests/proof -D_GNU_SOURCE "
         "-include string.h -idirafter/usr/include"]
EVA = ["-eva", "-eva-no-show-progress", "-eva-msg-key=-final-states,-initial-state"]
REACHED = ["-metrics", "-metrics-eva-cover"]
WP = ["-wp", "-wp-rte", "-wp-model", "Typed+Cast", "-wp-no-init-const", "-wp-prover", "z3,cvc4",
      "-wp-timeout", "30", "-wp-par", "2"]


def listed():
    """The properties that are known not to be proved: file, function and text."""
    with open(HERE / "unproved.tsv", encoding="utf-8") as file:
        return {tuple(line.rstrip("\n").split("\t")) for line in file if line[0] != "#"}


def run(name, subject, folder):
    report = folder / f"{name}.tsv"
    words = ["frama-c", *FLAGS, *subject.files, *EVA, *subject.eva, "-then", *REACHED]
    if subject.wp:
        words += ["-then", *WP, "-wp-fct", ",".join(subject.wp)]
    words += ["-then", "-report-no-proven", "-report-untried", "-report-csv", str(report)]
    done = subprocess.run(words, capture_output=True, text=True, errors="replace", check=False)
    log = done.stdout + done.stderr
    (folder / f"{name}.log").write_text(log, encoding="utf-8")
    if done.returncode != 0 or not report.exists():
        sys.exit(f"{name}: frama-c ended with {done.returncode}: see {folder / name}.log\n"
                 f"{log[-2000:]}")
    return log, report


def uncalled(row):
    return row["property kind"] == "precondition" or row["directory"].startswith("FRAMAC_SHARE")


def unproved(name, report):
    """What is open, but for the insides of functions that WP proves in another subject; there is a
    copy of an inline function, with a number behind its name, for every file that calls it. What
    no tool tried is open as well, unless nothing calls it: a contract that nobody has to keep."""
    elsewhere = {function for other in subjects.SUBJECTS if other != name
                 for function in subjects.SUBJECTS[other].wp}
    with open(report, encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row["property"] or (row["status"] == "Ignored" and uncalled(row)):
                continue
            function = re.sub(r"_\d+$", "", row["function"])
            driver = row["directory"] == "tests/proof"
            if driver or elsewhere.isdisjoint((function, row["function"])):
                yield (row["file"], function, row["property"])


def endless(log):
    """Loops whose variant WP could not prove: the report has no row for them."""
    unproved_goal = r"^\[wp\] \[\w+\] Goal typed_cast_(\w+)_loop_variant_\w+$"
    for function in re.findall(unproved_goal, log, re.MULTILINE):
        yield ("", function, "loop variant")


def main(names):
    folder = pathlib.Path("build/proof")
    folder.mkdir(parents=True, exist_ok=True)
    known, failed = listed(), 0
    for name in names:
        log, report = run(name, subjects.SUBJECTS[name], folder)
        functions = re.search(r"(\d+) functions analyzed.*", log)[0]
        statements = re.search(r"\d+ statements reached .*", log)[0]
        alarms = re.search(r"(\d+) alarms? generated|No alarms? was", log)
        goals = re.search(r"Proved goals: +(\d+ / \d+)", log)
        if not re.search(r"^ +main: (\d+) stmts out of \1 ", log, re.MULTILINE):
            sys.exit(f"{name}: main does not run to its end: nothing is known of what stands there")
        rest = sorted({*unproved(name, report), *endless(log)})
        new = [row for row in rest if row not in known]
        print(f"{name}: {functions} {statements}.")
        print(f"{name}: Eva raised {alarms[1] if alarms and alarms[1] else 0} alarms; WP proved "
              f"{goals[1] if goals else 'no'} goals; {len(rest)} properties stay open, "
              f"{len(new)} of them not listed.", flush=True)
        for row in new:
            print("  " + "\t".join(row))
        failed += bool(new)
    print(f"{len(names) - failed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


main(sys.argv[1:] or list(subjects.SUBJECTS))
