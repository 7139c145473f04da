#!/usr/bin/env python3
# Runs the model of the drop, then runs it again for each check removed from the program, which
# the model must notice.
# SPDX-License-Identifier: MIT
#
# usage: check.py MODEL, with CC, CPPFLAGS, CFLAGS, WRAPPED and INTERNAL as it was built (suite.mk)
import concurrent.futures
import os
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
MODEL = pathlib.Path(sys.argv[1]).resolve()
BUILD = MODEL.parents[2]

# The file, its text with the check, and its text without the check.
CHECKS = [
    ("drop", "if (!set && !(target->has_groups && process_groups_are(target)))", "if (0)"),
    ("drop", "target->has_groups && process_groups_are(target)", "process_groups_are(target)"),
    ("drop", "target->has_groups && process_groups_are(target)", "target->has_groups"),
    ("drop", "if (syscall(SETRESGID, gid, gid, gid) != 0)", "if (syscall(SETRESGID, gid, gid, gid) == 2)"),
    ("drop", "if (!process_gid_is(gid))", "if (0)"),
    ("drop", "if (set && !process_groups_are_set(target))", "if (0)"),
    ("drop", "if (syscall(SETRESUID, uid, uid, uid) != 0)", "if (syscall(SETRESUID, uid, uid, uid) == 2)"),
    ("drop", "(void)prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);", ";"),
    ("ask", "target->uid != 0 ? own.permitted & UNDO : 0", "0"),
    ("drop", "(void)capabilities_set(&undo);", ";"),
    ("drop", "process_uid_is(uid) ? NULL : ", "1 ? NULL : "),
    ("drop", "if (!capabilities_set(&none))", "if (capabilities_set(&none), 0)"),
    ("drop", "if (!capabilities_set(&none))", "if (0)"),
    ("drop", "!capabilities_get(&left) || ", "(left = none, capabilities_get(&left), 0) || "),
    ("drop", "(left.effective | left.permitted | left.inheritable)", "(left.permitted | left.inheritable)"),
    ("drop", "(left.effective | left.permitted | left.inheritable)", "(left.effective | left.inheritable)"),
    ("drop", "(left.effective | left.permitted | left.inheritable)", "(left.effective | left.permitted)"),
    ("drop", "if (syscall(SETRESUID, SAME, 0, SAME) == 0)", "if (0)"),
    ("drop", "if (target->gid != 0 && syscall(SETRESGID, SAME, 0, SAME) == 0)", "if (0)"),
    *[("process", f"get{kind}(&real, &effective, &saved) == 0 && ", f"(get{kind}(&real, &effective, &saved), 1) && ")
      for kind in ("resuid", "resgid")],
    *[("process", f"{which} == {kind}", "1") for kind in ("uid", "gid") for which in ("real", "effective", "saved")],
    ("process", 'file_id_is(uid, setfsuid(SAME), "Uid")', "1"),
    ("process", 'file_id_is(gid, setfsgid(SAME), "Gid")', "1"),
    ("process", "!proc_file_id(line, &in_proc) || in_proc == id", "1"),
    ("process", "answer == -1 && errno == ENOSYS", "answer == -1"),
    ("process", "return (uint32_t)answer == id;", "return 1;"),
    ("process", "return count < 0 ? NULL : &now;", "return &now;"),
    ("process", "process_groups() && target_has_groups(target, &now)", "process_groups()"),
    ("process", " && now.count == target->groups.count", ""),
    ("ask", 'ask("capget", capabilities_get(&own) ? 0 : -1);', "capabilities_get(&own);"),
    ("ask", 'ask("getgroups", now ? 0 : -1);', ""),
    ("ask", "ask_groups(now);", ""),
    ("ask", 'ask("setfsuid", uid == -1 ? -1 : 0);', ""),
    ("ask", "ask_map(UID_MAP, &target->uid, 1);", ""),
    ("ask", "ask_map(GID_MAP, target->groups.id, target->groups.count);", ""),
    ("ask", 'ask("setresgid", syscall(SETRESGID, SAME, SAME, SAME));', ""),
    ("ask", 'ask("setresuid", syscall(SETRESUID, SAME, SAME, SAME));', ""),
    ("ask", 'ask("capset", capabilities_set(&own) ? 0 : -1);', ""),
    ("main", 'give_up("DROPFAIL", why, granted);\n    why = drop_user', 'die("DROPFAIL", "%s", why);\n    why = drop_user'),
]


def run(model):
    return subprocess.run([model], capture_output=True, text=True, check=False, timeout=300)


def without(number, check):
    """What is wrong with the model's result for the program without that check, or nothing."""
    name, old, new = check
    source = TOP / f"src/prepare/{name}.c"
    text = source.read_text()
    if text.count(old) < 1:
        return "the program has no such line"
    folder = MODEL.parent / f"without-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / source.name).write_text(text.replace(old, new))
    objects = [folder / path.name if path.name == f"{name}.o" else path
               for path in sorted((BUILD / "obj/src/prepare").glob("*.o"))
               if (TOP / "src/prepare" / path.with_suffix(".c").name).exists()]
    words = [*os.environ["CC"].split(), *os.environ["CPPFLAGS"].split(), *os.environ["CFLAGS"].split(), "-w"]
    compiled = subprocess.run([*words, "-O0", "-c", folder / source.name, "-o", folder / f"{name}.o"],
                              cwd=TOP, capture_output=True, text=True, check=False)
    if compiled.returncode != 0:
        return compiled.stderr
    subprocess.run([*words, *os.environ["WRAPPED"].split(), BUILD / "obj/tests/drop/model.o", BUILD / "obj/tests/unit/kernel.o",
                    *objects, *os.environ["INTERNAL"].split(), "-lcmocka", "-l:libmbedcrypto.a",
                    "-o", folder / "model"], cwd=TOP, check=True)
    return "" if run(folder / "model").returncode != 0 else "the model does not notice"


def main():
    whole = run(MODEL)
    if whole.returncode != 0:
        print(whole.stdout, whole.stderr, sep="")
    outcomes = [whole.returncode == 0]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for check, wrong in zip(CHECKS, pool.map(without, range(len(CHECKS)), CHECKS)):
            outcomes.append(not wrong)
            if wrong:
                print(f"without {check[0]}.c: {check[1]}: {wrong}")
    print(f"{outcomes.count(True)} passed, {outcomes.count(False)} failed, 0 skipped")
    sys.exit(not all(outcomes))


main()
