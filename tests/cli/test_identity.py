# The identity part of summary and explain: components, grades, rules, the virtual machine.
# SPDX-License-Identifier: MIT
from hwident import TOP, Case
import tables
from closing import main

MACHINE = "--from", TOP / "testdata/qemu-seabios.bin"


class Identity(Case):
    def test_summary_tells_each_component(self):
        text = self.good(*MACHINE, "summary")
        for line in ("Identity  system UUID: strong\n",
                     "          system serial number: strong\n",
                     "          base board serial number: strong\n",
                     "          chassis serial number: strong (names the enclosure, which blades",
                     "          virtual machine, by the BIOS characteristics\n"):
            self.assertIn(line, text)

    def test_explain_tells_what_a_licence_can_be_bound_to(self):
        self.assertIn("Bindable  system UUID (--profile u), system serial number "
                      "(--profile s), base board serial number (--profile b), chassis serial "
                      "number (--profile c)\n", self.good(*MACHINE, "explain"))

    def explain(self, uuid, serial="SYS-7Q4M2K9", board="BRD-7Q4M2K9"):
        data = tables.table(
            tables.bios(), tables.system(bytes.fromhex(uuid), ("M", "P", "V", serial, "K", "F")),
            tables.board(("M", "B", "V", board, "T", "L")), tables.chassis(), tables.end())
        folder = tables.write_folder(self.folder / f"t{len(list(self.folder.iterdir()))}", data)
        return self.run_hwident("--tables", folder, "explain").stdout

    def test_explain_advises_what_is_strong_where_the_uuid_is_not(self):
        strong, weak = "564de2c3c3c0e1e24622554dc5eb6ba1", "000000000000000000000cc47a133878"
        ami = "00020003000400050006000700080009"
        system = "Advice    bind to the system serial number: hwident code --profile s --app ID\n"
        board = "Advice    bind to the base board serial number: hwident code --profile b --app ID\n"
        self.assertNotIn("Advice", self.explain(strong))
        for uuid in weak, ami:
            self.assertIn(system, self.explain(uuid))
            self.assertIn(board, self.explain(uuid, serial="Default string"))
            # The chassis has a number that no rule refuses; it names the enclosure.
            self.assertNotIn("Advice", self.explain(uuid, "Default string", "Default string"))

    def test_json_tells_grades_and_what_to_bind_to(self):
        for command in "summary", "explain":
            identity = self.good_json(*MACHINE, command)["identity"]
            self.assertEqual(identity["bindable"], ["u", "s", "b", "c"])
            self.assertEqual((identity["rules"], identity["recommended"]), (2, "u"))
            self.assertEqual(identity["virtual_machine"], {
                "is_virtual": True, "stated_by_bios": True, "name": None, "evidence": None})
            self.assertEqual(identity["uuid_written"],
                             {"order": "le", "evidence": "version-nibble"})
            self.assertEqual(identity["components"][1], {
                "profile": "s", "name": "system serial number", "grade": "strong", "rule": "none",
                "note": None, "value_hex": b"SYS-7Q4M2K9".hex()})

    def test_the_hex_of_a_uuid_is_canonical(self):
        answer = self.good_json(*MACHINE, "summary")
        uuid = bytes.fromhex(answer["system"]["uuid"].replace("-", ""))
        swapped = uuid[3::-1] + uuid[5:3:-1] + uuid[7:5:-1] + uuid[8:]
        self.assertEqual(answer["identity"]["components"][0]["value_hex"], min(uuid, swapped).hex())


main()
