# Ways to call dmidecode, combined from its options, their values and files; and what it does when
# called so. Both programs have the same path and write both streams to one pipe, so
# that the order of their lines is compared too.
# SPDX-License-Identifier: MIT
import itertools
import os
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import tables

SMALL = tables.table(tables.bios(), tables.system(), tables.chassis(),
                     tables.structure(11, b"\2", ("One", "Two")), tables.structure(200, b"\1\2"),
                     tables.structure(34, bytes(12)), tables.end())
BROKEN = tables.structure(1, bytes(20)) + bytes([200, 3, 0, 0, 0, 0])


# What --no-quirks leaves as it is: an empty slot, a length that is wrong; and what is too short.
QUIRKS = tables.table(
    tables.system(), tables.structure(17, bytes(36)), tables.structure(17, bytes(8) + b"\0\4" + bytes(26)),
    b"\x22\x10\x20\0\1\3\x10\0\0\0\3LM78A\0Other\0\0", tables.structure(40, b"\1"),
    tables.structure(200, b"\1"), b"\xC9\5\x21\0\1\0Behind an empty one\0\0", tables.system(),
    tables.end())


def damaged(data, at, value):
    return data[:at] + bytes([value]) + data[at + 1:]


def files():
    """The contents of each file that a call names; None if it does not exist."""
    good = tables.dump(SMALL)
    cut = SMALL[:-9]
    return {
        "good": good,
        "quirks": tables.dump(QUIRKS),
        "empty": b"",
        "short": good[:16],
        "header": good[:32],
        "text": b"This is a text that is longer than an entry point, and has nothing of one.\n",
        "zeros": bytes(64),
        "sum": damaged(good, 5, good[5] ^ 1),
        "anchor": damaged(good, 3, ord("4")),
        "far": damaged(good, 0x13, 0x40),
        "cut": tables.dump(cut, tables.sm(len(SMALL), 7)),
        "broken": tables.dump(BROKEN, tables.sm(len(BROKEN), 2)),
        "no-end": tables.dump(tables.table(tables.bios(), tables.system())),
        "missing": None,
        "folder": None,
    }


PLAIN = [[], ["-q"], ["--quiet"], ["-u"], ["--dump"], ["-q", "-u"], ["-qu"], ["--no-quirks"]]
TYPES = ["0", "1", "4", "11", "34", "127", "200", "255", "256", "-1", "+1", " 1", "1 ", "0x1", "0x0B",
         "010", "1,2", "1, 2", "1,,2", ",1", "1,", "1 2", "", " ", "bios", "BIOS", "system", "Memory",
         "bio", "biosx", "bios,1", "1,bios", "nothing", "1.5", "99999999999999999999", "1-2", "0x",
         "x", "127,0", "1;2"]
STRINGS = ["bios-vendor", "BIOS-VENDOR", "system-uuid", "system-serial-number", "chassis-type",
           "chassis-asset-tag", "baseboard-serial-number", "processor-frequency", "bios-revision",
           "firmware-revision", "bios", "", "bios-vendor ", "nothing", "system-family"]
HANDLES = ["0", "1", "0x0001", "0x1", "3", "4", "65535", "65536", "0xFFFF", "0x10000", "-1", " 1",
           "1 ", "+1", "", "x", "0x", "1,2", "010", "99999999999999999999", "1x"]
OEM_STRINGS = ["count", "1", "2", "3", "0", "255", "256", "-1", "+1", " 1", "1 ", "", "x", "0x1",
               "01", "COUNT", "99999999999999999999"]
VALUES = {"-t": TYPES, "--type": TYPES[:4], "-s": STRINGS, "--string": STRINGS[:3], "-H": HANDLES,
          "--handle": HANDLES[:3], "--oem-string": OEM_STRINGS, "--dump-bin": ["new", "good"]}
MEMORY = [["--no-sysfs"], ["-d", "/dev/mem"], ["-d", "nowhere"], ["--dev-mem", "nowhere"],
          ["--dev-mem=x"], ["--no-sysfs", "-d", "x"]]
SHORTER = [["--no"], ["--no-s"], ["--no-q"], ["--qui"], ["--q"], ["--typ", "1"], ["--ty=1"],
           ["--str", "bios-vendor"], ["--s=bios-vendor"], ["--han", "1"], ["--ha=1"], ["--dum"],
           ["--dump-"], ["--dump=1"], ["--d"], ["--de", "x"], ["--oem", "1"], ["--o=1"], ["--list"],
           ["--list-s"], ["--list-t"], ["--l"], ["--ver"], ["--v"], ["--from", "good"], ["--f"],
           ["--nothing"], ["-x"], ["-t1"], ["-tbios"], ["-H1"], ["-sbios-vendor"], ["-q1"],
           ["--quiet=1"], ["--version=1"], ["--"], ["--", "-q"], ["word"], ["-"], ["-V"], ["-Vq"],
           ["-qV"], ["--version"], ["--list-strings"], ["--list-types"], ["-V", "-x"],
           ["-V", "-t", "nothing"], ["--list-strings", "-V"], ["-V", "--list-types"],
           ["--list-types", "--list-strings"]]
BARE = ["-t", "--type", "-s", "--string", "-H", "--handle", "-d", "--dev-mem", "--oem-string",
        "--dump-bin", "--from-dump"]
PAIRS = [["-t", "1"], ["-t", "bios"], ["-s", "bios-vendor"], ["-s", "system-uuid"], ["-H", "1"],
         ["--oem-string", "1"], ["--dump-bin", "new"], ["-q"], ["-u"]]


def calls():
    """The arguments of each call."""
    for name in files():
        for options in PLAIN:
            yield options + ["--from-dump", name]
        for options in PAIRS:
            yield options + ["--from-dump", name]
    for option, values in VALUES.items():
        for value in values:
            yield [option, value, "--from-dump", "good"]
            yield ["-q", option, value, "--from-dump", "good"]
    for options in MEMORY + SHORTER:
        yield options + ["--from-dump", "good"]
    for option in BARE:
        yield ["--from-dump", "good", option]
    for one, two in itertools.permutations(PAIRS, 2):
        yield one + two + ["--from-dump", "good"]


def make_folder(folder):
    for name, content in files().items():
        if content is not None:
            (folder / name).write_bytes(content)
    (folder / "folder").mkdir()


def called(program, arguments, folder, **environment):
    """The exit code and what is printed. The file that a call may write is removed again."""
    done = subprocess.run(["dmidecode", *arguments], executable=program, cwd=folder, timeout=60,
                          env={**os.environ, "LC_ALL": "C", **environment},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    (folder / "new").unlink(missing_ok=True)
    return done.returncode, re.sub(r"(?m)^/\S*/dmidecode: ", "dmidecode: ",
                                   done.stdout.decode("latin-1"))
