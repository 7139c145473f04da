# The command's environment, its descriptors, how it is found and executed; exit codes and messages.
# SPDX-License-Identifier: MIT
import fcntl
import os
import pty
import signal
import socket
import subprocess

from prepare import EXECUTED, PREPARE, Case
from closing import main

NONE = ["--grant", "none"]
USER = 61234  # a uid that passwd does not have on the machines that run these tests
APP = [*NONE, "--user", f"{USER}:{USER}"]
ENV = ["/usr/bin/env", "-0"]


def environment(text):
    return [entry for entry in text.split("\0") if entry]


class Environment(Case):
    GIVEN = {"PATH": "/usr/bin:/bin", "HOME": "/root", "USER": "root", "LOGNAME": "root",
             "HWIDENT_FDS": "7,8", "PM2_HOME": "/x", "TMPDIR": "", "LD_X": "\x01 \n=y"}

    def changed(self, *arguments, env=None, **keywords):
        """The command's HOME, USER and LOGNAME; checks that nothing else has changed."""
        given = env or self.GIVEN
        found = environment(self.good(*arguments, "--", *ENV, env=given, **keywords))
        names = ("HOME=", "USER=", "LOGNAME=", "NAMESPACE=", "PWD=")  # the last two come from the test
        self.assertEqual(sorted(entry for entry in found if not entry.startswith(names)),
                         sorted(f"{name}={value}" for name, value in given.items()
                                if not f"{name}=".startswith(names)))
        return [entry for entry in found if entry.startswith(names[:3])]

    def test_from_passwd(self):
        etc = self.etc()
        expected = ["HOME=/home/app", "USER=app", "LOGNAME=app"]
        for spec in ("app", "1000", "app:44", "1000:44"):
            self.assertEqual(self.changed(*NONE, "--user", spec, etc=etc), expected)

    def test_home_is_absolute_or_the_root(self):
        for home, expected in (("", "/"), ("relative", "/"), ("/a b\x01", "/a b\x01"), ("/", "/")):
            etc = self.etc(passwd=f"app:x:1000:1001::{home}:/bin/sh\n")
            self.assertEqual(self.changed(*NONE, "--user", "app", etc=etc)[0], f"HOME={expected}")

    def test_unknown_uid(self):
        self.assertEqual(self.changed(*NONE, "--user", f"{USER}:{USER}"), ["HOME=/"])

    def test_without_a_drop_or_with_keep_env_it_is_unchanged(self):
        as_it_is = ["HOME=/root", "USER=root", "LOGNAME=root"]
        self.assertEqual(self.changed(*NONE), as_it_is)
        self.assertEqual(self.changed("--keep-env", *APP), as_it_is)

    def test_after_no_drop_as_after_a_drop(self):
        before = ["setpriv", "--reuid", "1000", "--regid", "1001", "--groups", "29,44"]
        self.assertEqual(self.changed(*NONE, "--user", "app", etc=self.etc(), before=before),
                         ["HOME=/home/app", "USER=app", "LOGNAME=app"])

    def test_odd_entries_are_passed_on(self):
        """Entries without a name, and a name that occurs twice, keep their order."""
        odd = ["no equals sign", "=x", "HOMER=1", "HOME", "TWICE=1", "TWICE=2", "HOME=/a", "HOME=/b"]
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(write, 1)
            libc_execve(PREPARE, [PREPARE, *APP, *ENV], odd)
        os.close(write)
        with open(read, encoding="latin-1") as pipe:
            found = environment(pipe.read())
        os.waitpid(child, 0)
        self.assertEqual(found, [*odd[:6], "HOME=/"])


def libc_execve(path, words, entries):
    import ctypes
    def array(strings):
        return (ctypes.c_char_p * (len(strings) + 1))(*map(os.fsencode, strings), None)
    ctypes.CDLL(None).execve(os.fsencode(path), array(words), array(entries))
    os._exit(111)


class UserFromEnvironment(Case):
    def test_unset_set_empty(self):
        run = [*NONE, "--user-env", "RUN_USER", "/usr/bin/id", "-u"]
        self.assertEqual(self.good(*run, says="NODROP: RUN_USER "), "0\n")
        self.assertEqual(self.good(*run, env={"RUN_USER": f"{USER}:{USER}"}), f"{USER}\n")
        for value in ("", "0", "nobodyhere"):
            self.assertIn(f"BADUSER: RUN_USER={value or chr(34) * 2}: ",
                          self.bad("BADUSER", *run, env={"RUN_USER": value}))
        self.assertEqual(self.good("--allow-root", *run, env={"RUN_USER": "0"}), "0\n")


class Unchanged(Case):
    SHOW = """
import os, resource, signal, sys
ignored = [s for s in signal.valid_signals() if signal.getsignal(s) == signal.SIG_IGN]
print(sorted(ignored), sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))
print([resource.getrlimit(getattr(resource, n)) for n in sorted(dir(resource))
       if n.startswith("RLIMIT_")])
print(oct(os.umask(0)), [number == os.getpid() for number in (os.getsid(0), os.getpgid(0))])
print(os.getppid(), os.getcwd(), os.getpriority(0, 0))
print(sorted(os.listdir("/proc/self/fd"), key=int)[:-1])
"""

    def test_process_attributes(self):
        import resource

        def odd():
            os.umask(0o137)
            os.setsid()
            signal.signal(signal.SIGUSR1, signal.SIG_IGN)
            signal.signal(signal.SIGPIPE, signal.SIG_IGN)
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM, signal.SIGUSR2])
            resource.setrlimit(resource.RLIMIT_NOFILE, (321, 654))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        show = ["/usr/bin/python3", "-Isc", self.SHOW]
        for preexec, options in ((None, APP), (odd, APP), (odd, APP[2:])):
            results = []
            for words in (show, [PREPARE, *options, "--", *show]):
                child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                         text=True, preexec_fn=preexec, cwd="/")
                results.append(child.communicate(timeout=60)[0])
            self.assertEqual(*results)

    def test_pid_1_stays_pid_1(self):
        before = ["unshare", "--pid", "--fork", "--mount-proc"]
        self.assertEqual(self.good(*APP, "/bin/sh", "-c", "echo $$", before=before), "1\n")
        self.assertEqual(self.prepare(*APP, "/bin/sh", "-c", "kill -9 $$", before=before).returncode,
                         0)  # the first process of a namespace can't kill itself

    def test_no_fork_no_thread(self):
        trace = self.folder / "trace"
        self.good(*APP, "/bin/true", before=self.strace(trace=trace))
        text = trace.read_text().split('execve("/bin/true"')[0]
        self.assertNotRegex(text, r"(?m)^(clone3?|fork|vfork)\(")

    def test_own_descriptors_do_not_leak(self):
        self.assertEqual(self.good(*APP, "/bin/ls", "/proc/self/fd"), "0\n1\n2\n3\n")  # ls opened 3
        passed = os.open("/dev/null", os.O_RDONLY)
        os.set_inheritable(passed, True)
        self.addCleanup(os.close, passed)
        self.assertIn(f"{passed}\n", self.good(*APP, "/bin/ls", "/proc/self/fd",
                                               pass_fds=[passed]))

    def test_closed_standard_descriptors_become_dev_null(self):
        show = ["/usr/bin/readlink", "/proc/self/fd/0", "/proc/self/fd/1", "/proc/self/fd/2"]
        log = self.folder / "log"
        for close in ("0<&-", "2>&-", "0<&- 2>&-"):
            script = f'exec "$@" {close}'
            done = self.run_command("sh", "-c", script, "sh", PREPARE, *APP, *show)
            found = done.stdout.split()
            self.assertEqual(found[0] == "/dev/null", "0<&-" in close)
            self.assertEqual(found[2] == "/dev/null", "2>&-" in close)
        self.run_command("sh", "-c", f'exec "$@" 0<&- 1>&- 2>{log}', "sh", PREPARE, *APP,
                         "/bin/sh", "-c", "echo $(readlink /proc/$$/fd/0 /proc/$$/fd/1) >&2")
        self.assertEqual(log.read_text(), "/dev/null /dev/null\n")

    def test_without_dev_null_it_fails(self):
        script = 'exec "$@" 0<&-'
        done = self.run_command("sh", "-c", script, "sh", PREPARE, *APP, *EXECUTED,
                                mounts="mount -t tmpfs tmpfs /dev\n")
        self.assertEqual((done.returncode, done.stdout), (125, ""))
        self.assertIn("/dev/null", done.stderr)

    def test_a_closed_stderr_does_not_kill(self):
        for ignored in (False, True):
            read, write = os.pipe()
            os.close(read)
            script = "import signal; print(signal.getsignal(signal.SIGPIPE).name)"
            prefix = ["env", "--ignore-signal=PIPE" if ignored else "--default-signal=PIPE"]
            # Python always ignores SIGPIPE, so a shell shows what the command inherited.
            script = "grep SigIgn /proc/self/status"
            done = self.run_command(*prefix, PREPARE, "--tables", "/nowhere", *APP[2:],
                                    "/bin/sh", "-c", script, stderr=write)
            os.close(write)
            self.assertEqual(done.returncode, 0)
            self.assertEqual(bool(int(done.stdout.split()[1], 16) >> 12 & 1), ignored)


class Lookup(Case):
    def program(self, name, text="#!/bin/sh\necho executed $0\n", mode=0o755):
        path = self.file(name, text, mode)
        path.parent.chmod(0o755)
        return path

    def test_path(self):
        self.program("a/tool", mode=0o644)  # found but not executable: the search goes on
        self.program("b/tool")
        self.program("c/tool", "#!/bin/sh\necho wrong\n")
        path = f"/nowhere:{self.folder}/a:{self.folder}/b:{self.folder}/c"
        self.assertEqual(self.good(*APP, "tool", env={"PATH": path}),
                         f"executed {self.folder}/b/tool\n")
        self.bad("NOEXEC", *APP, "tool", code=126, env={"PATH": f"{self.folder}/a:/nowhere"})
        self.bad("NOTFOUND", *APP, "tool", code=127, env={"PATH": "/nowhere:/usr/bin"})
        self.assertIn('"": no such command, as its name is empty; name a program', self.bad("NOTFOUND", *APP, "", code=127))

    def test_unset_and_empty_parts(self):
        done = self.run_command("env", "-i", PREPARE, *APP, "env")
        self.assertEqual(done.stdout, "HOME=/\n")
        self.program("here")
        for path in ("", ":/usr/bin", "/usr/bin:", "/usr/bin::/bin"):
            self.assertIn("executed", self.good(*APP, "here", cwd=self.folder, env={"PATH": path}))
        self.bad("NOTFOUND", *APP, "here", code=127, cwd=self.folder, env={"PATH": "/usr/bin"})

    def test_the_search_is_made_as_the_target(self):
        self.program("secret/tool")
        (self.folder / "secret").chmod(0o700)
        path = {"PATH": f"{self.folder}/secret"}
        self.assertIn("executed", self.good(*NONE, "tool", env=path))
        self.bad("NOTFOUND", *APP, "tool", code=127, env=path)
        self.bad("NOEXEC", *APP, self.folder / "secret/tool", code=126)

    def test_found_but_not_executable(self):
        noexec = self.program("noexec", mode=0o644)
        text = self.program("text", "echo a script without a line that says so\n")
        empty = self.program("empty", "")
        script = self.program("script", "#!/nowhere/interpreter -x\n")
        crlf = self.program("crlf", "#!/bin/sh\r\necho\r\n")
        folder = self.folder / "folder"
        folder.mkdir()
        loop = self.folder / "loop"
        loop.symlink_to("loop")
        elf = bytearray(open("/bin/true", "rb").read())
        at = elf.index(b"/lib64/ld-linux-x86-64.so.2\0") if os.uname().machine == "x86_64" else None
        for path, said in ((noexec, "Permission denied"), (text, "Exec format error"),
                           (empty, "Exec format error"), (script, "/nowhere/interpreter"),
                           (crlf, "/bin/sh\\x0d"), (folder, "Is a directory"),
                           (loop, "ymbolic link")):
            with self.subTest(path=path):
                self.assertIn(said, self.bad("NOEXEC", *APP, path, code=126))
        if at is not None:
            elf[at:at + 4] = b"/non"
            loader = self.program("loader", bytes(elf))
            self.assertIn("loader is missing", self.bad("NOEXEC", *APP, loader, code=126))
        self.bad("NOTFOUND", *APP, self.folder / "missing", code=127)
        self.bad("NOTFOUND", *APP, noexec / "below", code=127)

    def test_too_long_a_list(self):
        done = self.prepare(*NONE, "/bin/true", before=self.strace("execve:error=E2BIG:when=1"))
        self.assertEqual(done.returncode, 126)
        self.assertIn("NOEXEC", done.stderr)

    def test_arguments_byte_for_byte(self):
        words = ["", "--", "-h", "--user", "a b", "\x01\n\udcff", "*", ""]
        show = ["/usr/bin/printf", "%s\\0"]
        expected = "".join(f"{word}\0" for word in words)
        self.assertEqual(self.good(*APP, *show, *words), expected)
        self.assertEqual(self.good(*APP, "--", *show, *words), expected)

    def test_the_exit_code_is_the_commands(self):
        for code in (0, 1, 2, 125, 126, 127, 255):
            self.assertEqual(self.prepare(*APP, "/bin/sh", "-c", f"exit {code}").returncode, code)
        self.assertEqual(self.prepare(*APP, "/bin/sh", "-c", "kill -TERM $$").returncode,
                         -signal.SIGTERM)


class OwnStdio(Case):
    REOPEN = ["/bin/sh", "-c", "echo reopened >/dev/stdout"]

    def test_a_pipe_a_file_a_socket(self):
        self.assertNotEqual(self.prepare(*APP, *self.REOPEN).returncode, 0)
        self.assertEqual(self.good("--own-stdio", *APP, *self.REOPEN), "reopened\n")
        log = self.file("log", mode=0o600)
        with log.open("w") as out:
            self.assertNotEqual(self.prepare(*APP, *self.REOPEN, stdout=out).returncode, 0)
            self.assertEqual(log.stat().st_uid, 0)
            self.assertEqual(self.prepare("--own-stdio", *APP, *self.REOPEN, stdout=out).returncode,
                             0)
        self.assertEqual((log.stat().st_uid, log.stat().st_gid), (USER, 0))
        self.assertEqual(log.read_text(), "reopened\n")
        here, there = socket.socketpair()
        with here, there:
            self.prepare("--own-stdio", *APP, "/bin/true", stdout=there)
            self.assertEqual(os.fstat(there.fileno()).st_uid, USER)

    def test_a_terminal(self):
        master, slave = pty.openpty()
        owner = os.fstat(slave).st_uid
        self.prepare(*APP, "/bin/true", stdout=slave)
        self.assertEqual(os.fstat(slave).st_uid, owner)
        done = self.prepare("--own-stdio", *APP, *self.REOPEN, stdout=slave)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(os.fstat(slave).st_uid, USER)
        os.close(slave)
        os.close(master)

    def test_not_devices_nor_folders(self):
        before = os.stat("/dev/null").st_uid
        folder = os.open(self.folder, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        self.good("--own-stdio", *APP, "/bin/true", stdin=subprocess.DEVNULL, stdout=folder)
        self.assertEqual(os.stat("/dev/null").st_uid, before)
        self.assertEqual(self.folder.stat().st_uid, 0)

    def test_own_stdio_tolerates_eperm_and_erofs(self):
        for error in ("EPERM", "EROFS"):
            self.good("--own-stdio", *APP, *EXECUTED,
                      before=self.strace(f"fchown:error={error}"))
        self.bad("DROPFAIL", "--own-stdio", *APP, *EXECUTED,
                 before=self.strace("fchown:error=EIO"))

    def test_needs_a_user(self):
        self.bad("USAGE", "--own-stdio", *NONE, *EXECUTED)


class Usage(Case):
    def test_usage_errors(self):
        command = ["--", *EXECUTED]
        for words in (["--restore", *command], ["--restore", "--user", "app"],
                      ["--restore", "--user-env", "X"], ["--restore", "--grant", "chmod"],
                      ["--user", "app", "--user-env", "X", *command], ["--grant", "fd"],
                      ["--grant", "all", *command], ["--grant", "", *command],
                      ["--grant", "chmod:1", *command], ["--grant", "group", *command],
                      ["--grant", "group:", *command], ["--grant", "group:app", *command],
                      ["--grant", "group:-1", *command], ["--grant", "group:4294967295", *command],
                      ["--grant", "copy", *command], ["--grant", "copy:", *command],
                      ["--grant", "copy:relative", "--copy-group", "1", *command],
                      ["--grant", "copy:/", "--copy-group", "1", *command],
                      ["--grant", "copy:/x/..", "--copy-group", "1", *command],
                      ["--grant", "copy", "--copy-group", "x", *command],
                      ["--copy-group", "1", *command],
                      ["--grant", "copy", "--copy-group", "1", "--user", "1:1", *command],
                      ["--add-group", "1", *command], ["--add-group", "x", "--user", "1:1"],
                      ["--add-group"], ["--user"], ["--user", "1:1", "--user", "1:1", *command],
                      ["--user-env", "", *command], ["--user-env", "A=B", *command],
                      ["--use", "1:1", *command], ["-u", "1:1", *command], ["-", *command],
                      ["--require=yes", *command], ["--help=x"], ["--nonsense"]):
            with self.subTest(words=words):
                self.bad("USAGE", *words)

    def test_options_that_exclude_each_other_are_named(self):
        command = ["--", *EXECUTED]
        user, copy = ["--user", "1:1"], ["--grant", "copy"]
        for words, message in (
                (["--restore", *command], "--restore: not with a command, --user, --user-env or --grant"),
                ([*user, "--user-env", "X", *command], "--user: not with --user-env"),
                (["--add-group", "1", *command], "--add-group: needs --user or --user-env"),
                (["--own-stdio", *command], "--own-stdio: needs --user or --user-env"),
                (["--require-groups", *command], "--require-groups: needs --user or --user-env"),
                (["--grant", "fd"], "--grant fd: needs a command to leave the descriptors to"),
                (["--grant", "group", *command], "--grant group: needs a gid (group:GID) or --user"),
                (["--copy-group", "1", *command], "--copy-group: only with --grant copy and without"),
                ([*copy, "--copy-group", "1", *user, *command], "--copy-group: only with --grant copy"),
                ([*copy, *command], "--grant copy: needs --copy-group or --user"),
                (["--user-env", "A=B", *command], "A=B: not a variable's name")):
            with self.subTest(words=words):
                self.assertIn(message, self.bad("USAGE", *words))

    def test_values_after_an_equals_sign(self):
        self.assertEqual(self.good("--grant=none", "--user=1000:1000", "--", *EXECUTED),
                         "executed\n")

    def test_prepare_only(self):
        self.assertEqual(self.good(*NONE), "")
        self.assertEqual(self.good(*NONE, "--"), "")

    def test_help_and_version(self):
        self.assertIn("usage: hwident-prepare", self.good("--help"))
        self.assertEqual(self.good("-h"), self.good("--help"))
        self.assertRegex(self.good("--version"), r"\Ahwident-prepare \d+\.\d+\.\d+\n\Z")
        with open("/dev/full", "w", encoding="ascii") as full:
            done = self.prepare("--help", stdout=full)
        self.assertEqual(done.returncode, 125)
        self.assertRegex(done.stderr, r"\Ahwident-prepare: IO: standard output, No space[^\n]*\n\Z")

    def test_outside_bytes_are_escaped_and_cut(self):
        message = self.bad("NOTFOUND", *NONE, "a\nb\x1b[31m\udcff\\" + "x" * 100, code=127)
        self.assertIn("a\\x0ab\\x1b[31m\\xff\\x5c" + "x" * 70 + "...", message)
        self.assertNotIn("x" * 71, message)


if __name__ == "__main__":
    main()
