# What hwident-licensing(7) shows: its signed licence, by the files in recipes, and its terminals.
# All of it runs as uid 1000 in a mount namespace that has a copy of the tables such as
# hwident-prepare leaves in a container. (The preparer itself copies from sysfs only.)
# SPDX-License-Identifier: MIT
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import console
import tables
from blocks import blocks, is_console
from closing import main
from mounts import APART, needs_mounts

MANUAL = TOP / "src/identity/hwident-licensing.7"
RECIPES = TOP / "tests/identity/recipes"
UUIDS = {"here": bytes.fromhex("564de2c3c3c0e1e24622554dc5eb6ba1"),
         "other": bytes.fromhex("564de2c3c3c0e1e24622554dc5eb6ba2")}

# Root puts the copy of a machine's tables where it belongs, then becomes the application's user.
CONTAINER = """
mount -t tmpfs none /sys && mount -t tmpfs none /run && mkdir -p /run/hwident || exit 99
cp -r "$1" /run/hwident/tables && cat /proc/sys/kernel/random/boot_id >/run/hwident/tables/boot_id
chgrp -R 1000 /run/hwident/tables && chmod 0440 /run/hwident/tables/* && chmod 0750 /run/hwident/tables
shift
exec setpriv --reuid 1000 --regid 1000 --clear-groups "$@"
"""


@unittest.skipIf(os.geteuid() != 0, "needs root: it becomes uid 1000")
@needs_mounts
class Container(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)
        shutil.copy(TOP / "build/hwident", self.folder)

    def run_as_user(self, machine, *command, **environment):
        """Runs the command as uid 1000 on the machine whose tables are in that folder."""
        env = {"PATH": f"{self.folder}:{os.environ['PATH']}", **environment}
        return subprocess.run([*APART, "sh", "-c", CONTAINER, "-", machine, *command],
                              cwd=self.folder, env=env, capture_output=True, text=True, timeout=60)


class Manual(Container):
    def test_every_terminal_prints_what_is_shown(self):
        machine = self.folder / "machine"
        machine.mkdir()
        console.prepare(machine)
        for link in ("dmi", "testdata", "tests", "vendor.key"):
            (machine / link).unlink()
        os.chown(self.folder, 1000, 1000)
        for block in filter(is_console, blocks(MANUAL)):
            for command, output in console.commands(block.text):
                with self.subTest(command=command):
                    done = self.run_as_user("machine", "bash", "-c", command)
                    self.assertRegex(done.stdout + done.stderr, console.pattern(output))


class Signed(Container):
    def setUp(self):
        super().setUp()
        for file in RECIPES.iterdir():
            shutil.copy(file, self.folder)
        for name, uuid in UUIDS.items():
            tables.write_folder(self.folder / name, tables.table(
                tables.bios(), tables.system(uuid), tables.board(), tables.chassis(),
                tables.end()))
        self.vendor("./keys.sh")
        self.licence = (self.folder / "licence").read_text()
        self.issue(self.licence)

    def vendor(self, command):
        subprocess.run(["sh", "-euc", command], cwd=self.folder, check=True, capture_output=True)

    def issue(self, text):
        """Writes a licence and signs it."""
        (self.folder / "licence").write_text(text)
        self.vendor("./sign.sh vendor.key licence")

    def check(self, machine, **environment):
        return self.run_as_user(machine, "./check.sh", "vendor.pub", "licence", **environment)

    def accepted(self, machine="here"):
        done = self.check(machine)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def refused(self, why, machine="here", **environment):
        done = self.check(machine, **environment)
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertEqual(done.stderr.splitlines()[-1], f"licence refused: {why}")
        return done.stderr

    def test_it_is_accepted_on_its_machine(self):
        self.accepted()

    def test_another_machine_is_refused(self):
        self.refused("hwident does not confirm that it is for this machine", "other")

    def test_an_edited_licence_is_refused(self):
        for was, now in (("2035", "2099"), ("need 1", "need 0"), ("rules 2", "rules 1"),
                         ("code hw1u", "code hw1s"), ("\nneed", "\n\nneed")):
            with self.subTest(was=was):
                (self.folder / "licence").write_text(self.licence.replace(was, now, 1))
                self.refused("it does not have the vendor's signature")

    def test_another_vendor_s_signature_is_refused(self):
        self.vendor("openssl genpkey -algorithm ed25519 -out other.key;"
                    "./sign.sh other.key licence")
        self.refused("it does not have the vendor's signature")

    def test_a_licence_without_signature_is_refused(self):
        (self.folder / "licence.sig").unlink()
        self.refused("it does not have the vendor's signature")

    def test_an_expired_licence_is_refused(self):
        self.issue(self.licence.replace("2035-12-31", "2026-01-31"))
        self.refused("it expired on 2026-01-31")

    def test_a_licence_that_expires_today_is_accepted(self):
        today = subprocess.run(["date", "-u", "+%Y-%m-%d"], capture_output=True, text=True,
                               check=True).stdout.strip()
        self.issue(self.licence.replace("2035-12-31", today))
        self.accepted()

    def test_a_licence_without_a_date_is_refused(self):
        self.issue(self.licence.replace("expires", "expired"))
        self.refused("it expired on ")

    def test_a_licence_for_another_application_is_refused(self):
        self.issue(self.licence.replace("com.example.app", "com.example.other"))
        self.refused("it is for another application")

    def test_tables_that_the_environment_names_are_refused(self):
        said = self.refused("hwident does not confirm that it is for this machine", "other",
                            HWIDENT_TABLES=str(self.folder / "here"))
        self.assertIn("hwident: PROVENANCE: ", said)


if __name__ == "__main__":
    main()
