# Terminals in documents: lines that begin with "$ ", followed by their output; "..." stands
# for anything.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]


def commands(text):
    """Pairs of a command and its expected output."""
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    for part in parts:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command += "\n" + more
        yield command, output


def pattern(output):
    """The regular expression that the output of a command must match."""
    text = re.escape(output).replace(re.escape("..."), ".*")
    return re.compile(rf"\A{text}\Z", re.DOTALL)


def prepare(folder):
    """Fills the folder that the commands run in with one machine's tables and the files they name."""
    dump = (TOP / "testdata/qemu-seabios.bin").read_bytes()
    (folder / "smbios_entry_point").write_bytes(dump[:dump[5]])
    (folder / "DMI").write_bytes(dump[32:])
    (folder / "dmi").symlink_to(".")
    (folder / "vendor.key").write_bytes(b"a key that only the vendor knows")
    (folder / "vendor.key").chmod(0o600)
    (folder / "testdata").symlink_to(TOP / "testdata")
    (folder / "tests").symlink_to(TOP / "tests")


def run(command, folder, stderr=subprocess.STDOUT):
    """What the command prints, with the tables in the folder."""
    env = dict(os.environ, PATH=f"{TOP}/build:{os.environ['PATH']}", HWIDENT_TABLES=str(folder))
    return subprocess.run(["bash", "-c", command], cwd=folder, env=env, stdout=subprocess.PIPE,
                          stderr=stderr, text=True, timeout=60).stdout
