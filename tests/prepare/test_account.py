# Which user and groups a spec means, and which account files are refused.
# SPDX-License-Identifier: MIT
import os
import socket

import matrix
from prepare import EXECUTED, GROUP, PASSWD, SHOW, Case, identity
from closing import main


class Matrix(Case):
    def test_rows(self):
        for row in matrix.ROWS:
            passwd = row.passwd and row.passwd + row.add
            group = row.group and row.group + row.add_group
            etc = self.etc(passwd, group)
            with self.subTest(rule=row.rule, spec=row.spec, passwd=(passwd or "")[:80]):
                options = ["--grant", "none", "--user", row.spec, *row.options, "--"]
                if row.expected == matrix.REFUSED:
                    self.bad("BADUSER", *options, *EXECUTED, etc=etc)
                else:
                    self.assertEqual(identity(self.good(*options, *SHOW, etc=etc)), row.expected)

    def test_the_message_says_what_to_write(self):
        message = self.bad("BADUSER", "--grant", "none", "--user", "12345", *EXECUTED)
        self.assertIn("write 12345:12345", message)

    def test_as_many_groups_as_the_kernel_takes(self):
        groups = "".join(f"g{n}:x:{n}:app\n" for n in range(2000, 2000 + 65535))
        etc = self.etc(group=groups)
        _, _, found = identity(self.good("--grant", "none", "--user", "app", *SHOW, etc=etc))
        self.assertEqual(len(found), 65536)
        etc = self.etc(group=groups + "one:x:1:app\n")
        self.bad("BADUSER", "--grant", "none", "--user", "app", *EXECUTED, etc=etc)


class Files(Case):
    """Account files that are not ordinary files are refused, whatever the spec."""

    def refuse_both(self, etc):
        for spec in ("app", "1000:44"):
            self.bad("BADUSER", "--grant", "none", "--user", spec, *EXECUTED, etc=etc)

    def test_special_files(self):
        for name in ("passwd", "group"):
            for make in (os.mkfifo, os.mkdir, lambda path: socket.socket(socket.AF_UNIX).bind(path)):
                etc = self.etc()
                (etc / name).unlink()
                make(str(etc / name))
                with self.subTest(name=name, make=make):
                    self.refuse_both(etc)

    def test_links_are_followed(self):
        etc = self.etc()
        (etc / "passwd").rename(etc / "real")
        (etc / "passwd").symlink_to("real")
        self.good("--grant", "none", "--user", "app", *SHOW, etc=etc)
        (etc / "passwd").unlink()
        (etc / "passwd").symlink_to("missing")
        self.bad("BADUSER", "--grant", "none", "--user", "app", *EXECUTED, etc=etc)

    def test_over_10_mib(self):
        lines = "#" * 63 + "\n"
        for name, content in (("passwd", PASSWD), ("group", GROUP)):
            etc = self.etc()
            full = content + lines * ((10 * 1024 * 1024 - len(content)) // 64)
            (etc / name).write_text(full)
            self.good("--grant", "none", "--user", "app", *SHOW, etc=etc)
            (etc / name).write_text(full + lines * 2)
            self.refuse_both(etc)

    def test_unreadable(self):
        for call in ("?open,openat:error=EACCES:when=1", "?open,openat:error=EACCES:when=2",
                     "?open,openat:error=EMFILE:when=1", "pread64:error=EIO:when=1",
                     "pread64:error=EIO:when=2", "pread64:retval=0:when=2"):
            with self.subTest(call=call):
                self.bad("BADUSER", "--grant", "none", "--user", "daemon", *EXECUTED,
                         before=self.strace(call))

    def test_a_refused_spec_leaves_the_tables_as_they_were(self):
        folder = self.tables()
        self.bad("BADUSER", "--tables", folder, "--user", "nobodyhere", *EXECUTED,
                 before=self.strace(sysfs=True))
        self.assertEqual((folder / "DMI").stat().st_mode & 0o777, 0o400)


if __name__ == "__main__":
    main()
