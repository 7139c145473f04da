# Bytes that act on a terminal, a browser or a parser, in every string of the tables and in file names:
# no command passes them on as they are.
# SPDX-License-Identifier: MIT
import json
import os
import re
import struct
import subprocess

from hwident import HWIDENT, TOP, Case, slow
import tables
from closing import main

HOSTILE = {
    "C0": bytes(range(1, 0x20)),
    "DEL": b"a\x7fb",
    "ESC sequences": b"\x1b[31mred\x1b]0;title\x07\x1b[2J",
    "C1 as UTF-8": b"".join(b"\xc2" + bytes([n]) for n in range(0x80, 0xA0)),
    "C1 as bytes": bytes(range(0x80, 0xA0)),
    "not UTF-8": b"\xff\xfe\xc0\xaf\xed\xa0\x80",
    "bidi": "a\u202eb\u2066c\u2069d\u200fe\u061cf\u2028g".encode(),
    "markup": b"<script>alert(1)</script>\"'&<!--]]>",
    "long": b"x" * 1000,
}
# The characters of Unicode that act on a terminal: controls, line separators, marks of direction.
OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

COMMANDS = (["summary"], ["summary", "--full"], ["summary", "--color", "never"],
            ["get", "system-manufacturer", "system-serial-number", "chassis-asset-tag"],
            ["show"], ["show", "--dump"], ["show", "--dialect", "3.6"], ["code", "--app", "x"],
            ["code", "--app", "x", "--components"], ["match", tables.UUID_LE], ["lint"], ["explain"],
            ["duplicates"], ["report", "-"], ["summary", "--redact"], ["show", "--redact"],
            ["summary", "--format", "env"], ["summary", "--format", "prometheus", "--with-ids"])


def with_strings(table, text):
    """The table with every string of every structure replaced."""
    out, at = b"", 0
    while at < len(table):
        type_, length = struct.unpack_from("<BB", table, at)
        end = table.index(b"\0\0", at + length) + 2
        strings = table[at + length:end - 2].split(b"\0") if end - 2 > at + length else []
        out += table[at:at + length] + b"".join(text + b"\0" for _ in strings) + b"\0"
        out += b"" if strings else b"\0"
        at = end
        if type_ == 127:
            break
    return out


def dump(text):
    """A dump that has every type, with the text in each string."""
    data = (TOP / "testdata/synthetic.bin").read_bytes()
    table = with_strings(data[32:], text)
    return tables.dump(table, tables.sm3(len(table), version=(3, 9, 0)))


@slow
class Hostile(Case):
    def output(self, file, arguments):
        """Everything that it prints, which must be UTF-8."""
        done = subprocess.run([HWIDENT, "--from", file, *arguments], capture_output=True, timeout=60)
        self.assertGreaterEqual(done.returncode, 0, arguments)
        return (done.stdout + done.stderr).decode()

    def test_strings_never_act_on_a_terminal(self):
        for kind, text in HOSTILE.items():
            file = self.file("dump", dump(text))
            for arguments in COMMANDS:
                with self.subTest(kind=kind, arguments=arguments):
                    self.assertIsNone(OBEYED.search(self.output(file, arguments)))

    def test_json_stays_valid_and_tells_what_the_string_is(self):
        for kind, text in HOSTILE.items():
            file = self.file("dump", dump(text))
            for command in (["summary"], ["show"], ["get", "system-manufacturer"], ["explain"],
                            ["code", "--app", "x"], ["lint"], ["duplicates"], ["match", tables.UUID_LE]):
                with self.subTest(kind=kind, command=command):
                    written = self.output(file, ["--json", *command]).split("hwident: ")[0]
                    report = json.loads(written)
                    self.assertIsNone(OBEYED.search(written))
                    if command == ["show"]:
                        system = next(s for s in report["structures"] if s["type"] == 1)
                        self.assertEqual(system["fields"]["manufacturer"],
                                         text.decode(errors="replace"))

    def test_file_names_never_act_on_a_terminal(self):
        for name in ("esc\x1b[31m", "c1\x9b", "bidi\u202e", "line\nbreak", os.fsdecode(b"bytes\xff")):
            file = self.file(name, (TOP / "testdata/synthetic.bin").read_bytes())
            broken = self.file(name + "broken", b"no dump")
            for arguments in (["summary"], ["show"], ["lint"], ["explain"], ["report", "-"],
                              ["code", "--app", "x", "--from", file], ["duplicates", "--from", file],
                              ["lint", "--from", file], ["summary", "--from", file],
                              ["summary", "--from", broken], ["duplicates", "--from", broken],
                              ["--json"], ["lint", "--json"]):
                with self.subTest(name=name, arguments=arguments[:1]):
                    text = self.output(file, arguments)
                    self.assertIsNone(OBEYED.search(text))
                    self.assertNotIn("line\nbreak", text)

    def test_arguments_never_act_on_a_terminal(self):
        for word in ("\x1b[31m", "\x9b31m", "\u202e", "a\nb"):
            for arguments in ([word], ["get", word], ["show", word], ["show", "-t", word],
                              ["--color", word], ["help", word]):
                message = self.bad(2, "USAGE", *arguments)
                self.assertIsNone(OBEYED.search(message), arguments)


if __name__ == "__main__":
    main()
