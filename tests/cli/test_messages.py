# A message about a wrong command line says what to write instead.
# SPDX-License-Identifier: MIT
import os

from hwident import TOP, Case
from closing import main

DUMP = TOP / "testdata/qemu-seabios.bin"
CODE = ("code", "--app", "x")

# What is typed, and what the message must say about it.
USAGE = (
    (("--color",), "'--color' needs a value: auto|always|never"),
    (("--col",), "'--color' needs a value"),
    (("show", "-t"), "'--type' needs a value: TYPE"),
    (("-x",), "no option '-x'; `hwident help` lists them"),
    (("--frobnicate",), "no option '--frobnicate'; `hwident help` lists them"),
    (("--json=1",), "'--json' takes no value: write it without '='"),
    (("--ke", "x"), "several options: write out one of --kernel-only, --key-file, --key-fd"),
    (("show", "-t", "memry"), "no type 'memry'; did you mean 'memory'?"),
    (("show", "-t", "256"), "numbers from 0 to 255"),
    (("show", "-H", "x"), "0x0011"),
    ((*CODE, "--key-fd", "x"), "the key from the open descriptor N"),
    (("get",), "'get' needs KEY..., as in `hwident get system-uuid product_name`"),
    (("dump",), "'dump' needs FILE, as in `hwident dump machine.bin`"),
    (("code",), "'code' needs --app ID, as in `hwident code --app com.example.app`"),
    (("duplicates",), "'duplicates' needs --from with dumps or a folder of them, as in `hwident "
                      "duplicates --from dumps/`"),
    (("get", "--rules", "1", "system-uuid"), "it is for summary, code, match and explain"),
    (("show", "--from", "a", "--from", "b"), "several are for summary, code, lint and duplicates"),
    (("lint", "xyzzy"), "`hwident help lint` lists its options"),
    (("dump", "a", "b"), "'dump' takes one FILE: leave the others out"),
    (("--tables", "x", "--from", "x"), "leave one out"),
    (("get", "--format", "prometheus", "system-uuid"), "summary and code have it"),
    (("--app", "x"), "`hwident code --app ID` prints the code"),
)


class Usage(Case):
    def test_a_wrong_command_line_is_answered_with_a_right_one(self):
        for arguments, message in USAGE:
            with self.subTest(arguments=arguments):
                self.assertIn(message, self.bad(2, "USAGE", *arguments))

    def test_a_file_in_place_of_an_option_is_recognised(self):
        os.mkdir(self.folder / "tables")
        self.file("tables/DMI")
        for words in ([], ["lint"], ["show"], ["duplicates"]):
            self.assertIn(f"did you mean '--from {DUMP}'?", self.bad(2, "USAGE", *words, DUMP))
            self.assertIn(f"did you mean '--tables {self.folder}/tables'?",
                          self.bad(2, "USAGE", *words, self.folder / "tables"))

    def test_an_unknown_dialect_in_the_environment_is_answered_with_the_known_ones(self):
        message = self.bad(2, "USAGE", "--from", DUMP, "show", env={"HWIDENT_DIALECT": "2.0"})
        self.assertIn("neither 3.7 nor 3.6; set it to one of them", message)


if __name__ == "__main__":
    main()
