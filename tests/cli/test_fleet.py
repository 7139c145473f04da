# Several dumps in one call: a fleet's codes, findings, summaries, and what machines share.
# SPDX-License-Identifier: MIT
import json
import os
import pty
import subprocess

from hwident import HWIDENT, Case
import tables
from closing import main

UUIDS = [bytes.fromhex(f"{n:02x}e24d56c0c3e2e14622554dc5eb6ba1") for n in range(4)]


def machine(uuid, serial):
    return tables.dump(tables.table(tables.bios(), tables.system(uuid, ("Maker", "Box", "1", serial, "K", "F")),
                                    tables.end()))


class Fleet(Case):
    def setUp(self):
        super().setUp()
        self.dumps = self.folder / "dumps"
        self.dumps.mkdir()
        for name, uuid, serial in (("a", 0, "QX71-0001"), ("b", 1, "QX71-0002"),
                                   ("c", 0, "QX71-0003"), ("d", 2, "To be filled by O.E.M."),
                                   ("e", 3, "To be filled by O.E.M.")):
            (self.dumps / name).write_bytes(machine(UUIDS[uuid], serial))

    def call(self, *arguments):
        done = subprocess.run([HWIDENT, *map(str, arguments)], capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def test_a_code_for_each_dump_in_the_order_of_names(self):
        code, out, err = self.call("--from", self.dumps, "code", "--app", "x")
        self.assertEqual((code, err), (0, ""))
        lines = [line.split("  ") for line in out.splitlines()]
        self.assertEqual([file for _, file in lines], [str(self.dumps / name) for name in "abcde"])
        for line, file in lines:
            self.assertEqual(line + "\n", self.call("--from", file, "code", "--app", "x")[1])

    def test_files_are_taken_in_the_order_in_which_they_are_named(self):
        out = self.call("--from", self.dumps / "b", "--from", self.dumps / "a", "code", "--app", "x")[1]
        self.assertEqual([line[-1] for line in out.splitlines()], ["b", "a"])

    def test_duplicates_lists_the_values_that_machines_share(self):
        code, out, err = self.call("duplicates", "--from", self.dumps)
        self.assertEqual((code, err), (1, ""))
        self.assertEqual(out, f"""system UUID 00e24d56-c0c3-e2e1-4622-554dc5eb6ba1: 2 dumps
    {self.dumps}/a
    {self.dumps}/c
system serial number To be filled by O.E.M. (placeholder, rule 'list'): 2 dumps
    {self.dumps}/d
    {self.dumps}/e
5 dumps, 2 shared values
""")

    def test_either_byte_order_is_one_machine(self):
        swapped = UUIDS[1][3::-1] + UUIDS[1][5:3:-1] + UUIDS[1][7:5:-1] + UUIDS[1][8:]
        (self.dumps / "f").write_bytes(machine(swapped, "QX71-0004"))
        self.assertIn(f": 2 dumps\n    {self.dumps}/b\n    {self.dumps}/f\n",
                      self.call("duplicates", "--from", self.dumps)[1])

    def test_different_machines_share_nothing(self):
        self.assertEqual(self.call("duplicates", "--from", self.dumps / "a", "--from", self.dumps / "b"),
                         (0, "2 dumps, 0 shared values\n", ""))

    def test_a_broken_dump_is_reported_and_the_others_go_on(self):
        (self.dumps / "bad").write_bytes(b"_SM_ cut short")
        for arguments in (["duplicates"], ["code", "--app", "x"], ["summary"], ["lint"]):
            code, out, err = self.call("--from", self.dumps, *arguments)
            self.assertEqual(code, 7, arguments)
            self.assertEqual(err.count("\n"), 1, arguments)
            self.assertIn(str(self.dumps / "bad"), err)
            self.assertIn(str(self.dumps / "e"), out)

    def test_json_lists_the_duplicates_and_the_dumps_that_failed(self):
        (self.dumps / "bad").write_bytes(b"_SM_ cut short")
        code, out, _ = self.call("duplicates", "--from", self.dumps, "--json")
        report = json.loads(out)
        self.assertEqual((code, report["dumps"]), (7, 6))
        self.assertEqual([failed["file"] for failed in report["failed"]], [str(self.dumps / "bad")])
        self.assertEqual([(group["profile"], len(group["files"])) for group in report["duplicates"]],
                         [("u", 2), ("s", 2)])
        self.assertEqual(report["duplicates"][1]["grade"], "placeholder")

    def test_each_dump_gives_an_object_of_its_own(self):
        out = self.call("--from", self.dumps, "code", "--app", "x", "--json")[1]
        decoder, objects = json.JSONDecoder(), []
        while out.strip():
            found, end = decoder.raw_decode(out.lstrip())
            objects.append(found)
            out = out.lstrip()[end:]
        self.assertEqual([found["source"]["path"] for found in objects],
                         [str(self.dumps / name) for name in "abcde"])

    def test_lint_names_each_dump(self):
        out = self.call("--from", self.dumps, "lint")[1]
        for name in "abcde":
            self.assertRegex(out, rf"(?m)^{self.dumps}/{name}$")

    def test_folders_that_are_missing_or_empty(self):
        self.assertEqual(self.call("duplicates", "--from", self.folder / "nothing")[0], 8)
        (self.folder / "empty").mkdir()
        for arguments in (["duplicates"], ["code", "--app", "x"], ["summary"], ["lint"]):
            self.assertEqual(self.call("--from", self.folder / "empty", *arguments),
                             (8, "", f"hwident: MISSING: {self.folder}/empty: no dump in this folder; name one "
                                     "with files that `hwident dump` or `dmidecode --dump-bin` wrote\n"))
        self.assertEqual(self.call("duplicates")[0], 2)

    def test_other_files_of_a_folder_are_passed_over_with_a_note(self):
        (self.dumps / "README").write_text("Dumps of the machines in the hall\n")
        os.mkfifo(self.dumps / "pipe")
        (self.dumps / "folder").mkdir()
        expected = self.call("--from", *sum(([self.dumps / name, "--from"] for name in "abcd"), []),
                             self.dumps / "e", "code", "--app", "x")[1]
        note = f"hwident: note: {self.dumps}: passed over 2 files that are not dumps\n"
        self.assertEqual(self.call("--from", self.dumps, "code", "--app", "x"), (0, expected, note))

    def test_a_file_that_is_named_or_empty_is_not_passed_over(self):
        note = self.dumps / "README"
        note.write_text("Dumps of the machines in the hall\n")
        code, _, err = self.call("--from", self.dumps / "a", "--from", note, "code", "--app", "x")
        self.assertEqual(code, 7)
        self.assertIn(f"{note}: not a dump", err)
        note.write_text("")
        code, _, err = self.call("--from", self.dumps, "code", "--app", "x")
        self.assertEqual(code, 7)
        self.assertIn(f"{note}: the file is empty", err)

    def test_only_some_commands_take_several_dumps(self):
        for arguments in (["get", "system-uuid"], ["show"], ["explain"], ["dump", "x"]):
            code, out, err = self.call("--from", "a", "--from", "b", *arguments)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertIn("takes one --from", err)

    def test_a_thousand_dumps_take_less_than_a_second_and_say_nothing(self):
        for n in range(1000):
            (self.dumps / f"x{n}").write_bytes(machine(UUIDS[1][:14] + n.to_bytes(2, "big"), f"QX71-1{n:04}"))
        leader, follower = pty.openpty()
        done = subprocess.run([HWIDENT, "duplicates", "--from", self.dumps], stdout=subprocess.PIPE,
                              stderr=follower, text=True, timeout=30)
        os.close(follower)
        self.assertEqual(done.returncode, 1)
        self.assertIn("1005 dumps, 2 shared values\n", done.stdout)
        os.close(leader)


if __name__ == "__main__":
    main()
