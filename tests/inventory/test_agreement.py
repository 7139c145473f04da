# The JSON of a table has the values that dmidecode 3.7 prints for it: each string, number with its
# unit, name, flag and handle of its text is in the JSON of the same structure.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import closing

HWIDENT = TOP / os.environ.get("HWIDENT", "build/hwident")
TEXTS = sorted((TOP / "testdata").glob("**/*.dmidecode-3.7.txt"))

# What dmidecode prints if there is no value or no known one.
WORDS = {"None", "Unknown", "Not Specified", "Not Provided", "Not Present", "Not Settable",
         "Not Available", "Not Installed", "No Module Installed", "No Error", "Unspecified",
         "<BAD INDEX>", "<OUT OF SPEC>"}
UNITS = {"%": 1, "U": 1, "bit": 1, "bits": 1, "ns": 1, "ms": 1, "min": 1, "MT/s": 1, "mW": 1, "mWh": 1,
         "W": 1000, "mV": 1, "V": 1000, "A": 1000, "deg C": 1000, "MHz": 10**6, "bytes": 1,
         "kB": 1 << 10, "KiB": 1 << 10, "MB": 1 << 20, "MiB": 1 << 20, "GB": 1 << 30, "GiB": 1 << 30,
         "TB": 1 << 40, "TiB": 1 << 40, "PB": 1 << 50, "PiB": 1 << 50}
# Lines that dmidecode makes from several fields, or by counting; the JSON has the fields.
COMPOSED = {"ID", "Signature", "Status", "Type Detail", "RCD Manufacturer ID", "PMIC0 Manufacturer ID",
            "RCD Device Type", "RCD Device Revision", "PMIC0 Device Type", "PMIC0 Device Revision",
            "Contained Object Handles", "Installable Languages", "Associated Components"}
# Values that the JSON has in another form.
OTHERWISE = {
    ("c07_extspeed.bin", "2147553648 MT/s"),  # dmidecode prints the reserved bit with it
    # The JSON has minimum and maximum.
    ("c20_rack_elements.bin", "Processor (1-2)"), ("c20_rack_elements.bin", "Motherboard (1-255)"),
    ("c22_fw.bin", "32 MiB"), ("c28_newmem.bin", "1 TiB"),
    ("c28_newmem.bin", "120563 KiB"),  # dmidecode cuts off the remainder
    # The slot's length is part of the name in dmidecode.
    ("slot-c5.bin", "EDSFF E1.L"), ("slot-c6.bin", "EDSFF E3.L"), ("slotprobe.bin", "EDSFF E1.S"),
    ("slotprobe.bin", "EDSFF E1.L"), ("slotprobe.bin", "EDSFF E3.S"), ("slotprobe.bin", "EDSFF E3.L"),
}
TITLES = ("Unknown Type", "OEM-specific Type")  # not decoded by dmidecode


def snake(text):
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def leaves(value):
    if isinstance(value, (dict, list)):
        for member in value.values() if isinstance(value, dict) else value:
            yield from leaves(member)
    else:
        yield value


def numbers(values):
    """Those that are numbers in JSON, and those in its hexadecimal strings."""
    for value in values:
        if isinstance(value, str) and re.fullmatch("0x[0-9A-Fa-f]+", value):
            yield int(value, 16)
        elif isinstance(value, int) and not isinstance(value, bool):
            yield value


def is_known(text, values):
    """Whether the JSON has what the text says."""
    short = text.split(" (")[0]
    if text in WORDS or not {text, snake(text), snake(short)}.isdisjoint(values):
        return True
    if text in ("Yes", "No"):
        return (text == "Yes") in values
    if re.fullmatch(r"0x[0-9A-Fa-f]+|[0-9A-Fa-f]+h", text):
        return int(text.removesuffix("h"), 16) in numbers(values)
    found = re.fullmatch(r"([+-]?[0-9]+(?:\.[0-9]+)?)(?: ?(\D.*))?", text)
    if not found or found[2] not in {None, *UNITS}:
        return False
    number = float(found[1]) * UNITS.get(found[2], 1)
    return any(abs(value - number) < 1 for value in numbers(values))


def structures(text):
    """The (label, value) of each structure's lines, in the table's order; None: not decoded."""
    for block in re.split(r"\n(?=Handle 0x)", text)[1:]:
        title, *lines = block.split("\n")[1:]
        found = (re.fullmatch(r"\t+(?:([^:]+):(?: |$))?(.*)", line) for line in lines if line)
        yield None if title in TITLES else [(f[1] or "", f[2]) for f in found if f]


class Agreement(unittest.TestCase):
    def compare(self, table, expected):
        """How many values of dmidecode's text the JSON has; fails if one is missing."""
        done = subprocess.run([HWIDENT, "--from", table, "show", "--json"], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        decoded = json.loads(done.stdout)["structures"]
        count = 0
        for structure, lines in zip(decoded, structures(expected)):
            values = set(leaves(structure["fields"]))
            for label, value in lines or []:
                if not value or label in COMPOSED or (table.name, value) in OTHERWISE:
                    continue
                count += 1
                self.assertTrue(is_known(value, values) or is_known(f"{label}: {value}", values),
                                (table.name, structure["handle"], label, value))
        return count

    def test_every_value_of_dmidecodes_is_in_the_json(self):
        total = 0
        for file in TEXTS:
            table = file.with_name(file.name.replace(".dmidecode-3.7.txt", ".bin"))
            with self.subTest(table.name):
                total += self.compare(table, file.read_text("latin-1"))
        self.assertGreater(total, 1000)


if __name__ == "__main__":
    closing.main()
