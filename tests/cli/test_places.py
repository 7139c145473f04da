# The usual places: their order, what makes their files the kernel's, and product_uuid beside them.
# SPDX-License-Identifier: MIT
import itertools
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from hwident import HWIDENT, Case, alone, needs_root
import tables
from closing import main
from mounts import needs_mounts

PLACES = ("sys/firmware/dmi/tables", "rootfs/sys/firmware/dmi/tables",
          "host/sys/firmware/dmi/tables", "run/hwident/tables")
COPY = PLACES[-1]
BOOT_ID = "proc/sys/kernel/random/boot_id"
UUIDS = [bytes([0x5A, n]) + bytes(range(0x31, 0x3F)) for n in range(len(PLACES))]
# strace answers fstatfs with sysfs, which nothing but the kernel's own can be.
SYSFS = ("strace", "-f", "-qq", "-o", "/dev/null", "-e",
         "inject=fstatfs:poke_exit=@arg2=7265656200000000")


def can_answer():
    """Debian 11's strace, 5.10, can't write into a process."""
    try:
        return subprocess.run([*SYSFS, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


needs_sysfs = unittest.skipUnless(can_answer(), "needs strace 5.11, which can write into a process")


def text(uuid):
    """How `get` prints it."""
    digits = (uuid[3::-1] + uuid[5:3:-1] + uuid[7:5:-1] + uuid[8:]).hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


@alone
@needs_root
class Rooted(Case):
    """self.folder is the root folder of what is run."""

    def setUp(self):
        super().setUp()
        shutil.copy(HWIDENT, self.folder / "hwident")
        boot_id = self.folder / BOOT_ID
        boot_id.parent.mkdir(parents=True)
        shutil.copy("/" + BOOT_ID, boot_id)

    def place(self, place, uuid):
        folder = tables.write_folder(self.folder / place, tables.table(
            tables.bios(), tables.system(uuid), tables.board(), tables.chassis()))
        if place == COPY:
            shutil.copy("/" + BOOT_ID, folder / "boot_id")
        return folder

    def in_root(self, *arguments, before=()):
        return subprocess.run([*before, "chroot", self.folder, "/hwident", *map(str, arguments)],
                              capture_output=True, text=True, timeout=60,
                              env={"PATH": os.environ["PATH"]})


class Order(Rooted):
    def test_the_first_place_that_has_tables_is_the_answer(self):
        """Whichever others have some, too."""
        for size in range(1, len(PLACES) + 1):
            for there in itertools.combinations(range(len(PLACES)), size):
                for n in there:
                    self.place(PLACES[n], UUIDS[n])
                with self.subTest(there=[PLACES[n] for n in there]):
                    done = self.in_root("get", "system-uuid")
                    self.assertEqual((done.returncode, done.stdout, done.stderr),
                                     (0, text(UUIDS[there[0]]) + "\n", ""))
                for n in there:
                    shutil.rmtree(self.folder / PLACES[n])

    @needs_sysfs
    def test_descriptors_come_before_the_places_and_a_folder_before_descriptors(self):
        self.place(PLACES[0], UUIDS[0])
        descriptors = self.place("descriptors", UUIDS[1])
        self.place("named", UUIDS[2])
        opened = [os.open(descriptors / name, os.O_RDONLY) for name in ("smbios_entry_point", "DMI")]
        for descriptor in opened:
            self.addCleanup(os.close, descriptor)
        environment = {"PATH": os.environ["PATH"], "HWIDENT_FDS": ",".join(map(str, opened))}
        for more, uuid in (({}, UUIDS[1]), ({"HWIDENT_TABLES": "/named"}, UUIDS[2])):
            done = subprocess.run([*SYSFS, "chroot", self.folder, "/hwident", "get", "system-uuid"],
                                  env={**environment, **more}, pass_fds=opened, text=True,
                                  capture_output=True, timeout=60)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, text(uuid) + "\n", ""))


@needs_sysfs
class Kernel(Rooted):
    def setUp(self):
        super().setUp()
        self.tables = self.place(PLACES[0], UUIDS[0])

    @needs_mounts
    def test_both_files_are_on_one_sysfs(self):
        """A file that was mounted over one of the two is on another device."""
        kernel_only = ("--kernel-only", "get", "system-uuid")
        self.assertEqual(self.in_root(*kernel_only, before=SYSFS).stdout, text(UUIDS[0]) + "\n")
        self.assertEqual(self.in_root(*kernel_only).returncode, 6)
        for name in ("smbios_entry_point", "DMI"):
            done = self.in_root(*kernel_only, before=(
                *SYSFS, "unshare", "-m", "sh", "-ec",
                'mount -t tmpfs none "$0"; cp "$1" "$0"; mount --bind "$0/$2" "$1"; shift 2; exec "$@"',
                self.folder / "proc", self.tables / name, name))
            self.assertEqual((done.returncode, done.stdout), (6, ""), done.stderr)
            self.assertIn("PROVENANCE", done.stderr)

    def with_product_uuid(self, content, *arguments):
        attribute = self.folder / "sys/class/dmi/id/product_uuid"
        attribute.parent.mkdir(parents=True, exist_ok=True)
        attribute.unlink(missing_ok=True)
        if content is not None:
            attribute.write_text(content)
        return self.in_root(*arguments, before=SYSFS)

    def test_product_uuid_of_this_machine_in_either_order(self):
        other_order = UUIDS[0].hex()
        for content in (text(UUIDS[0]) + "\n", text(UUIDS[0]).upper() + "\n", other_order + "\n", None):
            for command in (["summary"], ["code", "--app", "com.example.app"], ["explain"],
                            ["match", text(UUIDS[0])]):
                done = self.with_product_uuid(content, *command)
                self.assertEqual((done.returncode, done.stderr), (0, ""), (content, command))

    def test_product_uuid_of_another_machine(self):
        for content in (text(UUIDS[1]) + "\n", text(UUIDS[0])[:-1] + "0\n", "made up\n", ""):
            for command in (["summary"], ["code", "--app", "com.example.app"], ["explain"],
                            ["match", text(UUIDS[0])], ["summary", "--json"],
                            ["code", "--app", "com.example.app", "--json"]):
                with self.subTest(content=content, command=command):
                    done = self.with_product_uuid(content, *command)
                    self.assertEqual(done.returncode, 6)
                    self.assertIn("MADEUP", done.stdout + done.stderr)
                    done = self.with_product_uuid(content, "--ignore-product-uuid", *command)
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
            # Commands that make no identity of the table still print what it says.
            self.assertEqual(self.with_product_uuid(content, "get", "system-uuid").stdout,
                             text(UUIDS[0]) + "\n")


if __name__ == "__main__":
    main()
