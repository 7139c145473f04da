"""hwident from Python: runs the tool that this package brings and returns the object that it prints.

SPDX-License-Identifier: MIT
"""
import json
import pathlib
import re
import subprocess

TOOL = pathlib.Path(__file__).with_name("hwident")

# The options of all functions: those of the tool, under the same names.
OPTIONS = {
    "tables": "--tables",
    "dump": "--from",
    "kernel_only": "--kernel-only",
    "trusted": "--trusted",
    "assume_version": "--assume-version",
    "ignore_product_uuid": "--ignore-product-uuid",
    "rules": "--rules",
    "uuid_order": "--uuid-order",
    "app": "--app",
    "profile": "--profile",
    "components": "--components",
    "strict": "--strict",
    "need": "--need",
    "types": "--type",
    "handle": "--handle",
    "raw": "--dump",
    "redact": "--redact",
}


class HwidentError(Exception):
    """The tool failed. The message is the cause; `answer` is what it printed nevertheless."""

    def __init__(self, code, tag, message, remedy, answer=None):
        super().__init__(message)
        self.code, self.tag, self.message, self.remedy = code, tag, message, remedy
        self.answer = answer


def _several(value):
    return value if isinstance(value, (list, tuple)) else [value]


def _words(options):
    for name, value in options.items():
        if name not in OPTIONS:
            raise TypeError(f"hwident: no option '{name}'; there are {', '.join(OPTIONS)}")
        if value is True:
            yield OPTIONS[name]
        elif value is not None and value is not False:
            yield from (f"{OPTIONS[name]}={one}" for one in _several(value))


def _misuse(done):
    """What the tool says when its call is wrong: it prints no JSON then."""
    said = done.stderr.decode(errors="replace")
    found = re.match(r"hwident: ([A-Z]+): (.*?)(?:; (.*))?$", said, re.MULTILINE)
    return HwidentError(done.returncode, *(found.groups() if found else (None, said.strip(), None)))


def _run(command, options, operands=(), key=None):
    # The key is written to the tool's standard input: everybody can see a process's arguments.
    secret = [] if key is None else ["--key-fd=0"]
    done = subprocess.run([TOOL, command, "--json", *_words(options), *secret, "--", *operands],
                          input=key or b"", capture_output=True, check=False)
    if not done.stdout:
        raise _misuse(done)
    answer = json.loads(done.stdout)
    if answer["error"]:
        raise HwidentError(**answer["error"], answer=answer)
    return answer


def summary(**options):
    """What this machine is."""
    return _run("summary", options)


def get(keys, **options):
    """Values by dmidecode's keyword: one, or a list."""
    return _run("get", options, _several(keys))


def code(app, *, key=None, **options):
    """The machine code for an application; `key` is a secret of 1 to 64 bytes."""
    return _run("code", {**options, "app": app}, key=key)


def show(**options):
    """The inventory: every structure, or those of the `types`, decoded."""
    return _run("show", options)


def match(values, app=None, *, key=None, **options):
    """Whether UUIDs or codes are this machine's; if not, that is an answer and not an error."""
    try:
        return _run("match", {**options, "app": app}, _several(values), key)
    except HwidentError as failed:
        if failed.tag != "DIFFERENT":
            raise
        return failed.answer


def explain(**options):
    """Why the tables can or can't be read."""
    return _run("explain", options)
