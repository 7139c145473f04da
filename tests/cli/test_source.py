# Where tables come from, and every way in which that goes wrong.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import shutil
import subprocess
import time

from hwident import HWIDENT, USER, Case, alone, needs_root
import mounts
import tables
from closing import main

GET = ("get", "system-uuid")


# What an engine hides, on a machine that has SMBIOS or is made to look as if it had. A bare system
# in a folder may have an empty /sys.
FIRMWARE = "[ -d /sys/firmware ] || mount -t sysfs none /sys; "
MASK = (FIRMWARE + "mount -t tmpfs none /sys/firmware; "
        "[ -d /sys/class/dmi ] || { mount -t tmpfs none /sys/class; mkdir /sys/class/dmi; }")


class Source(Case):
    def tables(self, *structures, entry_point=None, name="tables"):
        return tables.write_folder(self.folder / name, tables.table(*structures), entry_point)

    def test_a_folder_that_is_named(self):
        folder = self.tables()
        self.assertEqual(self.good("--tables", folder, *GET), tables.UUID_LE + "\n")
        self.assertEqual(self.good(*GET, env={"HWIDENT_TABLES": str(folder)}),
                         tables.UUID_LE + "\n")

    def test_a_named_folder_is_final(self):
        good = str(self.tables())
        self.bad(8, "MISSING", "--tables", self.folder / "none", *GET, env={"HWIDENT_TABLES": good})
        self.assertIn("$HWIDENT_TABLES: /", self.bad(
            8, "MISSING", *GET, env={"HWIDENT_TABLES": str(self.folder / "none")}))

    def test_a_named_folder_must_be_a_folder_with_tables(self):
        os.mkfifo(self.folder / "fifo")
        self.bad(8, "MISSING", "--tables", self.folder / "none", *GET)
        self.bad(8, "NOTREG", "--tables", self.file("file"), *GET)
        self.bad(8, "NOTREG", "--tables", self.folder / "fifo", *GET)
        self.bad(8, "MISSING", "--tables", self.folder, *GET)
        self.bad(8, "MISSING", "--tables", "x" * 5000, *GET)
        for option in ("--tables", "--from"):
            self.assertIn('"": nothing is named', self.bad(8, "MISSING", option, "", *GET))

    def test_tables_must_be_regular_files(self):
        for name in ("DMI", "smbios_entry_point"):
            for make in (os.mkfifo, os.mkdir, lambda path: os.symlink("/dev/zero", path)):
                folder = self.tables()
                (folder / name).unlink()
                make(folder / name)
                before = time.monotonic()
                self.bad(8, "NOTREG", "--tables", folder, *GET)
                self.assertLess(time.monotonic() - before, 1)
                subprocess.run(["rm", "-r", folder], check=True)

    def test_empty_and_enormous_files(self):
        for name in ("DMI", "smbios_entry_point"):
            folder = self.tables()
            (folder / name).write_bytes(b"")
            self.bad(7, "BADTABLE", "--tables", folder, *GET)
            os.truncate(folder / name, 1 << 40)
            before = time.monotonic()
            self.bad(7, "BADTABLE", "--tables", folder, *GET)
            self.assertLess(time.monotonic() - before, 1)

    def test_an_entry_point_that_announces_nothing(self):
        for entry_point in (tables.sm(0, 5), tables.sm3(0)):
            folder = tables.write_folder(self.folder / "t", tables.table(), entry_point)
            self.assertIn("no bytes", self.bad(7, "BADTABLE", "--tables", folder, *GET))

    def test_bounds_of_both_entry_points(self):
        data = tables.table(tables.system())
        for entry_point, most in ((tables.sm(len(data), 1), 1 << 16),
                                  (tables.sm3(0xFFFFFFFF), 1 << 24)):
            folder = tables.write_folder(self.folder / "t", data, entry_point)
            os.truncate(folder / "DMI", most)
            self.good("--tables", folder, *GET)
            os.truncate(folder / "DMI", most + 1)
            self.bad(7, "BADTABLE", "--tables", folder, *GET)

    def test_a_broken_entry_point_is_exit_7(self):
        data = tables.table()
        good = tables.sm(len(data), 5)
        for entry_point in (good[:-1], b"\0" * 31, good[:4] + b"\1" + good[5:], b"_SM_",
                            tables.sm3(99)[:-1] + b"\1", good + b"\0" * 9):
            folder = tables.write_folder(self.folder / "t", data, entry_point)
            self.bad(7, "BADTABLE", "--tables", folder, *GET)

    def test_every_entry_point_of_the_field(self):
        data = tables.table()
        for entry_point in ([tables.sm(len(data), 5, length=n) for n in (0x1E, 0x1F, 0x20)] +
                            [tables.sm3(len(data), length=n) for n in range(0x18, 0x21)]):
            folder = tables.write_folder(self.folder / "t", data, entry_point)
            self.assertEqual(self.good("--tables", folder, *GET), tables.UUID_LE + "\n")

    def test_a_table_that_breaks(self):
        broken = b"\5\3\0\0\0\0"
        before = self.tables(tables.bios(), broken, tables.system(),
                             entry_point=tables.sm(400, 9), name="before")
        message = self.bad(7, "BADTABLE", "--tables", before, *GET)
        self.assertIn(f"offset 0x{len(tables.bios()):X}, structure 1", message)
        behind = self.tables(tables.bios(), tables.system(), broken,
                             entry_point=tables.sm(400, 9), name="behind")
        self.assertEqual(self.good("--tables", behind, *GET), tables.UUID_LE + "\n")
        self.bad(7, "BADTABLE", "--tables", behind, "get", "chassis-type")

    def test_every_cut_of_a_table_is_an_answer_or_an_error(self):
        data = tables.table()
        whole = data.index(tables.system()) + len(tables.system())
        for size in range(1, len(data)):
            folder = tables.write_folder(self.folder / "t", data[:size], tables.sm(len(data), 5))
            done = self.run_hwident("--tables", folder, *GET)
            if size < whole:
                self.assertIn(done.returncode, (1, 7))
                self.assertEqual(done.stdout, "")
            else:
                self.assertEqual((done.returncode, done.stdout), (0, tables.UUID_LE + "\n"))

    @needs_root
    def test_a_closed_file_is_exit_4_with_owner_and_mode(self):
        folder = self.tables()
        for name in ("DMI", "smbios_entry_point"):
            (folder / name).chmod(0o400)
        message = self.bad(4, "PERMISSION", "--tables", folder, *GET, user=USER, group=USER,
                           extra_groups=[])
        self.assertIn("owner 0:0, mode 0400, read as uid 1000", message)
        self.assertIn("hwident-prepare", message)
        folder.chmod(0o700)
        message = self.bad(4, "PERMISSION", "--tables", folder, *GET, user=USER, group=USER,
                           extra_groups=[])
        self.assertIn("can't be searched", message)

    def test_dmi_alone_gives_a_uuid_if_it_tells_its_version(self):
        evidence = tables.structure(43, bytes(20), handle=9)
        for structures, version_from in (((tables.system(),), None), ((tables.system(), evidence),
                                                                     "evidence")):
            folder = self.tables(*structures)
            (folder / "smbios_entry_point").unlink()
            if version_from:
                report = self.good_json("--tables", folder, *GET)
                self.assertEqual(report["values"]["system-uuid"], tables.UUID_LE)
                self.assertEqual(report["source"]["version_from"], version_from)
                continue
            message = self.bad(4, "VERSION", "--tables", folder, *GET)
            self.assertIn("--assume-version", message)
            self.assertIn("smbios_entry_point", message)
            self.assertEqual(self.good("--tables", folder, "get", "sys_vendor"), "Maker\n")
            for version, uuid in (("2.5", tables.UUID_BE), ("2.6", tables.UUID_LE),
                                  ("3.0.0", tables.UUID_LE)):
                self.assertEqual(self.good("--tables", folder, "--assume-version", version, *GET),
                                 uuid + "\n")
            for version in ("", "x", "2.", "2.6.1.1", "256.1", "0.1", "2.6x"):
                self.bad(2, "USAGE", "--tables", folder, "--assume-version", version, *GET)

    def test_an_assumed_version_beside_an_entry_point_is_ignored(self):
        done = self.run_hwident("--tables", self.tables(), "--assume-version", "2.3", *GET)
        self.assertEqual((done.returncode, done.stdout), (0, tables.UUID_LE + "\n"))
        self.assertRegex(done.stderr, r"\Ahwident: note: the assumed version is ignored[^\n]*\n\Z")

    def test_an_assumed_version_beside_evidence_is_ignored(self):
        folder = self.tables(tables.system(), tables.structure(43, bytes(20), handle=9))
        (folder / "smbios_entry_point").unlink()
        done = self.run_hwident("--tables", folder, "--assume-version", "2.3", *GET)
        self.assertEqual((done.returncode, done.stdout), (0, tables.UUID_LE + "\n"))
        self.assertRegex(done.stderr, r"\Ahwident: note: the assumed version is ignored[^\n]*\n\Z")

    def test_kernel_only_refuses_files(self):
        self.bad(6, "PROVENANCE", "--kernel-only", "--tables", self.tables(), *GET)

    def test_descriptors_that_are_not_the_kernels(self):
        folder = self.tables()
        dmi = os.open(folder / "DMI", os.O_RDONLY)
        entry_point = os.open(folder / "smbios_entry_point", os.O_RDONLY)
        self.addCleanup(os.close, dmi)
        self.addCleanup(os.close, entry_point)
        for value in (f"{entry_point},{dmi}", "900,901", "", "3", "3,", ",4", "03,4", "3,4,5",
                      "3, 4", "-1,4", "99999999999,4", "3,4 "):
            done = self.run_hwident(*GET, env={"HWIDENT_FDS": value},
                                    pass_fds=(dmi, entry_point))
            self.assertIn("HWIDENT_FDS", done.stderr)
            self.assertNotIn(tables.UUID_LE, done.stdout)

    @alone
    @needs_root
    def test_raised_privileges_ignore_the_environment(self):
        folder = self.tables()
        program = self.folder / "hwident"
        shutil.copy(HWIDENT, program)
        for owner, mode in ((1001, 0o4755), (1001, 0o2755), (USER, 0o6755)):
            os.chown(program, owner, owner)
            program.chmod(mode)
            for name in ("HWIDENT_TABLES", "HWIDENT_FDS"):
                done = subprocess.run([program, *GET], user=USER, group=USER, extra_groups=[],
                                      env={name: str(folder)}, capture_output=True, text=True)
                ignored = owner != USER
                self.assertEqual("ignored: privileges are raised" in done.stderr, ignored)
                self.assertEqual(done.stdout == tables.UUID_LE + "\n",
                                 not ignored and name == "HWIDENT_TABLES")
            done = subprocess.run([program, "--tables", folder, *GET], user=USER, group=USER,
                                  extra_groups=[], env={}, capture_output=True, text=True)
            self.assertEqual((done.stdout, done.stderr), (tables.UUID_LE + "\n", ""))

    @alone
    def test_a_file_that_changes_while_it_is_read(self):
        folder = self.tables()
        for injection in ("pread64:retval=0:when=1", "pread64:retval=0:when=3",
                          "pread64:retval=1:when=2", "pread64:retval=1:when=4"):
            self.bad(8, "CHANGED", "--tables", folder, *GET,
                     before=("strace", "-qq", "-o", "/dev/null", "-e", "inject=" + injection))

    @alone
    def test_interrupted_and_failing_reads(self):
        folder = self.tables()
        strace = ("strace", "-qq", "-o", "/dev/null", "-e")
        self.assertEqual(self.good("--tables", folder, *GET, before=(
            *strace, "inject=pread64:error=EINTR:when=1+2")), tables.UUID_LE + "\n")
        self.bad(8, "IO", "--tables", folder, *GET, before=(*strace, "inject=pread64:error=EIO"))

    def test_a_call_that_fails_is_an_error_and_no_reason_to_look_elsewhere(self):
        folder = self.tables()
        for name in ("DMI", "smbios_entry_point"):
            self.bad(8, "IO", "--tables", folder, "get", "sys_vendor", before=(
                "strace", "-qq", "-o", "/dev/null", "-P", folder / name, "-e",
                "inject=open,openat:error=EMFILE"))

    @needs_root
    def test_a_copy_of_this_boot_and_of_another(self):
        folder = self.tables()
        boot_id = pathlib.Path("/proc/sys/kernel/random/boot_id").read_text()
        (folder / "boot_id").write_text(boot_id)
        self.assertEqual(self.good_json("--tables", folder, *GET)["source"]["provenance"], "copy")
        (folder / "DMI").chmod(0o666)
        self.assertEqual(self.good_json("--tables", folder, *GET)["source"]["provenance"], "file")
        (folder / "boot_id").write_text("0" * 8 + boot_id[8:])
        self.assertIn("another boot", self.bad(6, "STALE", "--tables", folder, *GET))
        for text in ("", boot_id[:-2], boot_id + "x"):
            (folder / "boot_id").write_text(text)
            self.assertIn("can't be compared", self.bad(6, "STALE", "--tables", folder, *GET))

    def test_a_dump_is_read_wherever_its_table_is(self):
        data = tables.table()
        dump = self.file("dump", tables.dump(data))
        self.assertEqual(self.good("--from", dump, *GET), tables.UUID_LE + "\n")
        moved = tables.sm(len(data), 5, address=0x100).ljust(0x100, b"\0") + data
        self.assertEqual(self.good("--from", self.file("moved", moved), *GET),
                         tables.UUID_LE + "\n")
        for data, tag, code in ((b"", "BADTABLE", 7), (b"hello", "BADTABLE", 7),
                                (dump.read_bytes()[:32], "BADTABLE", 7),
                                (dump.read_bytes()[:20], "BADTABLE", 7),
                                (tables.sm(99, 5, address=4).ljust(99, b"\0"), "BADTABLE", 7),
                                (tables.sm(0, 5).ljust(99, b"\0"), "BADTABLE", 7)):
            self.bad(code, tag, "--from", self.file("bad", data), *GET)
        self.assertIn("name a file", self.bad(8, "MISSING", "--from", self.folder / "none", *GET))
        self.bad(8, "NOTREG", "--from", self.folder, *GET)
        self.bad(2, "USAGE", "--from", dump, "--tables", self.folder, *GET)

    @needs_root
    def test_a_dump_without_permission_is_no_case_for_the_preparer(self):
        dump = self.file("dump", tables.dump(tables.table()))
        dump.chmod(0o400)
        message = self.bad(4, "PERMISSION", "--from", dump, *GET, user=USER, group=USER,
                           extra_groups=[])
        self.assertIn("read the file", message)
        self.assertNotIn("hwident-prepare", message)


class Container(Case):
    """What a container engine does to /sys, in a mount namespace."""

    def in_namespace(self, script, *arguments):
        if not mounts.allowed():
            self.skipTest(mounts.REFUSED)
        return subprocess.run([*mounts.APART, "sh", "-ec", script + '\nexec "$@"', "sh", HWIDENT,
                               *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, timeout=60, env={"PATH": os.environ["PATH"]})

    def expect(self, script, code, words, *arguments):
        done = self.in_namespace(script, *arguments)
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        self.assertIn(words, done.stderr)

    def test_hidden_tables_are_exit_6_with_the_mount_that_helps(self):
        self.expect(MASK, 6, "MASKED", *GET)
        self.expect(MASK, 6, "-v /sys/firmware/dmi/tables:/rootfs/sys/firmware/dmi/tables", *GET)
        self.expect("mount -t tmpfs none /sys", 6, "NOSYS", *GET)

    def test_a_machine_without_smbios_comes_before_a_mask(self):
        self.expect(FIRMWARE + "mount -t tmpfs none /sys/firmware; "
                    "[ ! -d /sys/class/dmi ] || mount -t tmpfs none /sys/class", 3, "NODMI", *GET)

    @alone
    @needs_root
    def test_a_mounted_place_is_found_and_an_empty_one_hides_nothing(self):
        shutil.copy(HWIDENT, self.folder / "hwident")
        (self.folder / "sys/firmware/dmi/tables").mkdir(parents=True)
        for place in ("host", "rootfs"):
            folder = tables.write_folder(self.folder / place / "sys/firmware/dmi/tables",
                                         tables.table())
            done = subprocess.run(["chroot", self.folder, "/hwident", "get", "system-uuid"],
                                  capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
            self.assertEqual((done.returncode, done.stdout, done.stderr),
                             (0, tables.UUID_LE + "\n", ""))
            for path in folder.iterdir():
                path.unlink()

    @alone
    @needs_root
    def test_permission_is_reported_before_what_is_hidden(self):
        shutil.copy(HWIDENT, self.folder / "hwident")
        folder = tables.write_folder(self.folder / "host/sys/firmware/dmi/tables", tables.table())
        for names, code, tag in ((["DMI", "smbios_entry_point"], 4, "PERMISSION"),
                                 (["smbios_entry_point"], 4, "VERSION")):
            for name in ("DMI", "smbios_entry_point"):
                (folder / name).chmod(0o400 if name in names else 0o444)
            done = subprocess.run(["chroot", "--userspec=1000:1000", self.folder, "/hwident",
                                   "get", "system-uuid"], capture_output=True, text=True,
                                  env={"PATH": os.environ["PATH"]})
            self.assertEqual((done.returncode, done.stdout), (code, ""))
            self.assertIn(tag, done.stderr)

    @alone
    @needs_root
    def test_an_empty_name_is_not_the_root_folder(self):
        shutil.copy(HWIDENT, self.folder / "hwident")
        tables.write_folder(self.folder, tables.table())
        done = subprocess.run(["chroot", self.folder, "/hwident", "get", "system-uuid"],
                              capture_output=True, text=True,
                              env={"PATH": os.environ["PATH"], "HWIDENT_TABLES": ""})
        self.assertEqual((done.returncode, done.stdout), (8, ""))
        self.assertIn('"": nothing is named', done.stderr)

    def in_root(self, key):
        """What `get` says with self.folder as the root folder."""
        shutil.copy(HWIDENT, self.folder / "hwident")
        return subprocess.run(["chroot", self.folder, "/hwident", "get", key], text=True,
                              capture_output=True, env={"PATH": os.environ["PATH"]})

    @alone
    @needs_root
    def test_dmi_alone_is_the_last_resort(self):
        """Nearer places may have it alone; the first that has both is asked."""
        evidence = tables.table(tables.system(), tables.structure(43, bytes(20), handle=9))
        alone = tables.write_folder(self.folder / "rootfs/sys/firmware/dmi/tables", evidence)
        (alone / "smbios_entry_point").unlink()
        both = tables.write_folder(self.folder / "host/sys/firmware/dmi/tables", tables.table())
        for key, code in (("chassis-type", 0), ("system-uuid", 0)):
            self.assertEqual(self.in_root(key).returncode, code)
        (both / "smbios_entry_point").unlink()
        for key, code in (("chassis-type", 1), ("system-uuid", 0)):
            self.assertEqual(self.in_root(key).returncode, code)

    @alone
    @needs_root
    def test_a_copy_for_another_group_is_a_matter_of_permission(self):
        tables.write_folder(self.folder / "run/hwident/tables", tables.table())
        os.chown(self.folder / "run/hwident/tables", 0, 1001)
        (self.folder / "run/hwident/tables").chmod(0o750)
        shutil.copy(HWIDENT, self.folder / "hwident")
        done = subprocess.run(["chroot", "--userspec=1000:1000", self.folder, "/hwident", "get",
                               "system-uuid"], capture_output=True, text=True,
                              env={"PATH": os.environ["PATH"]})
        self.assertEqual((done.returncode, done.stdout), (4, ""))
        self.assertIn("PERMISSION: /run/hwident/tables/DMI", done.stderr)

    def test_the_copy_is_root_s_and_of_this_boot(self):
        copy = tables.write_folder(self.folder / "copy", tables.table())
        boot_id = pathlib.Path("/proc/sys/kernel/random/boot_id").read_text()
        mounted = (f"{MASK}; mount -t tmpfs none /run && "
                   f"mkdir -p /run/hwident && cp -a {copy} /run/hwident/tables")
        for text, mode, words in ((boot_id, 0o444, ""), (None, 0o444, "skipped"),
                                  ("0" * 8 + boot_id[8:], 0o444, "another boot.*: skipped"),
                                  (boot_id, 0o666, "writable by others: skipped")):
            (copy / "boot_id").unlink(missing_ok=True)
            if text:
                (copy / "boot_id").write_text(text)
            (copy / "DMI").chmod(mode)
            done = self.in_namespace(mounted, "--json", *GET)
            report = json.loads(done.stdout)
            if words:
                self.assertEqual((done.returncode, report["error"]["tag"]), (6, "MASKED"))
                self.assertRegex(done.stderr, f"note: /run/hwident/tables: .*{words}\n")
            else:
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual(report["source"]["provenance"], "copy")

    @alone
    @needs_root
    def test_a_malformed_pair_ends_the_search(self):
        shutil.copy(HWIDENT, self.folder / "hwident")
        tables.write_folder(self.folder / "host/sys/firmware/dmi/tables", tables.table())
        tables.write_folder(self.folder / "rootfs/sys/firmware/dmi/tables", tables.table(), b"bad")
        done = subprocess.run(["chroot", self.folder, "/hwident", "get", "system-uuid"],
                              capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
        self.assertEqual((done.returncode, done.stdout), (7, ""))

    @alone
    def test_a_copy_counts_in_memory_and_on_the_file_system_of_the_root(self):
        """An ordinary user may mount FUSE, and on some machines overlays and disks of his own."""
        copy = tables.write_folder(self.folder / "tables", tables.table())
        (copy / "boot_id").write_text(pathlib.Path("/proc/sys/kernel/random/boot_id").read_text())
        memory, other = self.folder / "memory", self.folder / "other"
        for folder in (memory, other):
            folder.mkdir()
        overlay = (f"mkdir {memory}/up {memory}/work; mount -t overlay none -o "
                   f"lowerdir={copy},upperdir={memory}/up,workdir={memory}/work {other}")
        for mount, folder, provenance in (
                ("true", copy, "copy"),
                (f"cp -a {copy}/* {memory}", memory, "copy"),
                (f"mount -t ramfs none {other}; chmod 755 {other}; cp -a {copy}/* {other}", other, "copy"),
                (f"mount --bind {copy} {other}", other, "copy"),
                (overlay, other, "file"),
                (f"bindfs --force-user=0 --force-group=0 {copy} {other}", other, "file")):
            with self.subTest(mount=mount):
                if "bindfs" in mount and not os.access("/dev/fuse", os.W_OK):
                    self.skipTest("no /dev/fuse")
                done = self.in_namespace(f"mount -t tmpfs -o mode=755 none {memory}; {mount}", "--json",
                                         "--tables", folder, *GET)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(json.loads(done.stdout)["source"]["provenance"], provenance)

    def test_explain_tells_places_and_remedy(self):
        done = self.in_namespace(MASK, "explain")
        self.assertEqual(done.returncode, 6)
        self.assertIn("Problem   MASKED", done.stdout)
        self.assertIn("/rootfs/sys", done.stdout)


if __name__ == "__main__":
    main()
