# Which files are opened up, which never are, and what happens when a call fails.
# This machine need not have tables: where a test needs sysfs, strace changes fstatfs's answer.
# tests/vm/stories/prepare-* do the same with a real kernel's files.
# SPDX-License-Identifier: MIT
import ctypes
import os
import pathlib
import re
import shutil
import socket
import struct
import subprocess
import threading
import time

from prepare import EXECUTED, PREPARE, SHOW, Case, identity
from closing import main
from mounts import needs_user_namespace
import tables

CLOSED, GROUP_ONLY, OPEN = (0o400, 0, 0), (0o440, 0, 1000), (0o444, 0, 0)
NAMES = ("smbios_entry_point", "DMI")


def allow_everything():
    """A seccomp filter that allows every call: seccomp(2), with one BPF instruction."""
    allow = struct.pack("<HBBI", 0x06, 0, 0, 0x7FFF0000)
    code = ctypes.create_string_buffer(allow, len(allow))
    program = struct.pack("@HP", 1, ctypes.addressof(code))
    if ctypes.CDLL(None).prctl(22, 2, program, 0, 0) != 0:
        raise OSError("prctl(PR_SET_SECCOMP)")


class Tables(Case):
    def state(self, folder, name):
        st = (folder / name).stat()
        return st.st_mode & 0o7777, st.st_uid, st.st_gid

    def states(self, folder):
        return [self.state(folder, name) for name in NAMES]

    def reset(self, folder):
        for name in NAMES:
            os.chown(folder / name, 0, 0)
            (folder / name).chmod(0o400)

    def traced(self, *arguments, injections=()):
        """The finished process, and the calls that it made before it executed the command."""
        trace = self.folder / "trace"
        done = self.prepare(*arguments, before=self.strace(*injections, trace=trace, sysfs=True))
        text = trace.read_text()
        return done, text[text.find("poll("):]

    def refused(self, tag, folder, *arguments, **keywords):
        """Only a warning, but an error with --require; the files stay as they were."""
        before = {path.name: (path.lstat().st_mode, path.lstat().st_uid, path.lstat().st_gid)
                  for path in folder.iterdir()}
        words = ["--tables", folder, *arguments]
        self.assertEqual(self.good(*words, *EXECUTED, says=f"{tag}: ", **keywords), "executed\n")
        message = self.bad(tag, "--require", *words, *EXECUTED, **keywords)
        self.assertEqual({path.name: (path.lstat().st_mode, path.lstat().st_uid,
                                      path.lstat().st_gid) for path in folder.iterdir()}, before)
        return message


class Good(Tables):
    def test_chmod(self):
        folder = self.tables()
        self.good("--tables", folder, says="OPENED: ", before=self.strace(sysfs=True))
        self.assertEqual(self.states(folder), [OPEN, OPEN])

    def test_chmod_adds_bits_and_removes_none(self):
        folder = self.tables()
        (folder / "DMI").chmod(0o620)
        self.good("--tables", folder, says="OPENED: ", before=self.strace(sysfs=True))
        self.assertEqual(self.states(folder), [OPEN, (0o664, 0, 0)])

    def test_read_only(self):
        folder = self.tables()
        mounts = f"mount --bind {folder} {folder}; mount -o remount,bind,ro {folder}\n"
        sysfs = self.strace(sysfs="first")
        for words in ([], ["--grant", "group:1000"]):
            message = self.bad("READONLY", "--tables", folder, "--require", *words, *EXECUTED,
                               mounts=mounts, before=sysfs)
            self.assertIn("copy", message)
        self.good("--tables", folder, "--require", "--grant", "fd", *EXECUTED, mounts=mounts,
                  before=sysfs)
        for name in NAMES:
            (folder / name).chmod(0o444)
        self.good("--tables", folder, "--require", *EXECUTED, mounts=mounts, before=sysfs)

    def test_hidden(self):
        hide = ("mount -t tmpfs tmpfs /sys/firmware\n"
                "[ -d /sys/class/dmi ] || { mount -t tmpfs tmpfs /sys/class; mkdir /sys/class/dmi; }\n")
        message = self.bad("MASKED", "--require", *EXECUTED, mounts=hide)
        self.assertIn("-v /sys/firmware/dmi/tables:/rootfs/sys/firmware/dmi/tables", message)
        self.bad("NOSYS", "--require", *EXECUTED, mounts="mount -t tmpfs tmpfs /sys\n")
        self.assertEqual(self.good(*EXECUTED, says="MASKED: ", mounts=hide), "executed\n")

    def test_a_mask_on_a_machine_without_tables(self):
        mounts = ("mount -t tmpfs tmpfs /sys/firmware\n"
                  "[ ! -d /sys/class/dmi ] || mount -t tmpfs tmpfs /sys/class\n")
        self.bad("NODMI", "--require", *EXECUTED, mounts=mounts)

    def test_no_tables_on_this_machine(self):
        if os.path.exists("/sys/class/dmi"):
            self.skipTest("this machine has SMBIOS tables")
        self.assertEqual(self.good(*EXECUTED, says="NODMI: "), "executed\n")
        self.bad("NODMI", "--require", *EXECUTED)

    def test_a_filter(self):
        """If the process has a seccomp filter, EPERM is attributed to the filter."""
        folder = self.tables()
        self.refused("SECCOMP", folder, preexec_fn=allow_everything,
                     before=self.strace("fchmod:error=EPERM", sysfs=True))

    @needs_user_namespace
    def test_root_of_a_user_namespace(self):
        folder = self.tables()
        message = self.bad("USERNS", "--tables", folder, "--require", *EXECUTED,
                           program=self.for_everybody(),
                           before=["setpriv", "--reuid", "1000", "--regid", "1000",
                                   "--clear-groups", "unshare", "--user", "--map-root-user"])
        self.assertIn("host's root owns this file", message)

    def test_group(self):
        folder = self.tables()
        self.good("--tables", folder, "--grant", "group:1000", says="OPENED: ",
                  before=self.strace(sysfs=True))
        self.assertEqual(self.states(folder), [GROUP_ONLY, GROUP_ONLY])

    def test_the_group_must_be_one_of_the_targets(self):
        folder = self.tables()
        words = ["--tables", folder, "--user", "1000:1000"]
        message = self.bad("BADUSER", *words, "--grant", "group:44", *EXECUTED,
                           before=self.strace(sysfs=True))
        self.assertIn("--add-group 44", message)
        self.assertEqual(self.states(folder), [CLOSED, CLOSED])
        self.good(*words, "--grant", "group:44", "--add-group", "44", *EXECUTED, says="OPENED: ",
                  before=self.strace(sysfs=True))
        self.assertEqual(self.states(folder), [(0o440, 0, 44)] * 2)
        message = self.prepare(*words, "--grant", "group", *EXECUTED,
                               before=self.strace(sysfs=True)).stderr
        self.assertIn("no longer by group 44", message)
        self.assertEqual(self.states(folder), [GROUP_ONLY, GROUP_ONLY])

    def test_only_the_file_that_needs_it_is_changed(self):
        for name in NAMES:
            folder = self.tables()
            (folder / name).chmod(0o444)
            done, calls = self.traced("--tables", folder)
            self.assertEqual(done.returncode, 0)
            self.assertEqual(calls.count("fchmod("), 1)
            self.assertEqual(self.states(folder), [OPEN, OPEN])

    def test_files_that_are_open_enough_are_left_alone(self):
        folder = self.tables()
        for words, change in (([], OPEN), (["--grant", "group:1000"], GROUP_ONLY),
                              (["--restore"], CLOSED)):
            for name in NAMES:
                os.chown(folder / name, *change[1:])
                (folder / name).chmod(change[0])
            done, calls = self.traced("--tables", folder, *words)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertNotRegex(calls, "chmod|chown")

    def test_no_more_is_read_than_needed(self):
        """A page at first, then twice as much each time."""
        oem = tables.structure(200, bytes(250))
        for before, pages in ((1, 1), (20, 2), (40, 4)):
            data = tables.table(*[oem] * before, tables.system(), *[oem] * 1000, tables.end())
            folder = self.tables(data, tables.sm3(len(data)))
            done, calls = self.traced("--tables", folder)
            self.assertEqual(self.states(folder), [OPEN, OPEN], done.stderr)
            sizes = [int(size) for size in re.findall(r"(?m)^pread64\(.*, (\d+), \d+\) *=", calls)]
            self.assertEqual(sum(sizes[2:]), pages * 4096)  # the first two are the entry point's
            self.reset(folder)

    def test_a_type_1_far_in(self):
        many = [tables.structure(200, bytes(250)) for _ in range(200)]
        self.assertTrue(self.opened(tables.table(*many, tables.system(), tables.end())))

    def opened(self, data, entry_point=None):
        folder = self.tables(data, entry_point)
        self.prepare("--tables", folder, before=self.strace(sysfs=True))
        found = self.states(folder)
        self.assertIn(found, ([OPEN, OPEN], [CLOSED, CLOSED]))
        self.reset(folder)
        return found == [OPEN, OPEN]

    def test_only_smbios_tables_are_opened(self):
        good = tables.table()
        system = len(tables.bios()) + len(tables.system())
        ep = tables.sm(len(good), 5)
        self.assertTrue(self.opened(good))
        self.assertTrue(self.opened(good, tables.sm3(len(good))))
        self.assertTrue(self.opened(good, tables.sm3(1 << 20)))
        # Tables that are broken after the system information are common.
        self.assertTrue(self.opened(good[:system], tables.sm(len(good), 5)))
        self.assertTrue(self.opened(good[:system] + b"\x02\x01\x00\x00", tables.sm(len(good), 5)))
        self.assertTrue(self.opened(good[:-2], ep))
        # Longer than the entry point says. Shorter is allowed: the kernel shows such tables.
        self.assertFalse(self.opened(good + b"\0", ep))
        # A bad entry point.
        self.assertFalse(self.opened(good, b"_SM_" + ep[4:10] + b"\xff" + ep[11:]))
        self.assertFalse(self.opened(good, b"_XX_" + ep[4:]))
        self.assertFalse(self.opened(good, ep[:-1]))
        self.assertFalse(self.opened(good, ep.ljust(33, b"\0")))
        self.assertFalse(self.opened(good, b"_SM_"))
        # Broken before the end of the system information.
        self.assertFalse(self.opened(good[:system - 1], ep))
        self.assertFalse(self.opened(good[:system - 2], ep))
        self.assertFalse(self.opened(good[:30], ep))
        self.assertFalse(self.opened(b"\0\3\0\0" + good[4:], ep))
        self.assertFalse(self.opened(b"\0\xff\0\0" + good[4:], ep))
        self.assertFalse(self.opened(tables.table(tables.bios(), tables.board(), tables.end())))
        self.assertFalse(self.opened(tables.table(tables.bios(), tables.end(), tables.system())))
        self.assertFalse(self.opened(good, tables.sm(len(good), 1)))
        self.assertFalse(self.opened(good.replace(b"\0\0", b"\0x"), ep))
        self.assertFalse(self.opened(os.urandom(4096), tables.sm(4096, 9)))

    def test_restore(self):
        folder = self.tables()
        for state in (OPEN, GROUP_ONLY, (0o640, 0, 7)):
            for name in NAMES:
                os.chown(folder / name, *state[1:])
                (folder / name).chmod(state[0])
            self.good("--tables", folder, "--restore", before=self.strace(sysfs=True))
            self.assertEqual(self.states(folder), [CLOSED, CLOSED])

    def test_fd(self):
        folder = self.tables()
        script = 'IFS=,; for n in $HWIDENT_FDS; do readlink /proc/$$/fd/$n; done'
        words = ["--tables", folder, "--grant", "fd", "--user", "1000:1000"]
        text = self.good(*words, "/bin/sh", "-c", script, before=self.strace(sysfs=True))
        self.assertEqual(text, "".join(f"{folder}/{name}\n" for name in NAMES))
        self.assertEqual(self.states(folder), [CLOSED, CLOSED])
                # The descriptors are read-only, even for root.
        script = 'IFS=,; for n in $HWIDENT_FDS; do grep flags /proc/$$/fdinfo/$n; done'
        text = self.good(*words, "/bin/sh", "-c", script, before=self.strace(sysfs=True))
        self.assertEqual([int(line.split()[1], 8) & os.O_ACCMODE for line in text.splitlines()],
                         [os.O_RDONLY] * 2)

    def test_without_a_command_and_with_a_user_it_only_prepares(self):
        folder = self.tables()
        without = ["setpriv", "--bounding-set", "-setuid,-setgid", "--inh-caps", "-setuid,-setgid"]
        self.good("--tables", folder, "--grant", "group", "--user", "1000:1000", says="OPENED: ",
                  before=[*self.strace(sysfs=True), *without])
        self.assertEqual(self.states(folder), [GROUP_ONLY, GROUP_ONLY])

    def test_system_calls_up_to_the_exec(self):
        """The number of calls stays within the budget, whichever place has the tables."""
        folder = self.tables()
        place = "/sys/firmware/dmi/tables"
        mounts = (f"mount -t tmpfs tmpfs /sys; mkdir -p {place}; cp {folder}/* {place}; "
                  f"chmod 0400 {place}/*\n")
        # poll is the first call that the program makes; glibc makes about ten before it.
        for words, budget in (([], 65), (["--grant", "group"], 65), (["--grant", "fd"], 65),
                              (["--grant", "copy"], 85)):
            trace = self.folder / "trace"
            done = self.prepare(*words, "--user", "app", "--", "/bin/true", etc=self.etc(),
                                mounts=mounts + "mount -t tmpfs tmpfs /run\n",
                                before=self.strace(trace=trace, sysfs="first"))
            self.assertEqual(done.returncode, 0, done.stderr)
            calls = trace.read_text().split('execve("/bin/true"')[0].splitlines()[1:]
            start = [n for n, call in enumerate(calls) if call.startswith("poll(")][0]
            self.assertLess(len(calls) - max(start - 2, 0), budget, "\n".join(calls))


class Copy(Tables):
    def copy(self, *words, **keywords):
        keywords.setdefault("before", self.strace(sysfs=True))
        return self.prepare("--tables", self.tables(), "--grant", f"copy:{self.folder}/copy",
                            "--copy-group", "1000", *words, **keywords)

    def contents(self):
        folder = self.folder / "copy"
        return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}

    def test_files_and_modes_under_any_umask(self):
        for umask in ("000", "077", "777"):
            done = self.copy("sh", "-c", "umask",
                             before=["sh", "-c", f'umask {umask}; exec "$@"', "sh",
                                     *self.strace(sysfs=True)])
            self.assertEqual((done.returncode, done.stdout), (0, f"0{umask}\n"), done.stderr)
            folder = self.folder / "copy"
            self.assertEqual(self.state(self.folder, "copy"), (0o750, 0, 1000))
            for name in (*NAMES, "boot_id"):
                self.assertEqual(self.state(folder, name), GROUP_ONLY)
            self.assertEqual(self.contents(), {
                "DMI": (self.folder / "tables/DMI").read_bytes(),
                "smbios_entry_point": (self.folder / "tables/smbios_entry_point").read_bytes(),
                "boot_id": pathlib.Path("/proc/sys/kernel/random/boot_id").read_bytes()})
            self.assertEqual(self.states(self.folder / "tables"), [CLOSED, CLOSED])
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()

    def test_a_copy_on_disk_is_reported(self):
        if os.statvfs(self.folder).f_fsid == os.statvfs("/dev/shm").f_fsid:
            self.skipTest("the temporary folder is in memory")
        self.assertRegex(self.copy().stderr, r"\Ahwident-prepare: ONDISK: [^\n]*\n\Z")

    def test_new_files_are_renamed_over_old_ones(self):
        self.copy()
        inode = (self.folder / "copy/DMI").stat().st_ino
        with open(self.folder / "copy/DMI", "rb") as reader:
            self.copy()
            self.assertNotEqual((self.folder / "copy/DMI").stat().st_ino, inode)
            self.assertEqual(reader.read(), self.contents()["DMI"])

    def test_a_failure_leaves_nothing(self):
        for call, errors in (("write:when=1", "ENOSPC EIO"), ("write:when=2", "ENOSPC"),
                             ("write:when=3", "EDQUOT"), ("fchown:when=1", "EPERM"),
                             ("renameat:when=1", "EIO"), ("getrandom:when=1+", "ENOSYS")):
            for error in errors.split():
                name, when = call.split(":")
                with self.subTest(call=call, error=error):
                    (self.folder / "copy").mkdir(mode=0o755, exist_ok=True)
                    (self.folder / "copy").chmod(0o755)
                    injections = self.strace(f"{name}:error={error}:{when}", sysfs=True)
                    done = self.copy(*EXECUTED, before=injections)
                    self.assertEqual((done.returncode, done.stdout), (0, "executed\n"))
                    self.assertRegex(done.stderr, r"\Ahwident-prepare: [A-Z]+: [^\n]*\n\Z")
                    self.assertEqual(self.contents(), {})
                    done = self.copy("--require", *EXECUTED, before=injections)
                    self.assertEqual((done.returncode, done.stdout), (125, ""))
                    self.assertEqual(self.contents(), {})

    def test_folders_that_cannot_be_trusted_are_refused(self):
        def folder(name, mode=0o755, uid=0):
            path = self.folder / name
            path.mkdir(parents=True)
            os.chown(path, uid, 0)
            path.chmod(mode)
            return path

        (self.folder / "link").symlink_to(folder("real"))
        folder("real/in")
        self.file("file")
        for path in ("link", "link/in", "link/new", "file", "file/new", "nowhere/new", "x" * 300,
                     folder("foreign", uid=1000).name, folder("world", 0o757).name,
                     folder("group", 0o775).name, folder("sticky", 0o1777).name,
                     folder("closed", 0o700).name):
            with self.subTest(path=path):
                message = self.bad("COPYFAIL", "--tables", self.tables(), "--grant",
                                   f"copy:{self.folder}/{path}", "--copy-group", "1000", *EXECUTED,
                                   before=self.strace(sysfs=True))
                self.assertEqual(path in ("foreign", "world", "group", "sticky", "closed"),
                                 "use a folder inside it" in message)
        self.assertEqual([path for path in self.folder.rglob("boot_id")], [])
        self.assertEqual(self.state(self.folder, "closed"), (0o700, 0, 0))
        # A folder that root makes inside a world-writable one belongs to root alone.
        done = self.prepare("--tables", self.tables(), "--grant", f"copy:{self.folder}/world/in",
                            "--copy-group", "1000", before=self.strace(sysfs=True))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.state(self.folder, "world/in"), (0o750, 0, 1000))

    def test_read_only(self):
        message = self.copy(*EXECUTED, before=self.strace("mkdirat:error=EROFS", sysfs=True))
        self.assertEqual((message.returncode, message.stdout), (125, ""))
        self.assertIn("COPYFAIL", message.stderr)
        self.assertIn("copy:/dev/shm/hwident", message.stderr)
        folder = self.folder / "copy"
        folder.mkdir(mode=0o755)
        mounts = f"mount --bind {folder} {folder}; mount -o remount,bind,ro {folder}\n"
        done = self.copy(*EXECUTED, mounts=mounts)
        self.assertEqual((done.returncode, done.stdout), (125, ""))
        self.assertIn("COPYFAIL", done.stderr)

    def test_a_file_that_changes_is_not_copied(self):
        for call in ("pread64:retval=0:when=3", "pread64:retval=1:when=4", "pread64:retval=1:when=2"):
            done = self.copy("--require", before=self.strace(call, sysfs=True))
            self.assertEqual(done.returncode, 125)
            self.assertIn("BADTABLE", done.stderr)
            self.assertEqual(self.contents(), {})

    def test_killed_at_any_call(self):
        """The next run removes what is left, and makes the copy."""
        trace = self.folder / "trace"
        self.copy(before=self.strace(trace=trace, sysfs=True))
        names = [line.partition("(")[0] for line in trace.read_text().splitlines()]
        whole = self.contents()
        for call in ("openat", "write", "fchown", "renameat"):
            for when in range(1, names.count(call) + 1):
                killed = self.strace(f"{call}:signal=KILL:when={when}", sysfs=True)
                with self.subTest(call=call, when=when):
                    shutil.rmtree(self.folder / "copy")
                    self.assertEqual(self.copy(before=killed).returncode, -9)
                    self.assertEqual(self.copy("--require").returncode, 0)
                    self.assertEqual(self.contents(), whole)

    def test_a_limit_on_the_size_of_files(self):
        done = self.copy("sh", "-c", "ulimit -f; kill -XFSZ $$", before=[
            "sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *self.strace(sysfs=True)])
        self.assertIn("File too large", done.stderr)
        self.assertEqual((done.returncode, done.stdout), (-25, "0\n"))  # SIGXFSZ still has its default action
        self.assertEqual(self.contents(), {})

    def test_many_at_once(self):
        folder = self.tables()
        for _ in range(4):
            words = [*self.strace(sysfs=True), PREPARE, "--require", "--tables", folder, "--grant",
                     f"copy:{self.folder}/copy", "--copy-group", "1000"]
            runs = [subprocess.Popen(list(map(str, words)), stderr=subprocess.DEVNULL)
                    for _ in range(4)]
            self.assertEqual([run.wait(60) for run in runs], [0] * 4)
            self.assertEqual(set(self.contents()), {*NAMES, "boot_id"})
            shutil.rmtree(self.folder / "copy")

    def test_a_folder_with_other_files_stays_as_it_is(self):
        """Even if the user who owns the parent renamed root's private folder to that name."""
        parent = self.folder / "home"
        parent.mkdir()
        os.chown(parent, 1000, 1000)
        for mode in (0o750, 0o755, 0o700):
            private = parent / f"private{mode}"
            private.mkdir()
            (private / "key").write_text("secret")
            private.chmod(mode)
            private.rename(parent / "copy")
            message = self.bad("COPYFAIL", "--tables", self.tables(), "--grant",
                               f"copy:{parent}/copy", "--user", "1000:1000", *EXECUTED,
                               before=self.strace(sysfs=True))
            self.assertIn("holds key, so it was not made for this; use a folder inside it", message)
            self.assertEqual(self.state(parent, "copy"), (mode, 0, 0))
            self.assertEqual([path.name for path in (parent / "copy").iterdir()], ["key"])
            shutil.rmtree(parent / "copy")

    def test_the_parent_of_the_usual_folder_must_be_roots(self):
        for make in ("mkdir -m 777 /run/hwident", "mkdir /run/hwident; chown 1000 /run/hwident",
                     "mkdir -p -m 755 /run/hwident/tables; touch /run/hwident/tables/other"):
            with self.subTest(make=make):
                self.bad("COPYFAIL", "--tables", self.tables(), "--grant", "copy", "--copy-group",
                         "1000", *EXECUTED, before=self.strace(sysfs=True),
                         mounts=f"mount -t tmpfs tmpfs /run; {make}\n")
        done = self.prepare("--tables", self.tables(), "--grant", "copy", "--copy-group", "1000",
                            "sh", "-c", 'echo "$HWIDENT_TABLES"', before=self.strace(sysfs=True),
                            mounts="mount -t tmpfs tmpfs /run; mkdir -m 1777 /run/hwident\n")
        self.assertEqual((done.returncode, done.stdout), (0, "/run/hwident/tables\n"), done.stderr)

    def test_taken_from_another_group(self):
        self.copy()
        os.chown(self.folder / "copy", 0, 44)
        self.assertIn("TAKEN: ", self.copy().stderr)
        self.assertEqual(self.state(self.folder, "copy"), (0o750, 0, 1000))

    def test_without_proc(self):
        message = self.bad("MISSING", "--tables", self.tables(), "--require", "--grant",
                           f"copy:{self.folder}/copy", "--copy-group", "1000", *EXECUTED,
                           before=self.strace(sysfs=True), mounts="umount -l /proc\n")
        self.assertIn("mount /proc", message)

    def test_a_fifo_as_boot_id_does_not_block(self):
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        done = self.copy("--require", mounts=f"mount --bind {fifo} /proc/sys/kernel/random/boot_id\n")
        self.assertEqual((done.returncode, self.contents()), (125, {}))
        self.assertRegex(done.stderr, r"\Ahwident-prepare: GRANTFAIL: [^\n]*boot_id[^\n]*\n\Z")

    def test_without_a_boot_id(self):
        done = self.copy("--require", mounts="mount -t tmpfs tmpfs /proc/sys\n")
        self.assertEqual(done.returncode, 125)
        self.assertIn("boot_id", done.stderr)
        self.assertEqual(self.contents(), {})


class Hostile(Tables):
    """Other files where the tables are expected. Here sysfs is not faked."""

    def hard(self, tag, folder):
        began = time.monotonic()
        for words in ([], ["--grant", "group:1000"], ["--grant", "fd"], ["--restore"],
                      ["--grant", f"copy:{self.folder}/copy", "--copy-group", "1"]):
            command = [] if words == ["--restore"] else EXECUTED
            self.bad(tag, "--tables", folder, *words, *command)
        self.assertLess(time.monotonic() - began, 5)
        self.assertFalse((self.folder / "copy").exists())

    def test_links(self):
        folder = self.tables()
        for name in NAMES:
            (folder / name).rename(folder / "real")
            (folder / name).symlink_to(folder / "real")
            self.hard("SYMLINK", folder)
            (folder / name).unlink()
            (folder / "real").rename(folder / name)
        (self.folder / "link").symlink_to(folder)
        self.hard("SYMLINK", self.folder / "link")
        (self.folder / "up").symlink_to(self.folder)
        self.hard("SYMLINK", self.folder / "up/tables")

    def test_links_without_openat2(self):
        folder = self.tables()
        (self.folder / "link").symlink_to(folder)
        (self.folder / "up").symlink_to(self.folder)
        (folder / "deep").mkdir()
        (folder / "deep/DMI").symlink_to(folder / "DMI")
        (folder / "deep/smbios_entry_point").symlink_to(folder / "smbios_entry_point")
        for error in ("ENOSYS", "EPERM"):
            before = self.strace(f"openat2:error={error}", sysfs=True)
            for path in ("link", "up/tables", "up//tables/", "tables/deep"):
                self.bad("SYMLINK", "--tables", self.folder / path, *EXECUTED, before=before)
            self.assertEqual(self.states(folder), [CLOSED, CLOSED])
            self.good("--tables", f"{self.folder}/tables/./deep/..//", says="OPENED: ",
                      before=before)
            self.assertEqual(self.states(folder), [OPEN, OPEN])
            self.reset(folder)
            self.good("--tables", self.folder / "nowhere", says="MISSING: ", before=before)
            self.good("--tables", f"{self.folder}/{'x' * 300}", says="GRANTFAIL: ", before=before)

    def test_special_files(self):
        def sock(path):
            with socket.socket(socket.AF_UNIX) as s:
                s.bind(str(path))

        for make in (os.mkfifo, os.mkdir, sock,
                     lambda path: os.mknod(path, 0o020600, os.makedev(1, 5)),
                     lambda path: os.mknod(path, 0o020600, os.makedev(4, 99)),
                     lambda path: os.mknod(path, 0o060600, os.makedev(7, 99))):
            for name in NAMES:
                folder = self.tables()
                (folder / name).unlink()
                make(folder / name)
                with self.subTest(name=name, make=make):
                    self.hard("NOTREG", folder)
                if (folder / name).is_dir():
                    (folder / name).rmdir()
                else:
                    (folder / name).unlink()

    def test_files_elsewhere_are_never_touched(self):
        folder = self.tables()
        for words in ([], ["--grant", "group:1000"], ["--grant", "fd"],
                      ["--grant", f"copy:{self.folder}/copy", "--copy-group", "1"]):
            trace = self.folder / "trace"
            self.refused("NOTSYSFS", folder, *words)
            self.prepare("--tables", folder, *words, *EXECUTED, before=self.strace(trace=trace))
            self.assertNotIn("pread", trace.read_text().split('execve("/bin/echo"')[0])
        self.assertFalse((self.folder / "copy").exists())

    def test_other_files_of_sysfs(self):
        """Both files are an attribute, an ACPI table or an interface's alias that says _SM_."""
        found = [path for pattern in ("kernel/notes", "kernel/profiling", "kernel/mm/*/enabled",
                                      "firmware/acpi/tables/FACP", "firmware/acpi/tables/DSDT",
                                      "class/net/lo/ifalias", "firmware/memmap/0/start")
                 for path in pathlib.Path("/sys").glob(pattern)]
        self.assertGreater(len(found), 2)
        for path in found:
            folder = self.tables(b"x", b"x")
            before = path.stat()
            mounts = "".join(f"mount --bind {path} {folder}/{name}\n" for name in NAMES)
            if path.name == "ifalias":
                mounts = f"printf _SM_ >{path}\n" + mounts
            for grant in ("chmod", "fd"):
                with self.subTest(path=path, grant=grant):
                    self.bad("BADTABLE", "--tables", folder, "--require", "--grant", grant,
                             *EXECUTED, mounts=mounts)
            self.assertEqual(path.stat().st_mode, before.st_mode)
        pathlib.Path("/sys/class/net/lo/ifalias").write_bytes(b"\n")

    def test_on_two_devices(self):
        folder = self.tables()
        mounts = (f"mount -t tmpfs tmpfs /mnt; cp {folder}/DMI /mnt\n"
                  f"mount --bind /mnt/DMI {folder}/DMI\n")
        self.bad("NOTSYSFS", "--tables", folder, "--require", *EXECUTED, mounts=mounts,
                 before=self.strace(sysfs=True))
        self.assertEqual(self.state(folder, NAMES[0]), CLOSED)

    def test_sizes(self):
        folder = self.tables()
        for name, size in (("DMI", 1 << 40), ("smbios_entry_point", 1 << 40), ("DMI", 0),
                           ("smbios_entry_point", 0), ("DMI", 16 * 1024 * 1024 + 1)):
            before = (folder / name).read_bytes()
            os.truncate(folder / name, size)
            began = time.monotonic()
            self.refused("BADTABLE", folder, before=self.strace(sysfs=True))
            self.assertLess(time.monotonic() - began, 2)
            (folder / name).write_bytes(before)
        big = tables.bios() + tables.system() + bytes(65536)
        folder = self.tables(big, tables.sm3(1 << 30))
        os.truncate(folder / "DMI", 16 * 1024 * 1024 + 1)
        self.refused("BADTABLE", folder, before=self.strace(sysfs=True))

    def test_a_file_that_changes(self):
        folder = self.tables()
        for call in ("pread64:retval=0:when=1", "pread64:retval=1:when=2", "pread64:retval=0:when=3"):
            with self.subTest(call=call):
                self.refused("BADTABLE", folder, before=self.strace(call, sysfs=True))

    def test_a_file_that_shrinks_while_it_is_read(self):
        """It is cut after the system information, so that the rest alone would be accepted."""
        folder = self.tables()
        whole = len(tables.bios()) + len(tables.system())
        timer = threading.Timer(1.5, os.truncate, (folder / "DMI", whole))
        timer.start()
        message = self.bad("BADTABLE", "--tables", folder, "--require", *EXECUTED,
                           before=self.strace("pread64:delay_enter=3000000:when=3", sysfs=True))
        timer.join()
        self.assertIn("changed while it was read", message)
        self.assertEqual(self.states(folder), [CLOSED, CLOSED])

    def test_missing(self):
        self.good("--tables", "/nowhere", says="MISSING: ")
        self.good("--tables", self.folder, says="MISSING: ")
        self.good("--tables", self.file("file"), says="MISSING: ")
        self.good("--tables", "", says="MISSING: ")
        self.bad("MISSING", "--tables", "/nowhere", "--require", *EXECUTED)


class Faults(Tables):
    def test_a_call_fails_and_everything_is_as_before(self):
        folder = self.tables()
        for grant in ("chmod", "group:1000"):
            for call in ("fchmod", "fchown") if grant != "chmod" else ("fchmod",):
                for when in (1, 2):
                    for error, tag in (("EPERM", None), ("EIO", "GRANTFAIL"), ("EROFS", "READONLY"),
                                       ("EACCES", None), ("ENOSYS", "GRANTFAIL")):
                        before = self.strace(f"{call}:error={error}:when={when}", sysfs=True)
                        with self.subTest(grant=grant, call=call, when=when, error=error):
                            self.refused(tag or "[A-Z]+", folder, "--grant", grant, before=before)
                            self.assertEqual(self.states(folder), [CLOSED, CLOSED])

    def test_a_call_lies(self):
        folder = self.tables()
        for grant, call in (("chmod", "fchmod"), ("group:1000", "fchmod"), ("group:1000", "fchown")):
            for when in (1, 2):
                before = self.strace(f"{call}:retval=0:when={when}", sysfs=True)
                self.refused("[A-Z]+", folder, "--grant", grant, before=before)

    def test_the_call_that_opens_fails(self):
        folder = self.tables()
        for call, error, tag in (("openat2", "EACCES", "LSM"), ("openat2", "EIO", "GRANTFAIL"),
                                 ("openat2", "EMFILE", "GRANTFAIL"), ("fstatfs", "EIO", "NOTSYSFS"),
                                 ("pread64", "EIO", "GRANTFAIL"), ("mmap", "ENOMEM", "GRANTFAIL")):
            with self.subTest(call=call, error=error):
                self.refused(tag, folder, before=self.strace(f"{call}:error={error}:when=1",
                                                             sysfs=call != "fstatfs"))

    def test_group_and_copy_need_chown(self):
        folder = self.tables()
        without = ["setpriv", "--bounding-set", "-chown", "--inh-caps", "-chown"]
        for words in (["--grant", "group:1000"],
                      ["--grant", f"copy:{self.folder}/copy", "--copy-group", "1000"]):
            self.refused("NOCAP", folder, *words, before=[*self.strace(sysfs=True), *without])
            member = [*self.strace(sysfs=True), *without, "--groups", "1000"]
            done = self.prepare("--tables", folder, "--require", *words, before=member)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.reset(folder)

    def test_not_root(self):
        folder = self.tables()
        user = ["setpriv", "--reuid", "1000", "--regid", "1000", "--clear-groups"]
        for words in ([], ["--grant", "group:1000"], ["--grant", "fd"],
                      ["--grant", f"copy:{self.folder}/copy", "--copy-group", "1000"]):
            self.refused("NOTROOT", folder, *words, before=user)
        for name in NAMES:
            (folder / name).chmod(0o404)  # it can be read, but is not as open as the grant asks
        self.refused("NOTROOT", folder, before=[*self.strace(sysfs=True), *user])

    def test_without_any_capability(self):
        folder = self.tables()
        before = [*self.strace(sysfs=True), "setpriv", "--bounding-set", "-all", "--inh-caps", "-all"]
        for words in ([], ["--grant", "fd"]):
            self.prepare("--require", "--tables", folder, *words, *EXECUTED, before=before)
        self.assertEqual(self.states(folder), [OPEN, OPEN])

    def test_without_proc(self):
        folder = self.tables()
        done = self.prepare("--tables", folder, "--user", "1000:1000", *EXECUTED,
                            before=self.strace("fchmod:error=EPERM", sysfs=True),
                            mounts="umount -l /proc\n")
        self.assertEqual((done.returncode, done.stdout), (0, "executed\n"), done.stderr)

    def test_a_failed_grant_still_drops(self):
        folder = self.tables()
        text = self.good("--tables", folder, "--user", "1000:1000", *SHOW, says="NOTSYSFS: ")
        self.assertEqual(identity(text), (1000, 1000, [1000]))

    def test_no_message_holds_an_identity(self):
        folder = self.tables()
        for injection in ("fchmod:error=EIO", "fchmod:error=EPERM", "pread64:retval=1:when=2", ""):
            before = self.strace(*([injection] if injection else []), sysfs=True)
            message = self.prepare("--tables", folder, before=before).stderr
            for secret in ("SN-1", tables.UUID_LE, tables.UUID_BE):
                self.assertNotIn(secret, message)


if __name__ == "__main__":
    main()
