# The drop of privileges, how it is verified, and which processes are not allowed to try it.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import subprocess

from prepare import EXECUTED, MAPPED, PREPARE, SHOW, TOP, Case, identity, status
from closing import main
from mounts import needs_user_namespace

NONE = ["--grant", "none"]
APP = [*NONE, "--user", "1000:1000", "--"]
IDS = ["--reuid", "1000", "--regid", "1000"]
SOME = "+chown,+setgid,+setuid,+net_admin"  # not "all": on some machines root itself lacks one


def setpriv(*options):
    return ["setpriv", *options]


def without(*names):
    """The setpriv command that runs a program as root without these capabilities."""
    sets = ",".join(f"-{name}" for name in names)
    return setpriv("--bounding-set", sets, "--inh-caps", sets)


class After(Case):
    """What the kernel reports about the command after the drop."""

    def test_every_id_and_the_groups(self):
        before = setpriv("--groups", "4,24,27")
        self.assertEqual(identity(self.good(*APP, *SHOW, before=before)), (1000, 1000, [1000]))

    def test_no_capability_is_left(self):
        for before in ([], setpriv("--inh-caps", SOME),
                       setpriv("--inh-caps", SOME, "--ambient-caps", SOME),
                       setpriv("--securebits", "+no_setuid_fixup"),
                       setpriv("--inh-caps", SOME, "--ambient-caps", SOME,
                               "--securebits", "+no_setuid_fixup,+noroot")):
            with self.subTest(before=before):
                fields = status(self.good(*APP, *SHOW, before=before))
                for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
                    self.assertEqual(int(fields[name], 16), 0, name)

    def test_bounding_set_and_no_new_privs_are_left_alone(self):
        before = status(subprocess.check_output(SHOW, text=True))
        after = status(self.good(*APP, *SHOW))
        self.assertEqual((after["CapBnd"], after["NoNewPrivs"]), (before["CapBnd"], "0"))
        after = status(self.good("--no-new-privs", *APP, *SHOW))
        self.assertEqual((after["CapBnd"], after["NoNewPrivs"]), (before["CapBnd"], "1"))

    def test_file_capabilities_work(self):
        program = self.file("cat", open("/bin/cat", "rb").read(), 0o755)
        subprocess.run(["setcap", "cap_net_bind_service+ep", program], check=True)
        wanted = 1 << 10
        after = status(self.good(*APP, program, "/proc/self/status"))
        self.assertEqual(int(after["CapEff"], 16), wanted)
        after = status(self.good("--no-new-privs", *APP, program, "/proc/self/status"))
        self.assertEqual(int(after["CapEff"], 16), 0)

    def test_allow_root_keeps_capabilities(self):
        before = status(subprocess.check_output(SHOW, text=True))
        text = self.good("--allow-root", *NONE, "--user", "0:0", *SHOW)
        self.assertEqual(identity(text), (0, 0, [0]))
        self.assertEqual(status(text)["CapEff"], before["CapEff"])

    def test_without_proc(self):
        self.assertEqual(
            self.good(*APP, *EXECUTED, mounts="umount -l /proc\n"), "executed\n")

    def test_fifos_in_place_of_proc_do_not_block(self):
        """An image may have them where an engine mounts no /proc."""
        mounts = ("mount -t tmpfs tmpfs /proc; mkdir /proc/self; cd /proc/self\n"
                  "mkfifo uid_map gid_map status setgroups; cd /\n")
        self.assertEqual(self.good(*APP, *EXECUTED, mounts=mounts), "executed\n")
        self.bad("DROPFAIL", *APP, *EXECUTED, mounts=mounts, before=self.strace("setresuid:error=EPERM"))
        self.good(*APP, *EXECUTED, mounts=mounts,
                  before=self.strace("setfsuid:error=ENOSYS", "setfsgid:error=ENOSYS"))

    def test_gid_0_as_target(self):
        text = self.good(*NONE, "--user", "1000:0", *SHOW)
        self.assertEqual(identity(text), (1000, 0, [0]))


class Faults(Case):
    """If a call fails, or reports success without doing its work, nothing is executed."""

    def fails(self, *injections, arguments=APP, before=("setpriv", "--groups", "4,24")):
        with self.subTest(injections=injections):
            self.bad("DROPFAIL", *arguments, *EXECUTED, before=[*before, *self.strace(*injections)])

    def test_a_call_fails(self):
        for call in ("setgroups", "setresgid", "setresuid", "capset"):
            for error in ("EPERM", "EAGAIN", "EINVAL", "ENOSYS"):
                # The first call only asks whether it is permitted; the second is the drop.
                for when in ("1", "2", "1+"):
                    # The first setgroups may fail so: the list in force can hold an unmapped id.
                    if (call, error, when) != ("setgroups", "EINVAL", "1"):
                        self.fails(f"{call}:error={error}:when={when}")

    def test_a_question_fails(self):
        for call, times in (("getresuid", 2), ("getresgid", 2), ("getgroups", 1), ("getgroups", 2),
                            ("capget", 1), ("capget", 2)):
            for error in ("EPERM", "ENOSYS"):
                # The first answers about ids are used by the check for raised privileges.
                self.fails(f"{call}:error={error}:when={times}")
        for call in ("setfsuid", "setfsgid"):
            self.fails(f"{call}:retval=0")
            self.fails(f"{call}:error=EPERM")

    def test_a_kernel_without_ids_for_files(self):
        """gVisor answers ENOSYS, and /proc may be missing."""
        lacking = self.strace("setfsuid:error=ENOSYS", "setfsgid:error=ENOSYS")
        text = self.good(*APP, *SHOW, before=lacking)
        self.assertEqual(identity(text), (1000, 1000, [1000]))
        self.good(*APP, *EXECUTED, before=lacking, mounts="umount -l /proc\n")

    def test_a_call_lies(self):
        self.fails("setgroups:retval=0")
        self.fails("setresgid:retval=0:when=1..2")
        self.fails("setresuid:retval=0:when=1..2")
        self.fails("capset:retval=0", before=setpriv("--inh-caps", SOME))
        self.fails("setresuid:retval=0:when=1..2", "capset:retval=0")
        self.fails("getresuid:retval=0:when=2")
        self.fails("getresgid:retval=0:when=2")
        self.fails("capget:retval=0:when=2")

    def test_one_wrong_id_is_noticed(self):
        for call in ("getresuid", "getresgid"):
            for argument in (1, 2, 3):
                self.fails(f"{call}:poke_exit=@arg{argument}=00000000:when=2")

    def test_becoming_root_again_must_fail(self):
        self.fails("setresuid:retval=0:when=3")
        self.fails("setresgid:retval=0:when=3")

    def test_gid_0_may_stay_if_it_is_the_target(self):
        done = self.prepare(*NONE, "--user", "1000:0", *EXECUTED,
                            before=self.strace("setresgid:retval=0:when=3"))
        self.assertEqual((done.returncode, done.stdout), (0, "executed\n"))

    def test_setgroups_may_fail_if_the_groups_are_right_already(self):
        self.good(*APP, *EXECUTED,
                  before=[*setpriv("--groups", "1000"), *self.strace("setgroups:error=EPERM")])
        self.good(*APP, *EXECUTED,
                  before=[*setpriv("--clear-groups"), *self.strace("setgroups:error=EPERM")])
        self.fails("setgroups:error=EPERM", before=setpriv("--groups", "1000,4"))

    def test_no_new_privs_fails_or_lies(self):
        arguments = ["--no-new-privs", *APP]
        self.fails("prctl:error=EINVAL", arguments=arguments)
        self.fails("prctl:retval=0", arguments=arguments)

    def test_each_call_from_the_first_to_the_exec(self):
        """Each call that the program makes fails once: it exits with 125 or drops completely."""
        trace = self.folder / "trace"
        other = setpriv("--groups", "4,24")
        self.prepare(*APP, "/bin/true", before=[*other, *self.strace(trace=trace)])
        names = [line.partition("(")[0] for line in trace.read_text().splitlines()]
        first = names.index("poll")  # the calls before it are made by libc
        last = names.index("execve", first)
        for at in range(first, last):
            when = names[:at + 1].count(names[at])
            injection = f"{names[at]}:error=EIO:when={when}"
            with self.subTest(injection=injection):
                done = self.prepare(*APP, *SHOW, before=[*other, *self.strace(injection)])
                if done.returncode == 0:
                    self.assertEqual(identity(done.stdout), (1000, 1000, [1000]))
                    self.assertEqual(int(status(done.stdout)["CapInh"], 16), 0)
                else:
                    self.assertEqual((done.returncode, done.stdout), (125, ""))
        self.assertGreater(last - first, 20)


class NotRoot(Case):
    def test_already_the_target(self):
        for groups in (["--clear-groups"], ["--groups", "1000"]):
            text = self.good(*APP, *SHOW, before=setpriv(*IDS, *groups))
            self.assertEqual(identity(text)[:2], (1000, 1000))
        text = self.good(*APP, *SHOW, before=setpriv(*IDS, "--clear-groups", "--inh-caps", SOME,
                                                     "--ambient-caps", SOME))
        for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
            self.assertEqual(int(status(text)[name], 16), 0, name)

    def test_a_different_target_is_refused(self):
        for before in (setpriv("--reuid", "1001", "--regid", "1000", "--clear-groups"),
                       setpriv("--reuid", "1000", "--regid", "1001", "--clear-groups"),
                       setpriv("--reuid", "1001", "--regid", "1001", "--clear-groups",
                               "--inh-caps", SOME, "--ambient-caps", SOME)):
            message = self.bad("NOTROOT", *APP, *EXECUTED, before=before)
            self.assertIn("setgroups allow", message)
            self.assertIn("capabilities 0x", message)

    def test_the_targets_ids_with_other_groups(self):
        """docker run -u 1000:1000 --group-add 2000, and Kubernetes with fsGroup."""
        before = setpriv(*IDS, "--groups", "1000,2000")
        text = self.good(*APP, *SHOW, says="GROUPS: uid 1000 stays in groups 1000,2000 instead of "
                         "1000", before=before)
        self.assertEqual(identity(text), (1000, 1000, [1000, 2000]))
        self.bad("GROUPS", "--require-groups", *APP, *EXECUTED, before=before)
        # With CAP_SETGID the groups are changed.
        text = self.good("--require-groups", *APP, *SHOW, before=setpriv(
            *IDS, "--groups", "2000", "--inh-caps", "+setgid", "--ambient-caps", "+setgid"))
        self.assertEqual(identity(text), (1000, 1000, [1000]))

    def test_if_root_sets_no_new_privs(self):
        before = setpriv("--reuid", "1001", "--regid", "1001", "--clear-groups")
        fields = status(self.good("--if-root", "--no-new-privs", *APP, *SHOW, before=before))
        self.assertEqual((fields["Uid"].split()[0], fields["NoNewPrivs"]), ("1001", "1"))

    def test_if_root_runs_the_command_without_a_change(self):
        before = setpriv("--reuid", "1001", "--regid", "1001", "--groups", "4")
        for spec in ("1000:1000", "nobodyhere", ""):
            text = self.good("--if-root", "--require", "--user", spec, *SHOW, before=before)
            self.assertEqual(identity(text), (1001, 1001, [4]))
        self.assertEqual(self.good("--if-root", before=before), "")
        # For root the option makes no difference.
        text = self.good("--if-root", *APP, *SHOW)
        self.assertEqual(identity(text), (1000, 1000, [1000]))

    def test_raised_privileges_are_refused(self):
        setuid = self.file("setuid", open(PREPARE, "rb").read())
        done = "umask 022; " + " ".join(EXECUTED)
        for mode, owner in ((0o4755, (0, 0)), (0o2755, (0, 0)), (0o4755, (1001, 0))):
            os.chown(setuid, *owner)
            setuid.chmod(mode)
            with self.subTest(mode=oct(mode), owner=owner):
                for more in ([], ["--if-root"]):
                    run = self.run_command(*setpriv(*IDS, "--clear-groups"), setuid, *more, *APP,
                                           "/bin/sh", "-c", done)
                    self.assertEqual((run.returncode, run.stdout), (125, ""))
                    self.assertRegex(run.stderr, r"\Ahwident-prepare: SETUID: .*\n\Z")
        os.chown(setuid, 0, 0)
        setuid.chmod(0o755)
        subprocess.run(["setcap", "cap_setuid,cap_setgid+ep", setuid], check=True)
        run = self.run_command(*setpriv(*IDS, "--clear-groups"), setuid, *APP, *EXECUTED)
        self.assertEqual((run.returncode, run.stdout), (125, ""))
        self.assertIn("SETUID", run.stderr)
        # Root is not refused for AT_SECURE alone.
        run = self.run_command(setuid, *APP, *EXECUTED)
        self.assertEqual((run.returncode, run.stdout), (0, "executed\n"), run.stderr)


class Capabilities(Case):
    def test_missing_capabilities_are_named_before_any_change(self):
        folder = self.tables()
        for names, said in ((["setuid"], "SETUID missing"), (["setgid"], "SETGID missing"),
                            (["setuid", "setgid"], "SETUID and SETGID missing")):
            message = self.bad("DROPFAIL", "--tables", folder, "--user", "1000:1000", *EXECUTED,
                               before=[*self.strace(sysfs=True), *without(*names)])
            self.assertIn(said, message)
            self.assertEqual((folder / "DMI").stat().st_mode & 0o777, 0o400)

    def test_without_a_drop_no_capability_is_needed(self):
        self.good(*NONE, *EXECUTED, before=without("all"))
        self.good("--allow-root", *NONE, "--user", "0:0", *EXECUTED, before=without("all"))
        # Only the capabilities that this target needs are required.
        self.good(*NONE, "--user", "1000:0", *EXECUTED,
                  before=[*setpriv("--groups", "0"), *without("setgid")])

    @needs_user_namespace
    def test_a_user_namespace_without_setgroups(self):
        unshared = ["unshare", "--user", "--map-root-user"]
        message = self.bad("DROPFAIL", "--allow-root", *NONE, "--user", "0:0", *EXECUTED,
                           before=["setpriv", "--groups", "4", *unshared])
        self.assertIn("this user namespace denies it", message)
        self.assertIn("nothing was changed", message)
        self.good("--allow-root", *NONE, "--user", "0:0", *EXECUTED,
                  before=["setpriv", "--clear-groups", *unshared])


class Undone(Case):
    """A run that exits with 125 leaves the tables as they were."""

    CALLS = ("setgroups", "setresgid", "setresuid", "capset", "getgroups", "getresgid", "setfsgid",
             "setfsuid", "prctl")

    def unchanged(self, *injections, arguments=(), spec="1000:1000", before=()):
        folder = self.tables()
        for grant in ("chmod", "group"):
            with self.subTest(injections=injections, grant=grant, spec=spec):
                done = self.prepare("--tables", folder, "--grant", grant, *arguments, "--user", spec,
                                    *EXECUTED, before=[*before, *self.strace(*injections, sysfs=True)])
                self.assertEqual((done.returncode, done.stdout), (125, ""), done.stderr)
                for path in folder.iterdir():
                    st = path.stat()
                    self.assertEqual((st.st_mode & 0o777, st.st_uid, st.st_gid), (0o400, 0, 0))

    def test_a_filter(self):
        """As under a filter, one call of the drop fails each time that it is made."""
        for call in self.CALLS:
            for error in ("EPERM", "ENOSYS", "EINVAL"):
                if (call, error) not in (("setfsgid", "ENOSYS"), ("setfsuid", "ENOSYS")):
                    arguments = ["--no-new-privs"] if call == "prctl" else []
                    self.unchanged(f"{call}:error={error}", arguments=arguments,
                                   before=setpriv("--groups", "4"))

    def drop_calls(self, folder, grant):
        """The name and number of each call from the first change to the exec."""
        trace = str(self.folder / "trace")
        self.prepare("--tables", folder, "--grant", grant, "--user", "1000:1000", *EXECUTED,
                     before=self.strace(trace=trace, sysfs=True))
        calls = re.findall(r"^(\w+)\(", pathlib.Path(trace).read_text(), re.M)
        first = next(i for i, call in enumerate(calls) if call in ("fchown", "fchmod"))
        last = next(i for i, call in enumerate(calls) if i > first and call == "execve")
        return [(call, calls[:i + 1].count(call)) for i, call in enumerate(calls) if first < i < last]

    def test_each_call_once(self):
        """Only the last check of the capabilities comes too late to undo the change."""
        for grant in ("chmod", "group"):
            folder = self.tables()
            closed = {path: (path.stat().st_mode, path.stat().st_gid) for path in folder.iterdir()}
            left = set()
            for call, number in self.drop_calls(folder, grant):
                for error in ("EPERM", "ENOSYS"):
                    for path in closed:
                        path.chmod(0o400)
                        os.chown(path, 0, 0)
                    done = self.prepare("--tables", folder, "--grant", grant, "--user", "1000:1000",
                                        *EXECUTED, before=self.strace(f"{call}:error={error}:when={number}",
                                                                      sysfs=True))
                    self.assertIn(done.returncode, (0, 125), done.stderr)
                    now = {path: (path.stat().st_mode, path.stat().st_gid) for path in closed}
                    if done.returncode == 125 and now != closed:
                        left.add(call)
                        self.assertIn("the tables stay open", done.stderr)
            self.assertEqual(left, {"capget"}, grant)

    def test_stdio_is_given_back_to_root_if_the_drop_fails(self):
        """It is root's again where the drop fails, whether or not tables were opened up."""
        trace = self.folder / "trace"
        words = [*NONE, "--own-stdio", "--user", "1000:1000", *EXECUTED]
        log = self.file("log", mode=0o600)
        with log.open("w") as out:
            self.prepare(*words, before=self.strace(trace=trace), stdout=out)
            calls = re.findall(r"^(\w+)\(", trace.read_text(), re.M)
            first = calls.index("fchown")
            left = set()
            for at in range(first + 1, calls.index("execve", first)):
                os.chown(log, 0, 0)
                injection = f"{calls[at]}:error=EPERM:when={calls[:at + 1].count(calls[at])}"
                done = self.prepare(*words, before=self.strace(injection), stdout=out)
                if done.returncode == 125 and log.stat().st_uid != 0:
                    left.add(calls[at])
                    self.assertIn("stays the user's", done.stderr)
        self.assertEqual(left, {"capget"})

    def test_a_call_that_fails_in_the_drop_only(self):
        for call in ("setgroups", "setresgid", "setresuid", "getgroups"):
            self.unchanged(f"{call}:error=EPERM:when=2", before=setpriv("--groups", "4"))
            if call in ("setgroups", "setresgid"):
                self.unchanged(f"{call}:retval=0:when=2", before=setpriv("--groups", "4"))

    @needs_user_namespace
    def test_a_user_namespace(self):
        """Files of a folder that root of the namespace owns, so that opening them would work."""
        folder = self.tables()
        for spec, maps in (("1000:1000", "setgroups deny"), ("5000:1000", ""), ("1000:5000", ""),
                           ("1000:1000", "--add-group 5000")):
            more = maps.split() if maps.startswith("--") else []
            unshare = MAPPED
            if maps == "setgroups deny":
                unshare = ["unshare", "--user", "--map-root-user"]
            for grant in ("chmod", "group"):
                with self.subTest(spec=spec, maps=maps, grant=grant):
                    done = self.prepare("--tables", folder, "--grant", grant, *more, "--user", spec,
                                        *EXECUTED, before=[*unshare, *self.strace(sysfs=True)])
                    self.assertEqual((done.returncode, done.stdout), (125, ""), done.stderr)
                    self.assertIn("DROPFAIL", done.stderr)
                    for path in folder.iterdir():
                        st = path.stat()
                        self.assertEqual((st.st_mode & 0o777, st.st_gid), (0o400, 0))


if __name__ == "__main__":
    main()
