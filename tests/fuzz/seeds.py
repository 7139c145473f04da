# Writes the inputs that the fuzz targets begin with: seeds.py FOLDER. Made from testdata.
# SPDX-License-Identifier: MIT
import pathlib
import sys

TESTDATA = pathlib.Path(__file__).resolve().parents[2] / "testdata"


def tables():
    """Each dump as it is, its table without entry point, and each kind of structure alone."""
    for dump in sorted(TESTDATA.glob("*.bin")):
        data = dump.read_bytes()
        head, table = data[:32], data[32:]
        yield data
        yield b"?" * 32 + table
        at = 0
        while at + 4 <= len(table) and table[at + 1] >= 4:
            end = table.index(b"\0\0", at + table[at + 1]) + 2
            yield b"?" * 32 + table[at:end]
            yield head + table[at:end]
            at = end


def chosen():
    """The same behind the byte that says what is done with it: all that any target has, in turn."""
    for number, data in enumerate(tables()):
        yield bytes([number % 256]) + data


def structures():
    """Type, handle, area and strings, each string with its zero, the last one with its end."""
    yield b"\x01\x01\x00\x02\x05\x06one\0two\xff\x7f\x00\xfe\x00"
    yield b"\x7f\xff\xfe\x00\xff" * 3
    yield b"\x0b\x00\x0b\x01\x02" + b"s\0" * 300 + b"\xff\x02\x00\x02\xfb" + bytes(251)


def columns(name):
    for line in (TESTDATA / name).read_text(encoding="utf-8", errors="replace").splitlines():
        if not line.startswith("#"):
            yield from (cell.encode() for cell in line.split("\t"))


def codes():
    for cell in [*columns("codes.tsv"), *columns("vectors.tsv")]:
        yield cell
        yield b"=s" + cell
    yield b"=u" + bytes(range(16))


def uuids():
    yield b"12345678-9abc-def0-1234-56789abcdef0"
    yield b"{12345678-9ABC-DEF0-1234-56789ABCDEF0}"
    yield b"urn:uuid:123456789abcdef0123456789abcdef0"
    yield b"VMware-56 4d 12 34 56 78 9a bc-de f0 12 34 56 78 9a bc"


def accounts():
    passwd = b"root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n0:x:7:7::/:\n"
    group = b"root:x:0:\napp:x:1000:\nextra:x:1001:app,root\nwide:x:4294967294:app\n"
    for spec in ("app", "1000", "app:extra", "1000:1001", "0", "root", "0:0", "00", "+1", "app:",
                 ":app", "4294967295", "nobody", "a:b:c"):
        for flag in b"\0\1":
            yield bytes([flag]) + spec.encode() + b"\n" + passwd + b"\xff" + group


def options():
    for words in ("get system-uuid", "get product_uuid --json -q", "--tables /x summary",
                  "--from x show -t bios,4 -H 0x11", "code --app com.example.app --profile s",
                  "match 12345678-9abc-def0-1234-56789abcdef0", "--assume-version 2.6 get x",
                  "--uuid-order le", "dump out", "explain -h", "--version", "sumary", "--jsn"):
        yield words.replace(" ", "\0").encode()


def dmidecode():
    """Words, a byte of ones, a dump."""
    lines = ("", "-q", "-s system-uuid", "-s processor-frequency", "-t bios,4", "-t memory", "-u",
             "--oem-string count", "--oem-string 1", "-H 0x11", "-q -u", "-s", "-t", "-V", "-h", "--type=17",
             "--from-dump x", "-d /dev/mem", "--no-sysfs", "-x", "-t 300", "-s nothing")
    dumps = [path.read_bytes() for path in sorted(TESTDATA.glob("*.bin"))]
    for line in lines:
        for dump in dumps:
            yield line.replace(" ", "\0").encode() + b"\xff" + dump[:900]


def main(folder):
    targets = {"table": tables, "show": chosen, "lint": chosen, "dump": tables,
               "encode": structures, "code": codes, "uuid": uuids, "account": accounts,
               "options": options, "command": chosen, "dmidecode": dmidecode}
    for target, inputs in targets.items():
        place = pathlib.Path(folder, target)
        place.mkdir(parents=True)
        for number, data in enumerate(inputs()):
            (place / f"{number:04}").write_bytes(data)


main(sys.argv[1])
