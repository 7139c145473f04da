# hwident code: one component's code or all, what is refused and why, app id and key.
# SPDX-License-Identifier: MIT
import json
import os
import sys
import threading
import time

from hwident import TOP, Case
import tables
from closing import main

sys.path.insert(0, str(TOP / "src/identity/verify"))
import verify

APP = "com.example.app"
UUID = bytes.fromhex("564de2c3c3c0e1e24622554dc5eb6ba1")
AMI = bytes.fromhex("00020003000400050006000700080009")
CODES = {
    "u": verify.derive("u", UUID, APP),
    "s": verify.derive("s", b"SN-1", APP),
    "b": verify.derive("b", b"BSN-1", APP),
    "c": verify.derive("c", b"CSN-1", APP),
}


class Machine(Case):
    def machine(self, uuid=UUID, serial="SN-1", board="BSN-1", chassis="CSN-1"):
        folder = self.folder / "tables"
        data = tables.table(
            tables.bios(), tables.system(uuid, ("Maker", "Product", "V1", serial, "SKU", "Family")),
            tables.board(("BoardMaker", "Board", "B1", board, "BTag")),
            tables.chassis(("CaseMaker", "C1", chassis, "CTag")), tables.end())
        tables.write_folder(folder, data)
        return "--tables", folder, "code"


class Code(Machine):
    def test_each_profile_has_a_code_of_its_own(self):
        machine = self.machine()
        self.assertEqual(self.good(*machine, "--app", APP), CODES["u"] + "\n")
        for profile, code in CODES.items():
            self.assertEqual(self.good(*machine, "--app", APP, "--profile", profile), code + "\n")
        self.assertEqual(self.good(*machine, "--app", APP, "--components").split(),
                         list(CODES.values()))

    def test_without_entry_point_and_in_either_byte_order(self):
        machine = self.machine()
        (self.folder / "tables/smbios_entry_point").unlink()
        self.assertEqual(self.good(*machine, "--app", APP), CODES["u"] + "\n")
        machine = self.machine(bytes.fromhex("c3e24d56c0c3e2e14622554dc5eb6ba1"))
        self.assertEqual(self.good(*machine, "--app", APP), CODES["u"] + "\n")

    def test_bytes_are_hashed_not_what_is_rendered(self):
        machine = self.machine(serial=" S\xc4N\x01\x7f ")
        self.assertEqual(self.good(*machine, "--app", APP, "--profile", "s"),
                         verify.derive("s", b"S\xc4N\x01\x7f", APP) + "\n")

    def test_a_placeholder_is_refused_with_its_rule(self):
        message = self.bad(5, "PLACEHOLDER", *self.machine(AMI), "--app", APP)
        self.assertIn("system UUID: placeholder, rule 'template-without-mac'", message)
        message = self.bad(5, "PLACEHOLDER", *self.machine(serial="Default string"), "--app", APP,
                           "--profile", "s")
        self.assertIn("system serial number: placeholder, rule 'list'", message)

    def test_an_absent_value_is_refused_with_its_reason(self):
        message = self.bad(5, "ABSENT", *self.machine(bytes(16)), "--app", APP)
        self.assertIn("system UUID: absent, rule 'all-00'", message)
        message = self.bad(5, "ABSENT", *self.machine(board="  "), "--app", APP, "--profile", "b")
        self.assertIn("base board serial number: absent, rule 'blank'", message)

    def test_weak_is_refused_by_strict_only(self):
        weak = bytes.fromhex("9c6b002bc57200000000000000000000")
        machine = self.machine(weak)
        code = verify.derive("u", weak, APP) + "\n"
        self.assertEqual(self.good(*machine, "--app", APP), code)
        self.assertIn("rule 'mac-first'", self.bad(5, "WEAK", *machine, "--app", APP, "--strict"))
        self.assertEqual(self.good(*self.machine(), "--app", APP, "--strict"), CODES["u"] + "\n")

    def test_components_succeed_if_one_has_a_code(self):
        done = self.run_hwident(*self.machine(AMI, board="None", chassis=" "), "--app", APP,
                                "--components")
        self.assertEqual((done.returncode, done.stdout), (0, CODES["s"] + "\n"))
        self.assertEqual(len(done.stderr.splitlines()), 3)
        done = self.run_hwident(*self.machine(AMI, "None", "None", "None"), "--app", APP,
                                "--components")
        self.assertEqual((done.returncode, done.stdout), (5, ""))

    def test_a_table_that_breaks_before_the_answer(self):
        data = tables.table(tables.bios(), b"\1\3\0\0\0\0")
        tables.write_folder(self.folder / "broken", data, tables.sm(len(data), 2))
        broken = "--tables", self.folder / "broken", "code", "--app", APP
        self.bad(7, "BADTABLE", *broken)
        self.assertEqual(self.run_hwident(*broken, "--components").returncode, 7)

    def test_json_says_what_and_why(self):
        answer = self.good_json(*self.machine(), "--app", APP)
        self.assertEqual((answer["error"], answer["app"], answer["with_key"]), (None, APP, False))
        self.assertEqual(answer["source"]["provenance"], "file")
        self.assertEqual(answer["components"], [{
            "profile": "u", "name": "system UUID", "grade": "strong", "rule": "none", "note": None,
            "code": CODES["u"]}])
        done = self.run_hwident(*self.machine(AMI, board="None"), "--app", APP, "--components",
                                "--json")
        answer = json.loads(done.stdout)
        self.assertEqual((done.returncode, answer["error"]), (0, None))
        self.assertEqual([c["code"] for c in answer["components"]],
                         [None, CODES["s"], None, CODES["c"]])
        done = self.run_hwident(*self.machine(AMI), "--app", APP, "--json")
        answer = json.loads(done.stdout)
        self.assertEqual((done.returncode, answer["error"]["code"], answer["error"]["tag"]),
                         (5, 5, "PLACEHOLDER"))
        self.assertEqual(answer["components"][0]["rule"], "template-without-mac")
        self.assertIsNone(answer["components"][0]["code"])

    def test_the_app_id_is_required_and_checked(self):
        machine = self.machine()
        self.assertIn("--app", self.bad(2, "USAGE", *machine))
        self.assertIn("empty", self.bad(2, "USAGE", *machine, "--app", ""))
        for app, character in ("com example", 4), ("caf\u00e9", 4), ("a" * 256, 256):
            self.assertIn(f"character {character}",
                          self.bad(2, "USAGE", *machine, "--app", app))
        self.good(*machine, "--app", "a" * 255)
        # Before anything is looked for.
        self.bad(2, "USAGE", "--tables", self.folder / "none", "code", "--app", "")

    def test_options_that_do_not_fit(self):
        machine = (*self.machine(), "--app", APP)
        self.bad(2, "USAGE", *machine, "--profile", "x")
        self.bad(2, "USAGE", *machine, "--profile", "us")
        self.bad(2, "USAGE", *machine, "--profile", "")
        self.bad(2, "USAGE", *machine, "--profile", "u", "--components")
        self.bad(2, "USAGE", *machine, "--key-fd", "-1")
        self.bad(2, "USAGE", *machine, "--key-fd", "x")
        self.bad(2, "USAGE", *machine, "--key-fd", "0", "--key-file", "x")
        self.bad(2, "USAGE", *machine, "--need", "1")
        self.bad(2, "USAGE", *machine, "operand")


class Key(Machine):
    def key(self, data, mode=0o600):
        path = self.file("key", data)
        path.chmod(mode)
        return path

    def keyed(self, data):
        return verify.derive("u", UUID, APP, data) + "\n"

    def test_a_key_changes_the_code(self):
        machine = (*self.machine(), "--app", APP)
        for data in b"k", b"a secret", bytes(range(1, 65)), b"\0k", b"\xff":
            self.assertEqual(self.good(*machine, "--key-file", self.key(data)), self.keyed(data))
        self.assertTrue(self.good_json(*machine, "--key-file", self.key(b"k"))["with_key"])

    def test_a_key_from_a_descriptor(self):
        machine = (*self.machine(), "--app", APP)
        self.assertEqual(self.good(*machine, "--key-fd", 0, input="a secret"),
                         self.keyed(b"a secret"))
        fd = os.open(self.key(b"from a file"), os.O_RDONLY)
        self.addCleanup(os.close, fd)
        self.assertEqual(self.good(*machine, "--key-fd", fd, pass_fds=[fd]),
                         self.keyed(b"from a file"))
        self.bad(2, "USAGE", *machine, "--key-fd", 77)

    def test_a_pipe_that_a_shell_names(self):
        read, write = os.pipe()
        os.write(write, b"a secret")
        os.close(write)
        self.addCleanup(os.close, read)
        self.assertEqual(self.good(*self.machine(), "--app", APP, "--key-file", f"/dev/fd/{read}",
                                   pass_fds=[read]), self.keyed(b"a secret"))

    def write_later(self, path_or_fd):
        """Writes a key once the reader has had time to find nothing."""
        def write():
            time.sleep(0.3)
            with open(path_or_fd, "wb") as file:
                file.write(b"a secret")
        writer = threading.Thread(target=write)
        writer.start()
        self.addCleanup(writer.join)

    def test_a_fifo_is_waited_for(self):
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        self.write_later(fifo)
        self.assertEqual(self.good(*self.machine(), "--app", APP, "--key-file", fifo),
                         self.keyed(b"a secret"))

    def test_a_descriptor_that_does_not_block_is_waited_for(self):
        read, write = os.pipe()
        os.set_blocking(read, False)
        self.addCleanup(os.close, read)
        self.write_later(write)
        self.assertEqual(self.good(*self.machine(), "--app", APP, "--key-fd", read,
                                   pass_fds=[read]), self.keyed(b"a secret"))

    def test_rules_have_a_number(self):
        shared = self.machine(serial="System Serial#")
        code = verify.derive("s", b"System Serial#", APP) + "\n"
        profile = "--app", APP, "--profile", "s"
        self.assertIn("rule 'words'", self.bad(5, "PLACEHOLDER", *shared, *profile))
        self.bad(5, "PLACEHOLDER", *shared, *profile, "--rules", 2)
        self.assertEqual(self.good(*shared, *profile, "--rules", 1), code)
        self.assertEqual(self.good_json(*shared, *profile, "--rules", 1)["rules"], 1)
        self.assertEqual(self.good_json(*self.machine(), "--app", APP)["rules"], 2)
        for wrong in 0, 3, "x", "", "1x":
            self.assertIn("the newest is 2", self.bad(2, "USAGE", *shared, *profile, "--rules",
                                                      wrong))

    def test_a_file_is_not_trusted(self):
        self.bad(6, "PROVENANCE", *self.machine(), "--app", APP, "--trusted")

    def test_json_tells_a_virtual_machine(self):
        report = self.good_json(*self.machine(), "--app", APP)
        self.assertIs(report["virtual_machine"]["is_virtual"], False)

    def test_keys_that_cannot_be_used(self):
        machine = (*self.machine(), "--app", APP)
        for data, reason in (b"", "empty"), (b"x" * 65, "too long"), (b"k\0", "zero"):
            self.assertIn(reason, self.bad(2, "USAGE", *machine, "--key-file", self.key(data)))
        self.bad(2, "USAGE", *machine, "--key-file", self.folder / "none")
        self.bad(2, "USAGE", *machine, "--key-file", self.folder)
        self.bad(2, "USAGE", *machine, "--key-file", "/dev/zero")

    def test_an_odd_key_is_used_with_a_note(self):
        machine = (*self.machine(), "--app", APP)
        done = self.run_hwident(*machine, "--key-file", self.key(b"secret\n"))
        self.assertEqual(done.stdout, self.keyed(b"secret\n"))
        self.assertRegex(done.stderr, r"\Ahwident: note: [^\n]*newline[^\n]*\n\Z")
        done = self.run_hwident(*machine, "--key-file", self.key(b"secret", 0o604))
        self.assertRegex(done.stderr, r"\Ahwident: note: [^\n]*everybody can read[^\n]*\n\Z")
        done = self.run_hwident(*machine, "--key-file", self.key(b"secret", 0o640))
        self.assertEqual(done.stderr, "")

    def test_no_message_holds_the_key(self):
        machine = (*self.machine(), "--app", APP)
        for data in b"opensesame\n", b"opensesame\0", b"opensesame" * 7:
            done = self.run_hwident(*machine, "--json", "--key-file", self.key(data, 0o644))
            self.assertNotIn("opensesame", done.stdout + done.stderr)


main()
