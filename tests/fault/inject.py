# Each system call fails in turn, is interrupted, or lies.
# SPDX-License-Identifier: MIT
import collections
import errno
import re

# What a call fails with where EIO would be strange; a second one where another path is taken.
ERRORS = collections.defaultdict(lambda: ["EIO", "EPERM"], {
    "brk": ["ENOMEM"], "mmap": ["ENOMEM"], "munmap": ["ENOMEM"], "mprotect": ["ENOMEM"],
    "open": ["EACCES", "EMFILE"], "openat": ["EACCES", "EMFILE"], "openat2": ["EACCES", "ENOSYS"],
    "read": ["EIO", "EACCES"], "pread64": ["EIO", "EACCES"], "write": ["ENOSPC", "EPIPE"],
    "getrandom": ["ENOSYS"],
})
# Those that change something lie, too, by saying that they did it.
LIARS = {"setgroups", "setresgid", "setresuid", "capset", "fchmod", "fchown", "prctl"}
ENTRY_POINT = 'smbios_entry_point", O_RDONLY'


def outcomes(name, drop):
    """What is made of a call, in strace's words."""
    yield from (f"error={error}" for error in [*ERRORS[name], "EINTR"])
    if drop and name in LIARS:
        yield "retval=0"


def made_again(call, drop):
    """Whether it must not show that the call was interrupted. What C's stdio writes is an error."""
    return call.name in ("read", "pread64") or (
        call.name == "write" and (drop or not re.match(r"write\([12],", call.text)))


def run(program, call, outcome):
    """strace makes one thing of one system call: where it says sysfs, it can't fail as well."""
    if program.sysfs and call.name == "fstatfs":
        return program.meddled(call, "-e", getattr(errno, outcome.removeprefix("error=")))
    return program.strace("-o", "/dev/null", "-e", call.injection(outcome))


def without_entry_point(program, call):
    """Where it can't be opened, the table alone answers what needs no version."""
    path = program.room / program.source() / "smbios_entry_point"
    return program.meddled(call, "-r", f"rm {path}")[0]


def judge(program, call, outcome, end, before, good):
    ends = [good]
    if outcome == "error=EINTR" and made_again(call, program.drop) and end != good:
        return f"interrupted, it ended otherwise: {end.code}"
    if outcome == "error=EACCES" and ENTRY_POINT in call.text and not program.drop:
        ends.append(without_entry_point(program, call))
    return program.judge(end, before, ends, message=not call.text.startswith("write(2"))


def judge_start(program, end, good):
    """What libc does before main is its own, but no answer, and no command, comes of it."""
    if program.drop and end.stdout not in ("", good.stdout):
        return "THE COMMAND RAN WITHOUT A WHOLE DROP"
    return None if end.code != 0 or end.stdout == good.stdout else "0 at the start"


def inject(program, calls, good, main):
    """(what was made of which call, what is wrong with the end, the end); `main` begins there."""
    for position, call in enumerate(calls):
        for outcome in outcomes(call.name, program.drop):
            end, before = run(program, call, outcome)
            wrong = (judge_start(program, end, good) if position < main else
                     judge(program, call, outcome, end, before, good))
            yield f"{call}: {outcome}", wrong, end
