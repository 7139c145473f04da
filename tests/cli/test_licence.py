# Runs what hwident-licensing(7) tells vendors of licensed software to do.
# SPDX-License-Identifier: MIT
import json
import os
import subprocess

from hwident import HWIDENT, TOP, Case
import tables
from closing import main

UUID = bytes.fromhex("564de2c3c3c0e1e24622554dc5eb6ba1")
CODE = "hw1u-4raq030acjc6f8ksy8tdvh6e9kmn25k4z"


class Licence(Case):
    def setUp(self):
        super().setUp()
        self.machine("here", UUID, "SN-1")
        (self.folder / "hwident").symlink_to(HWIDENT)

    def machine(self, name, uuid, serial):
        strings = ("Maker", "Product", "V1", serial, "SKU-1", "Family")
        tables.write_folder(self.folder / name, tables.table(
            tables.bios(), tables.system(uuid, strings), tables.board(), tables.chassis(),
            tables.end()))

    def shell(self, script, machine="here", code=0):
        env = {"PATH": f"{self.folder}:{os.environ['PATH']}",
               "HWIDENT_TABLES": str(self.folder / machine)}
        done = subprocess.run(["sh", "-euc", script], cwd=self.folder, env=env, text=True,
                              capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (code, ""))
        return done.stdout

    def test_the_customer_gets_a_code(self):
        self.assertEqual(self.shell("hwident code --app com.example.app"), CODE + "\n")
        self.assertIn("Bindable  system UUID", self.shell("hwident explain"))

    def test_with_a_secret_key(self):
        self.shell("od -An -tx1 -N32 /dev/urandom | tr -d ' \\n' >licence.key\n"
                   "chmod 600 licence.key")
        self.assertEqual((self.folder / "licence.key").stat().st_size, 64)
        by_file = self.shell("hwident code --app com.example.app --key-file licence.key")
        by_fd = self.shell("hwident code --app com.example.app --key-fd 3 3<licence.key")
        self.assertEqual(by_file, by_fd)
        self.assertNotEqual(by_file, CODE + "\n")

    def test_the_codes_to_store_hold_no_serial_number(self):
        codes = json.loads(self.shell("hwident code --app com.example.app --components --json"))
        self.assertEqual(codes["components"][0]["code"], CODE)
        self.assertEqual(codes["source"]["provenance"], "file")
        self.assertNotIn("SN-1", json.dumps(codes))
        summary = json.loads(self.shell("hwident summary --json"))
        self.assertFalse(summary["identity"]["virtual_machine"]["is_virtual"])

    def test_the_server_reads_a_code_as_people_type_it(self):
        script = ('import verify\n'
                  'code = verify.read("HW1U 4RAQ O3OA CJC6 F8KS Y8TD VH6E 9KMN 25K4 Z")\n'
                  'print(code)')
        done = subprocess.run(["python3", "-c", script], cwd=TOP / "src/identity/verify", text=True,
                              capture_output=True, check=True)
        self.assertEqual(done.stdout, CODE + "\n")

    def test_the_machine_is_the_same_and_another_is_different(self):
        match = f"hwident match --app com.example.app {CODE}"
        self.assertEqual(self.shell(match), "same\n")
        self.machine("other", bytes.fromhex("564de2c3c3c0e1e24622554dc5eb6ba2"), "SN-2")
        self.assertEqual(self.shell(match, "other", 1), "different\n")

    def test_two_of_four_codes_still_match_after_a_repair(self):
        match = "hwident match --app com.example.app --need 2 $(cat licence.codes)"
        self.shell("hwident code --app com.example.app --components >licence.codes")
        self.machine("repaired", bytes.fromhex("564de2c3c3c0e1e24622554dc5eb6ba2"), "SN-2")
        self.assertEqual([line.split()[0] for line in self.shell(match).splitlines()],
                         ["same"] * 4)
        self.assertEqual([line.split()[0] for line in self.shell(match, "repaired").splitlines()],
                         ["different", "different", "same", "same"])


main()
