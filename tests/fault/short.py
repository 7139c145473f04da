# Each read and write is short in turn, then all of them: the result must be the same. A read that
# finds the end too early never leads to an answer.
# SPDX-License-Identifier: MIT
import re

# The calls that meddle can make shorter; any other call that moves bytes stops the suite.
SHORT = {"read": r", (\d+)\) += (\d+)", "pread64": r", (\d+), \d+\) += (\d+)",
         "write": r", (\d+)\) += (\d+)", "pwrite64": r", (\d+), \d+\) += (\d+)"}
OTHERS = re.compile("read|write|send|recv|splice|copy_file")
# The other errors that a cut file may lead to: changed, or a copy that can't be compared.
# A dump may be no dump; behind descriptors come the usual places, of which there are none here.
CUT = {"here/dump": (7, 8), "descriptors": (3, 6)}
NO_BYTES_OF_A_FILE = {"readlink", "set_thread_area"}


def asked_and_given(call):
    if call.name == "writev":
        return (sum(map(int, re.findall(r"iov_len=(\d+)", call.text))),
                int(re.search(r"= (\d+)$", call.text)[1]))
    if call.name in SHORT:
        return map(int, re.search(SHORT[call.name] + "$", call.text).groups())
    if OTHERS.search(call.name) and call.name not in NO_BYTES_OF_A_FILE:
        raise RuntimeError(f"nothing makes this call short: {call.text}")
    return 0, 0


def judge_end_of_file(program, end, before, good, call):
    """The file had more when it was asked for its size. Writing nothing is for the caller to see.
    A file of /proc has no size: that one is empty may change nothing."""
    reads = call.name == "pread64"
    refused = end.code == good.code != 0
    if (reads and not program.drop and not refused and
            end.code not in CUT.get(program.source(), (6, 8))):
        return f"a file was cut, and it ended with {end.code}"
    if reads and program.drop and end.kept != before and not program.same(end, good):
        return f"left something of a file that was cut: {end.kept}"
    return program.judge(end, before, [good])


def short(program, calls, good, main):
    end, _ = program.meddled(None, "-c", 1)
    yield "all: 1 byte", None if end == good else f"it ended otherwise: {end.code}", end
    for call in calls[main:]:
        asked, given = asked_and_given(call)
        for count in sorted({1, asked // 2, asked - 1}):
            if 0 < count < asked:
                end, _ = program.meddled(call, "-c", count)
                wrong = None if end == good else f"it ended otherwise: {end.code}"
                yield f"{call}: {count} of {asked}", wrong, end
        if given > 0:
            end, before = program.meddled(call, "-c", 0)
            wrong = judge_end_of_file(program, end, before, good, call)
            yield f"{call}: 0 of {asked}", wrong, end
