# What is proved: the files of each subject with the program that drives them, where Eva keeps
# states apart, and the functions whose contracts WP proves.
# SPDX-License-Identifier: MIT
import collections
import pathlib

Subject = collections.namedtuple("Subject", "files eva wp")

SMBIOS = sorted(map(str, pathlib.Path("src/smbios").glob("*.c")))
IDENTITY = sorted(map(str, pathlib.Path("src/identity").glob("*.c")))

ACCESS = ("bytes_u8 bytes_hold bytes_le hwident_structure_field string_end hwident_structure_string "
          "hwident_structure_text").split()
WALK = ("hwident_table_init string_set_size read_structure hwident_table_next hwident_table_find "
        "hwident_table_walk newer_than_2_6 hwident_table_version hwident_table_uuid all_bytes_are "
        "put get_string names_find").split()
ENTRY = ("begins_with sums_to_zero check repair read_dmi_part read_sm read_sm3 read_dmi "
         "hwident_entry_point_read").split()

SUBJECTS = {
    "account": Subject(["tests/proof/account.c", "src/prepare/account.c"],
                       ["-eva-precision", "3"], []),
    "decoder": Subject(["tests/proof/decoder.c", *SMBIOS], ["-eva-precision", "2", "-eva-slevel-function",
                        "line_add:60,hwident_table_uuid:40,hwident_uuid_swap:40"],
                       ACCESS + WALK + ENTRY),
    "schema": Subject(["tests/proof/schema.c", *SMBIOS],
                      ["-eva-precision", "0", "-eva-unroll-recursive-calls", "4",
                       "-eva-slevel-function",
                       "decode_rows:150,row_shown:20,main:600,hwident_uuid_text:120,"
                       "hwident_uuid_swap:40,decode_uuid:80,line_add:80,hwident_table_uuid:40"],
                      []),
    "identity": Subject(["tests/proof/identity.c", "tests/proof/mbedtls.c", *IDENTITY, *SMBIOS],
                        ["-eva-precision", "1"], []),
}
