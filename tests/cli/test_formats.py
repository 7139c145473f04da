# --format env in three shells, --format prometheus before promtool, and -o FILE.
# SPDX-License-Identifier: MIT
import os
import shutil
import stat
import subprocess

from hwident import TOP, Case, alone
import tables
from closing import main

SHELLS = (["dash"], ["bash"], ["bash", "--posix"], ["busybox", "sh"])
NASTY = "".join(map(chr, range(1, 256)))
SNIPPETS = ("$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "\\'", "'\\''", "${HOME}", "!!",
            "a\nHWIDENT_X=1", "~", "*", "#", "", " ", "-n", "\\", "'", "''", '"')


def nasty_tables():
    """Tables whose strings are hostile: every byte at once, and what means something to a shell."""
    return [tables.system(strings=("Maker", string, "V1", NASTY, "SKU-1", "Family"))
            for string in (NASTY, *filter(None, SNIPPETS))]


class Shell(Case):
    def evaluate(self, shell, text, name):
        """What `name` is after the shell took the lines, and that it took nothing else."""
        script = f'set -eu\n{text}\nprintf %s "${name}"'
        done = subprocess.run([*shell, "-c", script], cwd=self.folder, capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (0, b""), shell)
        return done.stdout.decode("latin-1")

    def shells(self):
        for shell in SHELLS:
            if not shutil.which(shell[0]):
                self.skipTest(f"{shell[0]} is missing")
            yield shell

    def test_every_shell_takes_the_value_for_what_get_prints(self):
        for shell in self.shells():
            for system in nasty_tables():
                dump = self.file("dump", tables.dump(tables.table(tables.bios(), system,
                                                                  tables.end())))
                for key, name in (("system-product-name", "HWIDENT_SYSTEM_PRODUCT_NAME"),
                                  ("system-serial-number", "HWIDENT_SYSTEM_SERIAL_NUMBER")):
                    value = self.good("--from", dump, "get", key)[:-1]
                    for text in (self.good("--from", dump, "--format", "env"),
                                 self.good("--from", dump, "--format", "env", "get", key)):
                        self.assertEqual(self.evaluate(shell, text, name), value)
        self.assertEqual(os.listdir(self.folder), ["dump"])

    def test_a_name_of_the_folder_is_as_harmless_as_a_value(self):
        name = self.folder / "a'b\"$(touch pwned)\n'c"
        name.write_bytes(tables.dump(tables.table()))
        text = self.good("--from", name, "--format", "env")
        for shell in self.shells():
            self.assertEqual(self.evaluate(shell, text, "HWIDENT_SOURCE"), str(name))

    def test_an_absent_value_makes_its_variable_empty(self):
        dump = self.file("dump", tables.dump(tables.table(tables.bios(), tables.system(),
                                                          tables.end())))
        done = self.run_hwident("--from", dump, "--format", "env", "get", "baseboard-version",
                                "product_uuid")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, f"HWIDENT_BASEBOARD_VERSION=''\n"
                                      f"HWIDENT_PRODUCT_UUID='{tables.UUID_LE}'\n")
        text = self.good("--from", dump, "--format", "env")
        self.assertIn("HWIDENT_BASEBOARD_VERSION=''\n", text)
        self.assertIn("HWIDENT_GRADE_SYSTEM_UUID='placeholder'\n", text)
        self.assertIn("HWIDENT_GRADE_BASE_BOARD_SERIAL_NUMBER='absent'\n", text)

    def test_an_error_prints_no_variable(self):
        self.bad(8, "MISSING", "--tables", self.folder / "none", "--format", "env")
        self.bad(8, "MISSING", "--tables", self.folder / "none", "--format", "prometheus")


class Prometheus(Case):
    def setUp(self):
        super().setUp()
        self.dump = self.file("dump", tables.dump(tables.table()))

    def promtool(self, text):
        if not shutil.which("promtool"):
            self.skipTest("promtool is missing (Debian's prometheus)")
        done = subprocess.run(["promtool", "check", "metrics"], input=text.encode(),
                              capture_output=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""), text)

    def test_promtool_finds_no_fault(self):
        for path in sorted((TOP / "testdata").glob("*.bin")):
            self.promtool(self.good("--from", path, "--format", "prometheus", "--with-ids"))
        for system in nasty_tables():
            dump = self.file("nasty", tables.dump(tables.table(tables.bios(), system,
                                                               tables.end())))
            self.promtool(self.good("--from", dump, "--format", "prometheus", "--with-ids"))

    def test_a_path_is_escaped_and_utf_8(self):
        name = os.fsencode(self.folder) + b'/a"b\\c\nd\xff'
        with open(name, "wb") as file:
            file.write(tables.dump(tables.table()))
        text = self.good("--from", os.fsdecode(name), "--format", "prometheus")
        self.assertIn('/a\\"b\\\\c\\nd\ufffd"', text)
        self.promtool(text)

    def test_values_are_escaped_for_prometheus(self):
        system = tables.system(strings=("a\\b", 'c"d', "e\nf", "SN-1", "SKU-1", "Family"))
        dump = self.file("escaped", tables.dump(tables.table(system, tables.end())))
        text = self.good("--from", dump, "--format", "prometheus")
        for label in (r'system_vendor="a\\b"', r'product_name="c\"d"', r'product_version="e.f"'):
            self.assertIn(label, text)

    def test_values_that_name_the_machine_need_with_ids(self):
        private = ("SN-1", tables.UUID_LE, "BSN-1", "BTag", "CSN-1", "CTag")
        text = self.good("--from", self.dump, "--format", "prometheus")
        full = self.good("--from", self.dump, "--format", "prometheus", "--with-ids")
        for value in private:
            self.assertNotIn(value, text)
            self.assertIn(f'"{value}"', full)
        for line in ('hwident_identity_grade{component="system_uuid",rule="list"} 1',
                     'provenance="file"', 'system_vendor="Maker"', 'product_name="Product"'):
            self.assertIn(line, text)

    def test_codes_are_labels_and_a_refusal_prints_nothing(self):
        dump = TOP / "testdata/qemu-seabios.bin"
        command = ("code", "--app", "x", "--components")
        text = self.good("--from", dump, *command, "--format", "prometheus")
        codes = self.good("--from", dump, *command).split()
        self.assertEqual([line for line in text.splitlines() if line[0] != "#"],
                         [f'hwident_code_info{{app="x",profile="{code[3]}",code="{code}"}} 1'
                          for code in codes])
        self.assertEqual(text.count("# TYPE"), 1)
        self.bad(5, "PLACEHOLDER", "--from", self.dump, "code", "--app", "x", "--format",
                 "prometheus")

    def test_summary_has_the_codes_of_an_application(self):
        dump = TOP / "testdata/qemu-seabios.bin"
        summary = self.good("--from", dump, "--format", "prometheus")
        codes = self.good("--from", dump, "code", "--app", "x", "--components", "--format",
                          "prometheus")
        both = self.good("--from", dump, "--format", "prometheus", "--app", "x")
        self.assertEqual(both, summary + codes)
        self.promtool(both)
        # A component that has none is left out, and is no error.
        text = self.good("--from", self.dump, "--format", "prometheus", "--app", "x")
        self.assertNotIn('profile="u"', text)
        self.assertIn('profile="s"', text)
        self.promtool(text)
        self.bad(2, "USAGE", "--from", dump, "--format", "prometheus", "--app", "x y")

    def test_a_format_that_a_command_lacks_is_refused(self):
        for arguments in (("--app", "x"), ("--app", "x", "--json"), ("--format", "xml"), ("--format", "prometheus", "get", "system-uuid"),
                          ("--with-ids",), ("--format", "env", "--json"),
                          ("--format", "env", "explain"),
                          ("--format", "env", "code", "--app", "x")):
            self.bad(2, "USAGE", "--from", self.dump, *arguments)


class Output(Case):
    def setUp(self):
        super().setUp()
        self.dump = self.file("dump", tables.dump(tables.table()))
        self.out = self.folder / "new/hwident.prom"
        self.out.parent.mkdir()

    def write(self, *more, **keywords):
        return self.run_hwident("--from", self.dump, "--format", "prometheus", "-o", self.out,
                                *more, **keywords)

    def test_the_file_holds_what_would_have_been_printed(self):
        for arguments in (("--format", "prometheus"), ("--json",), (), ("get", "system-uuid")):
            expected = self.good("--from", self.dump, *arguments)
            self.assertEqual(self.good("--from", self.dump, *arguments, "-o", self.out), "")
            self.assertEqual(self.out.read_text(), expected)
        self.assertEqual(os.listdir(self.out.parent), [self.out.name])

    def test_the_mode_of_the_written_file(self):
        for mask, mode in ((0o022, 0o644), (0o077, 0o600)):
            self.assertEqual(self.write(umask=mask).returncode, 0)
            self.assertEqual(stat.S_IMODE(self.out.stat().st_mode), mode)
            self.out.unlink()
        self.out.touch()
        self.out.chmod(0o640)
        self.assertEqual(self.write().returncode, 0)
        self.assertEqual(stat.S_IMODE(self.out.stat().st_mode), 0o640)

    @alone
    def test_an_error_leaves_the_file_as_it_was(self):
        self.out.write_text("mine")
        self.bad(8, "MISSING", "--tables", self.folder / "none", "--format", "prometheus", "-o",
                 self.out)
        for call in ("write,writev", "fsync", "rename"):
            done = self.write(before=("strace", "-qq", "-o", "/dev/null", "-e",
                                      f"inject={call}:error=ENOSPC:when=1"))
            self.assertEqual(done.returncode, 8, call)
            self.assertRegex(done.stderr, r"\Ahwident: OUTPUT: [^\n]*\n\Z")
            self.assertEqual(self.out.read_text(), "mine")
            self.assertEqual(os.listdir(self.out.parent), [self.out.name])

    def test_on_a_full_disk(self):
        self.out = self.folder / "full"
        self.out.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "none", self.out],
                          capture_output=True).returncode != 0:
            self.skipTest("mount is not permitted here")
        self.addCleanup(subprocess.run, ["umount", self.out])
        (self.out / "filler").write_bytes(b"x" * 4096)
        self.out = self.out / "hwident.prom"
        self.assertEqual(self.write().returncode, 8)
        self.assertEqual(os.listdir(self.out.parent), ["filler"])

    def test_only_a_regular_file_is_replaced(self):
        link = self.out.parent / "link"
        link.symlink_to(self.dump)
        fifo = self.out.parent / "fifo"
        os.mkfifo(fifo)
        device = self.out.parent / "null" # one's own: a test that fails must not cost the machine's
        if os.geteuid() == 0:
            os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 3))
        else:
            device = "/dev/null"
        for path in (device, fifo, self.out.parent, link):
            self.bad(8, "NOTREG", "--from", self.dump, "-o", path)
        self.assertTrue(link.is_symlink())
        self.bad(8, "OUTPUT", "--from", self.dump, "-o", self.out / "no/folder")

    @alone
    def test_it_is_named_so_that_nobody_reads_it_half(self):
        """node_exporter reads *.prom; what is being written is not called so, and not yet there."""
        done = self.write(before=("strace", "-qq", "-e", "trace=open,openat,rename,fsync", "-o",
                                  self.folder / "trace"))
        self.assertEqual(done.returncode, 0)
        trace = (self.folder / "trace").read_text()
        self.assertRegex(trace, r'hwident\.prom\.\w{6}", O_RDWR\|O_CREAT\|O_EXCL')
        self.assertLess(trace.index("fsync("), trace.index("rename("))


if __name__ == "__main__":
    main()
