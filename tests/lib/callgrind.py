# What valgrind sees of a run: it depends neither on the machine's speed nor on its load.
# SPDX-License-Identifier: MIT
import re
import subprocess
import tempfile


def instructions(*words, options=(), environment=None):
    """Those of one run of a program, with an empty environment unless one is given."""
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *options,
                           *map(str, words)], env=environment or {}, capture_output=True, text=True,
                          errors="replace")
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def instructions_of_long(*words):
    """The same for a run that takes long, in a quarter of the time: cachegrind only counts, callgrind
    knows in which function. It also counts each time that an instruction repeats itself."""
    done = subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no",
                           "--cachegrind-out-file=/dev/null", *map(str, words)],
                          env={}, capture_output=True, text=True, errors="replace")
    return int(re.search(r"I +refs: +([\d,]+)", done.stderr)[1].replace(",", ""))


def touched(*words):
    """The addresses of the instructions that one run executes, and those that it reads from."""
    with tempfile.NamedTemporaryFile("r") as trace:
        subprocess.run(["valgrind", "--tool=lackey", "--trace-mem=yes", f"--log-file={trace.name}",
                        *map(str, words)], env={}, capture_output=True, check=True)
        return {int(line[3:].split(",")[0], 16) for line in trace if line[:3] in ("I  ", " L ")}
