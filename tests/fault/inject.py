# Each system call fails in turn, is interrupted, or lies.
# SPDX-License-Identifier: MIT
import collections
import errno
import re

# The errnos of calls that would not fail with EIO; a second one if it leads to a different path.
ERRORS = collections.defaultdict(lambda: ["EIO", "EPERM"], {
    "brk": ["ENOMEM"], "mmap": ["ENOMEM"], "munmap": ["ENOMEM"], "mprotect": ["ENOMEM"],
    "open": ["EACCES", "EMFILE"], "openat": ["EACCES", "EMFILE"], "openat2": ["EACCES", "ENOSYS"],
    "read": ["EIO", "EACCES"], "pread64": ["EIO", "EACCES"], "write": ["ENOSPC", "EPIPE"],
    "getrandom": ["ENOSYS"],
})
# Calls that change something also lie: they report success without doing it.
LIARS = {"setgroups", "setresgid", "setresuid", "capset", "fchmod", "fchown", "prctl"}
ENTRY_POINT = 'smbios_entry_point", O_RDONLY'


def outcomes(name, drop):
    """What is done to a call, as an argument of strace."""
    yield from (f"error={error}" for error in [*ERRORS[name], "EINTR"])
    if drop and name in LIARS:
        yield "retval=0"


def made_again(call, drop):
    """Whether the interruption must not show. For what C's stdio writes it is an error."""
    return call.name in ("read", "pread64") or (
        call.name == "write" and (drop or not re.match(r"write\([12],", call.text)))


def run(program, call, outcome):
    """strace does one thing to a system call: a call that answers sysfs can't fail as well."""
    if program.sysfs and call.name == "fstatfs":
        return program.meddled(call, "-e", getattr(errno, outcome.removeprefix("error=")))
    return program.strace("-o", "/dev/null", "-e", call.injection(outcome))


def without_entry_point(program, call):
    """If the entry point can't be opened, the table alone answers what needs no version."""
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
    """libc may do what it likes before main, but there must be no answer and no command."""
    if program.drop and end.stdout not in ("", good.stdout):
        return "THE COMMAND RAN WITHOUT A WHOLE DROP"
    return None if end.code != 0 or end.stdout == good.stdout else "0 at the start"


def inject(program, calls, good, main):
    """(what was done to which call, what is wrong with the end, the end); `main` is its first call."""
    for position, call in enumerate(calls):
        for outcome in outcomes(call.name, program.drop):
            end, before = run(program, call, outcome)
            wrong = (judge_start(program, end, good) if position < main else
                     judge(program, call, outcome, end, before, good))
            yield f"{call}: {outcome}", wrong, end
