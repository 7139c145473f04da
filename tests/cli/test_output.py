# Output is whole or an error; help, version, usage, dump, summary and explain.
# SPDX-License-Identifier: MIT
import json
import os
import signal
import stat
import subprocess

from hwident import HWIDENT, TOP, Case
import tables
from closing import main


class Output(Case):
    def setUp(self):
        super().setUp()
        self.dump = self.file("dump", tables.dump(tables.table()))

    def test_help_and_version_are_printed(self):
        self.assertRegex(self.good("--version"), r"\Ahwident \d+\.\d+\.\d+\n\Z")
        for arguments in (("--help",), ("-h",), ("get", "-h"), ("--help", "dump")):
            self.assertIn("Usage: hwident", self.good(*arguments))
        self.assertIn("product_uuid", self.good("get", "--help"))

    def test_a_wrong_command_line_is_exit_2(self):
        self.assertIn("'summary'", self.bad(2, "USAGE", "sumary"))
        self.assertIn("'--tables'", self.bad(2, "USAGE", "--tabels", "x"))
        self.bad(2, "USAGE", "--tables")
        self.assertIn("'-x'", self.bad(2, "USAGE", "-x"))
        self.assertIn("'-x'", self.bad(2, "USAGE", "--json", "-xq", "summary"))
        self.assertIn("takes no value", self.bad(2, "USAGE", "--json=1"))
        self.bad(2, "USAGE", "summary", "operand")
        self.bad(2, "USAGE", "dump")
        self.bad(2, "USAGE", "dump", "a", "b")
        self.bad(2, "USAGE", "--uuid-order", "le", "dump", "x")

    def test_options_that_exclude_each_other_are_named(self):
        code = ("code", "--app", "x")
        for arguments, message in (
                (("--tables", "x", "--from", "x"), "--tables and --from exclude each other"),
                (("report", "--json", "x"), "'report' makes a web page"),
                (("report", "x", "y"), "'report' takes one FILE"),
                (("--json", "--format", "prometheus"), "--json and --format exclude each other"),
                (("get", "--format", "prometheus", "system-uuid"), "'get' has no --format prometheus"),
                ((*code, "--format", "env"), "'code' has no --format env"),
                (("--with-ids",), "--with-ids is for --format prometheus"),
                (("--app", "x"), "'summary' takes --app with --format prometheus"),
                ((*code, "--key-file", "x", "--key-fd", "0"), "--key-file and --key-fd exclude"),
                ((*code, "--components", "--profile", "u"), "--components and --profile exclude"),
                (("get", "--from", "x", "--from", "y", "system-uuid"), "'get' takes one --from"),
                (("get", "--rules", "1", "system-uuid"), "'get' takes no --rules")):
            with self.subTest(arguments=arguments):
                self.assertIn(message, self.bad(2, "USAGE", *arguments))

    def test_words_in_the_other_case_are_suggested(self):
        self.assertIn("'summary'", self.bad(2, "USAGE", "SUMMARY"))
        self.assertIn("'--json'", self.bad(2, "USAGE", "--JSON"))
        self.assertIn("'system-uuid'", self.bad(2, "USAGE", "get", "SYSTEM-UUID"))

    def test_an_abbreviation_is_one_option_or_none(self):
        self.assertEqual(self.good("--fro", self.dump, "get", "sys_vendor"), "Maker\n")
        for option in ("--f", "--t", "--key", "--a"):
            self.assertIn("several", self.bad(2, "USAGE", option, self.dump, "code", "--app", "x"))

    def test_quiet_prints_no_message(self):
        done = self.run_hwident("-q", "--tables", self.folder / "none")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (8, "", ""))

    def test_a_full_disk_is_an_error_and_a_closed_pipe_ends_quietly(self):
        for arguments in (["get", "system-uuid"], ["summary"], ["--json"], ["--help"],
                          ["--version"]):
            command = [HWIDENT, "--from", str(self.dump), *arguments]
            with open("/dev/full", "w") as full:
                done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
            self.assertEqual(done.returncode, 8)
            self.assertRegex(done.stderr, r"\Ahwident: OUTPUT: [^\n]*\n\Z")
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True)
            os.close(writer)
            self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, ""))
            done = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 8)

    def test_dump_is_read_back_and_by_dmidecode(self):
        for entry_point in (tables.sm(len(tables.table()), 5, length=0x1F),
                            tables.sm(len(tables.table()), 5, length=0x1E),
                            tables.sm3(len(tables.table()))):
            folder = tables.write_folder(self.folder / "t", tables.table(), entry_point)
            written = self.folder / "written"
            self.assertEqual(self.good("--tables", folder, "dump", written), "")
            self.assertEqual(stat.S_IMODE(written.stat().st_mode), 0o600)
            self.assertEqual(self.good("--from", written, "get", "system-uuid"),
                             tables.UUID_LE + "\n")
            theirs = subprocess.run(["dmidecode", "--from-dump", written, "-s", "system-uuid"],
                                    capture_output=True, text=True)
            self.assertEqual(theirs.stdout, tables.UUID_LE + "\n")
            written.unlink()

    def test_dump_of_a_dump_is_the_same(self):
        for path in sorted((TOP / "testdata").glob("qemu-*.bin")):
            written = self.folder / path.name
            self.good("--from", path, "dump", written)
            self.assertEqual(written.read_bytes(), path.read_bytes())

    def test_dump_never_over_a_file_nor_without_entry_point_nor_half(self):
        kept = self.file("kept", b"mine")
        self.bad(8, "EXISTS", "--from", self.dump, "dump", kept)
        self.assertEqual(kept.read_bytes(), b"mine")
        folder = tables.write_folder(self.folder / "t", tables.table())
        (folder / "smbios_entry_point").unlink()
        self.bad(4, "NOENTRY", "--tables", folder, "dump", self.folder / "new")
        self.bad(8, "OUTPUT", "--from", self.dump, "dump", self.folder / "no/folder")
        for call in ("write", "fsync"):
            self.bad(8, "OUTPUT", "--from", self.dump, "dump", self.folder / "new", before=(
                "strace", "-qq", "-o", "/dev/null", "-e", f"inject={call}:error=ENOSPC:when=1"))
        self.assertFalse((self.folder / "new").exists())

    def test_summary_tells_which_machine_and_from_where(self):
        text = self.good("--from", self.dump)
        self.assertEqual(text, self.good("--from", self.dump, "summary"))
        for words in ("Maker, Product, V1", "SN-1", tables.UUID_LE, "Rack Mount Chassis",
                      "2.8 (entry_point)", f"{self.dump} (file)"):
            self.assertIn(words, text)
        report = self.good_json("--from", self.dump)
        self.assertEqual(report["system"]["uuid"], tables.UUID_LE)
        self.assertEqual(report["base_board"]["serial_number"], "BSN-1")
        self.assertEqual(report["bios"]["firmware_revision"], "1.2")

    def test_summary_tells_a_uuid_whose_order_is_not_known_from_none(self):
        folder = tables.write_folder(self.folder / "t", tables.table(tables.system()))
        (folder / "smbios_entry_point").unlink()
        self.assertIn("UUID      its byte order is not known", self.good("--tables", folder))
        dump = self.file("none", tables.dump(tables.table(tables.system(bytes(16)))))
        self.assertIn("UUID      -\n", self.good("--from", dump))

    def test_summary_says_what_stands_behind_a_break(self):
        data = tables.table(tables.bios(), tables.system(), b"\5\3\0\0\0\0")
        dump = self.file("broken", tables.dump(data, tables.sm(400, 9)))
        self.assertEqual(self.good_json("--from", dump)["chassis"]["absent"]["serial_number"],
                         "broken_table")

    def test_summary_of_no_machine(self):
        dump = self.file("none", tables.dump(tables.table(tables.bios())))
        self.bad(7, "BADTABLE", "--from", dump)

    def test_an_error_is_an_object_in_json(self):
        done = self.run_hwident("--json", "--tables", self.folder / "none", "summary")
        report = json.loads(done.stdout)
        self.assertEqual(done.returncode, 8)
        self.assertEqual(report["command"], "summary")
        self.assertEqual(report["error"]["code"], 8)
        self.assertEqual(report["error"]["tag"], "MISSING")
        self.assertIsNone(report["source"])
        self.assertTrue(report["error"]["message"] and report["error"]["remedy"])

    def test_a_path_in_json_may_hold_any_bytes(self):
        dump = self.file("a\nb\udcff.bin", self.dump.read_bytes())
        done = self.run_hwident("--json", "--from", dump, "code", "--app", "x")
        report = json.loads(done.stdout)
        self.assertEqual(report["source"]["path"], f"{self.folder}/a\nb\ufffd.bin")
        self.assertIn("a\\x0ab\\xff.bin: system UUID", report["error"]["message"])
        self.assertIn("a\\x0ab\\xff.bin: system UUID", done.stderr)

    def test_explain_tells_the_problem_and_the_remedy(self):
        text = self.good("--from", self.dump, "explain")
        self.assertIn("Problem   none", text)
        done = self.run_hwident("explain", "--tables", self.folder / "none")
        self.assertEqual(done.returncode, 8)
        self.assertIn("Remedy    ", done.stdout)
        done = self.run_hwident("explain", "--json", "--tables", self.folder / "none")
        self.assertEqual(json.loads(done.stdout)["error"]["tag"], "MISSING")

    def test_explain_tells_what_was_skipped(self):
        done = self.run_hwident("explain", env={"HWIDENT_FDS": "900,901"})
        self.assertIn("Note      HWIDENT_FDS=900,901: not open here: skipped\n", done.stdout)
        done = self.run_hwident("explain", "--json", env={"HWIDENT_FDS": "900,901"})
        self.assertEqual(json.loads(done.stdout)["notes"],
                         ["HWIDENT_FDS=900,901: not open here: skipped"])


if __name__ == "__main__":
    main()
