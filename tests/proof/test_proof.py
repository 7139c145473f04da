#!/usr/bin/env python3
# A proof that can't fail shows nothing. Each of these errors, planted in a copy of the sources, has
# to make the proof fail. Only the part that looks at the changed function is run.
# SPDX-License-Identifier: MIT
#
# usage: test_proof.py, from the top of the tree, after prove.py found the provers
import collections
import os
import pathlib
import shutil
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import closing
import contracts
import prove
from subjects import SUBJECTS

COPY = TOP / "build/proof/planted"

Error = collections.namedtuple("Error", "file right wrong")


class Planted(unittest.TestCase):
    def setUp(self):
        shutil.rmtree(COPY, ignore_errors=True)
        for folder in ("src", "include", "tests/proof"):
            shutil.copytree(TOP / folder, COPY / folder)
        self.addCleanup(os.chdir, TOP)
        os.chdir(COPY)
        prove.FOLDER.mkdir(parents=True)
        prove.find_provers()

    def plant(self, error):
        path = COPY / error.file
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(error.right), 1, error)
        path.write_text(text.replace(error.right, error.wrong), encoding="utf-8")

    def wp_refuses(self, subject, function, *error):
        """WP proves the function as it is, and fails to prove it with the error."""
        subject, left = SUBJECTS[subject], prove.left_to_eva()
        own = [f for f in contracts.of(subject.own) if f.name == function]
        self.assertEqual(prove.wp(subject, own, left)[1], [])
        self.plant(Error(*error))
        self.assertNotEqual(prove.wp(subject, own, left)[1], [])

    def test_the_accessor_reads_one_byte_more(self):
        self.wp_refuses("bytes", "bytes_u8", "src/smbios/bytes.h",
                        "return offset < size ?", "return offset <= size ?")

    def test_a_search_looks_one_byte_too_far(self):
        self.wp_refuses("bytes", "bytes_zero", "src/smbios/bytes.h",
                        "while (at < size && bytes[at] != 0)",
                        "while (at <= size && bytes[at] != 0)")

    def test_the_walk_does_not_check_a_length(self):
        self.wp_refuses("table", "read_structure", "src/smbios/table.c",
                        "if (s->length < HEADER || s->length > s->size)", "if (s->length < HEADER)")

    def test_a_string_set_is_one_byte_longer(self):
        self.wp_refuses("table", "string_set_size", "src/smbios/table.c",
                        "return zero + 2 - offset;", "return zero + 3 - offset;")

    def test_an_entry_point_is_one_byte_longer(self):
        self.wp_refuses("table", "check", "src/smbios/entry_point.c",
                        "length > HWIDENT_ENTRY_POINT_MAX ||",
                        "length > HWIDENT_ENTRY_POINT_MAX + 1 ||")

    def test_a_value_ends_one_byte_after_its_structure(self):
        self.wp_refuses("catalogue", "emit_part", "src/schema/emit.c",
                        "bytes_hold(d->structure->length, at, size)",
                        "bytes_hold(d->structure->length + 1, at, size)")

    def test_a_string_found_earlier_is_not_held_against_its_structure(self):
        self.wp_refuses("catalogue", "references_find", "src/schema/string_set.c",
                        "bytes_hold(s->size, begin, size)",
                        "bytes_hold(s->size, begin, size - 1)")

    def test_a_code_has_room_for_one_character_more(self):
        self.wp_refuses("identity", "read_values", "src/identity/code.c",
                        "if (count < CHECKED)\n            values",
                        "if (count <= CHECKED)\n            values")

    def test_an_out_parameter_is_not_initialized(self):
        self.plant(Error("src/smbios/string.c",
                         "    *value = bytes_le(s->bytes, s->length, offset, width);\n", ""))
        table = SUBJECTS["table"]
        rest = prove.eva(table, list(contracts.of(table.own)), prove.left_to_eva())[1]
        self.assertTrue(any("initializ" in line for line in rest), rest)


if __name__ == "__main__":
    closing.main()
