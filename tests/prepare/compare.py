#!/usr/bin/env python3
# The rows of matrix.py, run against gosu, setpriv and su-exec where they are installed.
# SPDX-License-Identifier: MIT
import os
import pathlib
import shutil
import subprocess
import tempfile

import matrix
from prepare import PREPARE, SHOW, identity, in_namespace


def setpriv(spec):
    user, colon, group = spec.partition(":")
    return ["setpriv", "--reuid", user, "--regid", group if colon else user,
            "--clear-groups" if colon else "--init-groups", "--"]


PROGRAMS = {
    "hwident-prepare": lambda spec: [PREPARE, "--grant", "none", "--user", spec, "--"],
    "gosu": lambda spec: ["gosu", spec],
    "su-exec": lambda spec: ["su-exec", spec],
    "setpriv": setpriv,
}


def outcome(words, row, folder):
    for name, content, more in (("passwd", row.passwd, row.add), ("group", row.group, row.add_group)):
        (folder / name).unlink(missing_ok=True)
        if content is not None:
            (folder / name).write_bytes((content + more).encode("latin-1"))
    done = subprocess.run([*in_namespace('mount --bind "$1" /etc', folder), *words, *SHOW],
                          env={"PATH": os.environ["PATH"], "NAMESPACE": "1"}, text=True,
                          capture_output=True, check=False)
    if done.returncode != 0:
        return "refused"
    uid, gid, groups = identity(done.stdout)
    return f"{uid}:{gid}" + ("" if groups == [gid] else " " + ",".join(map(str, groups)))


def main():
    programs = {name: words for name, words in PROGRAMS.items()
                if shutil.which(words("x")[0])}
    for name in PROGRAMS.keys() - programs.keys():
        print(f"{name} is not installed")
    rows = [("rule", "spec", *programs)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        for row in matrix.ROWS:
            if not row.options:
                rows.append((row.rule, ascii(row.spec)[1:-1],
                             *(outcome(words(row.spec), row, folder) for words in programs.values())))
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


if __name__ == "__main__":
    main()
