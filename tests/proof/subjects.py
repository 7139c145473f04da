# What is proved: the files of each subject with the program that drives them, where Eva keeps
# states apart, and the functions whose contracts WP proves.
# SPDX-License-Identifier: MIT
import collections
import pathlib

Subject = collections.namedtuple("Subject", "files eva wp")

SMBIOS = sorted(map(str, [*pathlib.Path("src/smbios").glob("*.c"),
                           *pathlib.Path("src/schema").glob("*.c")]))
IDENTITY = sorted(map(str, pathlib.Path("src/identity").glob("*.c")))

ACCESS = "bytes_u8 bytes_hold bytes_le bytes_are bytes_contain".split()
STRING = ("hwident_structure_field string_end hwident_structure_string "
          "hwident_structure_string_at").split()
WALK = ("hwident_table_init string_set_size read_structure hwident_table_next hwident_table_find "
        "hwident_table_walk newer_than_2_6 hwident_table_version hwident_table_uuid all_bytes_are "
        "names_find").split()
KEYWORD = ("lower contains core_2_or_k7 processor_family hwident_keyword hwident_keyword_sysfs "
           "keyword_find put put_name get_string get_release get_chassis get_family get_mhz get_uuid "
           "hwident_table_get").split()
UUID = ("exchange hwident_uuid_swap hwident_uuid_canonical hwident_uuid_format hex_digit prefix_length "
        "read_pairs hwident_uuid_parse").split()
ENTRY = ("sums_to_zero check repair read_dmi_part read_sm read_sm3 read_dmi "
         "hwident_entry_point_parse").split()
EMIT = "field_fits field_number in_older_words field_label value_of emit_part emit_string".split()
VENDOR = "string_at is has_any server_of schema_vendor is_thinkvantage".split()
COMPONENT = ("profile_row hwident_profile_name hosts_others find_board find absence locate "
             "hwident_component_read hwident_component_grade hwident_grade_refusal uuid_absence "
             "grade_set vmware_serial").split()
GRADE = ("text_trim fold_next runs_by nothing_left string_rule folds_equal listed_serial "
         "grade_string most_frequent counts_up ends_in_ff is_letter_or_digit uuid_is_dell "
         "dell_without_tag digit_of digit_value mac_template template_without_mac uuid_rule "
         "listed_uuid is_ascii uuid_note grade_uuid").split()
VIRTUAL = "text_of is_letter signed_by bios_says_so hwident_table_virtual".split()
CODE = ("tag_of hwident_app_id_check hwident_key_check check_value extract expand "
        "hwident_code_derive lower read_label character_value read_values hwident_code_parse "
        "equal hwident_uuid_compare read_own match_code match_uuid").split()
MBEDTLS = ("read_all write_all mbedtls_sha256_init mbedtls_sha256_starts_ret "
           "mbedtls_sha256_update_ret mbedtls_sha256_finish_ret mbedtls_sha256_free mbedtls_platform_zeroize").split()
DUMP = "dump_table_size mend_checksum set_address dump_header any_dump".split()

# Rows one by one, and rows within rows.
ROWS = ["-eva-precision", "0", "-eva-auto-loop-unroll", "70", "-eva-unroll-recursive-calls", "4"]

SUBJECTS = {
    "account": Subject(["tests/proof/account.c", "src/prepare/account.c"],
                       ["-eva-precision", "3"], []),
    "decoder": Subject(["tests/proof/decoder.c", *SMBIOS],
                       ["-eva-precision", "2", "-eva-split-return-function", "hwident_uuid_parse:0",
                        "-eva-slevel-function", "line_add:60,hwident_table_uuid:40"],
                       ACCESS + STRING + WALK + KEYWORD + UUID + ENTRY +
                       "any_structure any_table any_key".split()),
    "schema": Subject(["tests/proof/schema.c", *SMBIOS],
                      [*ROWS, "-eva-slevel-function", "line_add:300,schema_find:100"],
                      EMIT + VENDOR),
    "references": Subject(["tests/proof/references.c", *SMBIOS],
                          [*ROWS, "-eva-plevel", "300", "-eva-slevel-function", "line_add:300"],
                          EMIT + ["read_strings"]),
    "identity": Subject(["tests/proof/identity.c", "tests/proof/mbedtls.c", *IDENTITY, *SMBIOS],
                        ["-eva-precision", "1", "-eva-split-return-function",
                         "hwident_uuid_parse:0,hwident_code_parse:0,hwident_code_derive:0",
                         "-eva-slevel-function", "split:60,write_code:60,hwident_code_derive:50"],
                        COMPONENT + GRADE + VIRTUAL + CODE + MBEDTLS),
    "dump": Subject(["tests/proof/dump.c", "src/host/dump_layout.c", "src/smbios/entry_point.c",
                     "src/smbios/table.c"], ["-eva-precision", "2"],
                    ACCESS + ENTRY + DUMP),
}
