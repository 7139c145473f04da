# A message says what to do: about a wrong command line, and about a file that can't be used.
# SPDX-License-Identifier: MIT
import json
import os

from hwident import TOP, USER, Case, needs_root
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


# What is named, and what the message must say about it. "folder" and "text" are there, "cut" and
# "short" are the beginning of a dump, "secret" can be read by root only.
DUMPS = (
    ("text", 7, "BADTABLE", "not a dump: it does not begin with an SMBIOS entry point; name a file that"),
    ("short", 7, "BADTABLE", "the dump is damaged or cut short: make it again"),
    ("cut", 7, "BADTABLE", "the file may be cut short (68 of at most 598 bytes): make it again"),
    ("broken", 7, "BADTABLE", "make the file again; if it is the same then, update the firmware"),
    ("folder", 8, "NOTREG", "a folder, not a dump; name a file that"),
    ("nothing", 8, "MISSING", "No such file or directory; name a file that"),
    ("secret", 4, "PERMISSION", "let this user read the file"),
)
KEYS = (
    ("nothing", "No such file or directory; name the file that holds the key"),
    ("text/key", "Not a directory; name the file that holds the key"),
    ("folder", "Is a directory; name the file in it that holds the key"),
    ("secret", "Permission denied; let this user read the file"),
    ("empty", "empty; the key must be 1 to 64 bytes"),
)
OUTPUTS = (
    ("nothing/output", "OUTPUT", "name a file in a folder that is there, or make the folder first"),
    ("text/output", "OUTPUT", "name a file in a folder that is there, or make the folder first"),
    ("", "OUTPUT", "name a file in a folder that is there"),
    ("output", "OUTPUT", "name a file in a folder that this user can write to"),
    ("folder", "NOTREG", "a folder; nothing was written to it; name a file in it"),
    ("/dev/null", "NOTREG", "print to standard output and redirect that"),
)


class Files(Case):
    def setUp(self):
        super().setUp()
        whole = DUMP.read_bytes()
        (self.folder / "folder").mkdir()
        for name, data in (("text", b"# hwident\n"), ("empty", b""), ("short", whole[:20]),
                           ("cut", whole[:100]), ("broken", whole[:33] + b"\2" + whole[34:]),
                           ("secret", whole), ("whole", whole)):
            self.file(name, data)
        (self.folder / "secret").chmod(0)

    def refused(self, code, tag, *arguments):
        """The message of a run as a user to whom this folder does not belong."""
        return self.bad(code, tag, *arguments, user=USER, cwd=self.folder)

    @needs_root
    def test_a_file_that_is_no_whole_dump_is_told_from_broken_firmware(self):
        for name, code, tag, message in DUMPS:
            with self.subTest(name=name):
                self.assertIn(message, self.refused(code, tag, "--from", name, "get", "system-uuid"))

    def test_a_folder_without_the_two_files_is_told_from_a_missing_one(self):
        for name, message in (("folder", "smbios_entry_point and DMI are not both in it; name the folder"),
                              ("nothing", "no such folder with smbios_entry_point and DMI; name the folder")):
            self.assertIn(message, self.bad(8, "MISSING", "--tables", self.folder / name))

    def test_a_file_in_the_place_of_the_entry_point_is_named_as_one(self):
        (self.folder / "folder/DMI").write_bytes(DUMP.read_bytes()[32:])
        (self.folder / "folder/smbios_entry_point").write_text("# hwident\n" * 9)
        self.assertIn("smbios_entry_point: larger than an SMBIOS entry point can be; name a folder with the "
                      "kernel's two files", self.bad(7, "BADTABLE", "--tables", self.folder / "folder"))

    @needs_root
    def test_a_remedy_in_json_names_no_option_of_the_tool(self):
        calls = [(code, ("--from", name)) for name, code, _, _ in DUMPS]
        calls += [(8, ("--tables", "folder")), (6, ("--kernel-only", "--from", "whole"))]
        for code, source in calls:
            with self.subTest(source=source):
                done = self.run_hwident(*source, "show", "--json", user=USER, cwd=self.folder)
                error = json.loads(done.stdout)["error"]
                self.assertEqual((done.returncode, error["code"]), (code, code))
                self.assertNotRegex(error["remedy"], "(?<!dmidecode )--")

    def test_a_source_that_an_option_refuses_is_named_with_that_option(self):
        for option in ("--kernel-only", "--trusted"):
            self.assertIn("or leave out --kernel-only and --trusted",
                          self.bad(6, "PROVENANCE", option, "--from", DUMP))

    @needs_root
    def test_a_key_that_cannot_be_had_is_answered_with_what_helps(self):
        for name, message in KEYS:
            with self.subTest(name=name):
                self.assertIn(message, self.refused(2, "USAGE", *CODE, "--key-file", name))
        self.assertIn("open it for reading", self.refused(2, "USAGE", *CODE, "--key-fd", "9"))

    @needs_root
    def test_an_output_file_that_cannot_be_made_is_answered_with_what_helps(self):
        for name, tag, message in OUTPUTS:
            with self.subTest(name=name):
                self.assertIn(message, self.refused(8, tag, "--from", "whole", "show", "-o", name))
                if tag == "OUTPUT":
                    self.assertIn("nothing was kept; " + message,
                                  self.refused(8, tag, "--from", "whole", "dump", name))

    def test_standard_output_that_is_full_or_closed_is_answered_with_what_helps(self):
        for redirection, message in ((">/dev/full", "print it where there is room"), (">&-", "open it")):
            done = self.run_hwident("--from", DUMP, before=("sh", "-c", f'"$@" {redirection}', "sh"))
            self.assertEqual(done.returncode, 8)
            self.assertIn(f"the output is incomplete: {message}", done.stderr)

    def test_a_value_to_match_that_is_no_identity_is_answered_with_what_helps(self):
        for value, message in (("x", "neither a UUID nor a machine code; copy all of it"),
                               ("hw1u-0", "33 characters after its label; copy it again"),
                               ("hw9u-0", "match it with the hwident that made it, or a newer one")):
            self.assertIn(message, self.bad(2, "USAGE", "match", "--app", "x", value))
        self.assertIn("give as many, or need fewer",
                      self.bad(2, "USAGE", "match", "--need", "2", "00112233-4455-6677-8899-aabbccddeeff"))


if __name__ == "__main__":
    main()
