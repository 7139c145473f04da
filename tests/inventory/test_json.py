# The writer of JSON against Python's parser and its own writer: every byte, lengths around a page,
# every kind of value, nesting.
# SPDX-License-Identifier: MIT
import codecs
import json
import pathlib
import random
import re
import subprocess
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing

PAGE = 4096  # bytes that the writer collects before it passes them on
# Python replaces a cut character as a whole; hwident replaces each of its bytes.
codecs.register_error("each", lambda e: ("\ufffd" * (e.end - e.start), e.end))


def text_of(data):
    """What the JSON has for bytes of the firmware, in which a zero byte is not a character."""
    return data.decode("utf-8", "each").replace("\0", "\ufffd")


class Value:
    """A value: the line that asks for it, and what Python makes of it."""

    def __init__(self, kind, value, argument):
        self.kind, self.value, self.argument = kind, value, argument

    def lines(self, key="-"):
        return [f"{self.kind} {key} {self.argument}"]


def string(data, kind="bytes"):
    return Value(kind, text_of(data), "." + data.hex())


def number(n):
    return Value("number", n, n)


def name(text):
    return Value("name", text, text)


def signed(n):
    return Value("signed", n, n)


class Container:
    def __init__(self, members):
        self.members = members  # a list, or a dictionary by key
        self.value = ([m.value for m in members] if isinstance(members, list) else
                      {key: m.value for key, m in members.items()})

    def lines(self, key="-"):
        named = (self.members.items() if isinstance(self.members, dict) else
                 (("-", m) for m in self.members))
        kind = "object" if isinstance(self.members, dict) else "array"
        return [f"{kind} {key} -", *(line for name, m in named for line in m.lines(name)), "end - -"]


# DEL, C1, and the marks that change a line's direction or end it.
HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def small_digits(text):
    return re.sub(r"\\u[0-9A-F]{4}", lambda escape: escape.group().lower(), text)


def written(value):
    done = subprocess.run([TOP / "build/tests/inventory/json_write"], check=True, timeout=60,
                          input="\n".join(value.lines()).encode(), stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")


def any_value(dice, depth):
    if depth and dice.random() < 0.4:
        members = [any_value(dice, depth - 1) for _ in range(dice.randrange(5))]
        if dice.random() < 0.5:
            return Container(members)
        return Container({f"key_{i}": m for i, m in enumerate(members)})
    return dice.choice([
        lambda: string(dice.randbytes(dice.randrange(40))),
        lambda: string(dice.choice(["na\u00efve", "\u20ac", "\U0001f600", "plain"]).encode()),
        lambda: name(dice.choice(["not_specified", "DDR4"])),
        lambda: number(dice.getrandbits(64)),
        lambda: signed(-dice.getrandbits(63)),
        lambda: Value("bool", True, 1),
        lambda: Value("bool", False, 0),
        lambda: Value("null", None, "-"),
    ])()


class Writer(unittest.TestCase):
    maxDiff = 1000

    def same(self, value):
        """It is what Python writes, byte for byte, but for what could act on a terminal, which is
        escaped, and for capital digits in escapes."""
        text = written(value)
        self.assertEqual(json.loads(text), value.value)
        python = HIDDEN.sub(lambda c: f"\\u{ord(c[0]):04x}",
                            json.dumps(value.value, indent=2, ensure_ascii=False))
        self.assertEqual(small_digits(text), small_digits(python))

    def test_every_byte_alone_and_inside_a_text(self):
        self.same(Container([string(text) for byte in range(256)
                             for text in (bytes([byte]), b"a" + bytes([byte]) + b"b")]))

    def test_every_pair_of_bytes(self):
        self.same(Container([string(bytes([a, b])) for a in range(256) for b in range(256)]))

    def test_characters_of_every_length_and_what_is_cut_off_them(self):
        texts = [c.encode() for c in "\x7f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"]
        texts += [b"\xed\xa0\x80", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x8f\xbf\xbf",
                  b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80"]
        self.same(Container([string(text[:n] + tail) for text in texts
                             for n in range(len(text) + 1) for tail in (b"", b"x", text)]))

    def test_a_zero_ends_a_text_but_not_bytes(self):
        self.same(Container([string(b""), string(b"", "text"), string(b"ab", "text"),
                             string(b"a\0b")]))

    def test_texts_of_every_length_around_a_page(self):
        for size in [*range(300), *range(PAGE - 40, PAGE + 9), 3 * PAGE, 20000 - 1]:
            self.same(string(b"x" * size))
        for size in range(PAGE - 40, PAGE + 9):
            for tail in (b"\n", b"\xff", b"\xe2\x82\xac", b'"', b"\x1f"):
                self.same(Container({"key": string(b"x" * size + tail), "next": number(size)}))
            self.same(Container({"key": name("x" * size), "next": name("last")}))

    def test_numbers_are_read_back_exactly(self):
        numbers = {0, *(10 ** n + d for n in range(20) for d in (-1, 0, 1)),
                   *(2 ** n + d for n in range(64) for d in (-1, 0, 1)), 2 ** 64 - 1}
        self.same(Container([number(n) for n in sorted(numbers) if 0 <= n < 2 ** 64]))
        self.same(Container([signed(s * n) for n in sorted(numbers) for s in (1, -1)
                             if -2 ** 63 <= s * n < 2 ** 63]))

    def test_hexadecimal_has_every_digit(self):
        for n in [0, 1, 0xABC, 0xFFFF, 0x10000, 2 ** 63, 2 ** 64 - 1]:
            self.same(Value("hex", f"0x{n:04X}", n))
        every = bytes(range(256))
        self.same(Value("hex_bytes", every.hex(), "." + every.hex()))
        self.same(Value("hex_bytes", "", "."))

    def test_containers_may_be_empty_and_nested(self):
        for members in ([], {}):
            self.same(Container(members))
            self.same(Container([Container(members), Container({"a": Container(members)})]))
        deep = number(1)
        for level in range(60):
            deep = Container([deep, number(level)]) if level % 2 else Container({"a": deep})
            self.same(deep)

    def test_any_tree_is_read_back_the_same(self):
        dice = random.Random(17)
        for _ in range(300):
            self.same(any_value(dice, 6))


if __name__ == "__main__":
    closing.main()
