# User specs and account files, with the ids that each must give. test_account.py runs them against
# hwident-prepare, compare.py against other programs.
# SPDX-License-Identifier: MIT
import dataclasses

from prepare import GROUP, PASSWD

REFUSED = "refused"


@dataclasses.dataclass(frozen=True)
class Row:
    rule: str
    spec: str
    expected: object  # REFUSED, or (uid, gid, groups)
    passwd: str = PASSWD
    group: str = GROUP
    add: str = ""  # one line that is added to passwd
    add_group: str = ""  # one line that is added to group
    options: tuple = ()


APP = (1000, 1001, [29, 44, 1001])
LINE = "app:x:1000:1001::/home/app:/bin/sh\n"
ROOT = ("--allow-root",)

ROWS = [
    # The spellings.
    Row("the spellings", "app", APP),
    Row("the spellings", "1000", APP),
    Row("the spellings", "app:video", (1000, 44, [44])),
    Row("the spellings", "1000:44", (1000, 44, [44])),
    Row("the spellings", "app:44", (1000, 44, [44])),
    Row("the spellings", "1000:video", (1000, 44, [44])),
    Row("the spellings", "app:app", (1000, 1001, [1001])),
    Row("the spellings", "5000:5000", (5000, 5000, [5000])),
    Row("the spellings", "app:12345", (1000, 12345, [12345])),
    Row("--add-group", "app:44", (1000, 44, [44, 999]), options=("--add-group", "999")),
    Row("--add-group", "app", (1000, 1001, [7, 29, 44, 999, 1001]),
        options=("--add-group", "999", "--add-group", "7", "--add-group", "999")),
    Row("a uid's groups are those of the name in its line", "1000", (1000, 1001, [29, 44, 1001])),
    Row("a group's member must match the whole name", "app", APP, add_group="no:x:77:apple,ap,xapp,app ,x app\n"),
    *[Row("blanks before a member are ignored, as in glibc", "app",
          (1000, 1001, [29, 44, 77, 1001]), add_group=f"some:x:77:{members}\n")
      for members in ("other, app", " app", "\tapp,other", "other,\v app", "other,,app")],
    *[Row("blanks after a member belong to its name, as in glibc", "app", APP,
          add_group=f"no:x:77:{members}\n")
      for members in ("app ,other", "app\t", "other app", "app other")],
    Row("the last line may lack its newline", "app", APP, passwd=PASSWD.rstrip("\n")),
    Row("the last line may lack its newline", "app", APP, group=GROUP.rstrip("\n")),
    Row("unknown name", "nobodyhere", REFUSED),
    Row("unknown group", "app:nogrouphere", REFUSED),
    # What is a number, what is a name, and what is neither.
    Row("what a number and a name are", "", REFUSED),
    Row("what a number and a name are", ":", REFUSED),
    Row("what a number and a name are", ":0", REFUSED),
    Row("what a number and a name are", "app:", REFUSED),
    Row("what a number and a name are", ":video", REFUSED),
    Row("what a number and a name are", "app:video:", REFUSED),
    Row("what a number and a name are", "1000:44:44", REFUSED),
    Row("what a number and a name are", "0:0:0", REFUSED, options=ROOT),
    Row("what a number and a name are", "00", REFUSED, options=ROOT),
    Row("what a number and a name are", "01000", REFUSED),
    Row("what a number and a name are", "1000:044", REFUSED),
    Row("what a number and a name are", "4294967294:4294967294", (4294967294, 4294967294, [4294967294])),
    Row("what a number and a name are", "4294967295:1000", REFUSED),
    Row("what a number and a name are", "4294967296", REFUSED),
    Row("what a number and a name are", "4294967296:1000", REFUSED),
    Row("what a number and a name are", "1000:4294967295", REFUSED),
    Row("what a number and a name are", "1000:4294967296", REFUSED),
    Row("what a number and a name are", "18446744073709551616:1000", REFUSED),
    Row("what a number and a name are", "65535:65535", (65535, 65535, [65535])),
    Row("what a number and a name are", "-1", REFUSED),
    Row("what a number and a name are", "-1:1000", REFUSED),
    Row("what a number and a name are", "+0", REFUSED),
    Row("what a number and a name are", "+1000:+1000", REFUSED),
    Row("refused even if passwd has the name", "+plus", REFUSED, add="+plus:x:1500:1500::/:/bin/sh\n"),
    Row("refused even if passwd has the name", "-minus", REFUSED, add="-minus:x:1500:1500::/:/bin/sh\n"),
    Row("refused even if passwd has the name", "a b", REFUSED, add="a b:x:1500:1500::/:/bin/sh\n"),
    Row("what a number and a name are", " 0", REFUSED),
    Row("what a number and a name are", "0 ", REFUSED),
    Row("what a number and a name are", " app", REFUSED),
    Row("what a number and a name are", "app ", REFUSED),
    Row("what a number and a name are", "a pp:44", REFUSED),
    Row("what a number and a name are", "app\t", REFUSED),
    Row("what a number and a name are", "app\n", REFUSED),
    Row("what a number and a name are", "1000: 44", REFUSED),
    Row("what a number and a name are", "app:video\n", REFUSED),
    Row("what a number and a name are", "app\x7f", REFUSED),
    Row("what a number and a name are", "0x3e8", REFUSED),
    Row("what a number and a name are", "1e3", REFUSED),
    Row("a name may begin with a digit", "0day", (1500, 1500, [1500]),
        add="0day:x:1500:1500::/:/bin/sh\n"),
    Row("a digit string is never looked up", "01000", REFUSED,
        add="01000:x:1500:1500::/:/bin/sh\n"),
    Row("what a number and a name are", "99999999999999999999", REFUSED,
        add="99999999999999999999:x:0:0::/:/bin/sh\n"),
    # Digits are a number; a line whose name is the same digits must not contradict it.
    Row("a line named by digits", "1500:1500", REFUSED, add="1500:x:1600:1600::/:/bin/sh\n"),
    Row("a line named by digits", "1500:1500", (1500, 1500, [1500]), add="1500:x:1500:1600::/:/bin/sh\n"),
    Row("a line named by digits", "1500:1500", REFUSED, add="1500:x:zero:1600::/:/bin/sh\n"),
    Row("a line named by digits", "1000:1500", REFUSED, add_group="1500:x:1600:\n"),
    Row("a line named by digits", "1000:1500", (1000, 1500, [1500]), add_group="1500:x:1500:\n"),
    # Without a line in passwd no group is invented.
    Row("a uid without a line needs a group", "12345", REFUSED),
    Row("a uid without a line needs a group", "1234567", REFUSED),
    # uid 0 only with --allow-root; gid 0 only where a file or the spec says so.
    Row("uid 0 and gid 0", "0", REFUSED),
    Row("uid 0 and gid 0", "root", REFUSED),
    Row("uid 0 and gid 0", "0:1000", REFUSED),
    Row("uid 0 and gid 0", "toor", REFUSED, add="toor:x:0:1000::/:/bin/sh\n"),
    Row("uid 0 and gid 0", "0", (0, 0, [0]), options=ROOT),
    Row("uid 0 and gid 0", "root", (0, 0, [0]), options=ROOT),
    Row("uid 0 and gid 0", "0:44", (0, 44, [44]), options=ROOT),
    Row("uid 0 and gid 0", "app:0", (1000, 0, [0])),
    Row("uid 0 and gid 0", "app", (1000, 0, [0, 29, 44]), passwd="app:x:1000:0::/:/bin/sh\n"),
    Row("uid 0 and gid 0", "app", (1000, 1001, [0, 29, 44, 1001]), group=GROUP.replace(":0:", ":0:app")),
    Row("uid 0 and gid 0", "app:44", (1000, 44, [0, 44]), options=("--add-group", "0")),
    # The lines of the account files.
    Row("fields", "app", REFUSED, passwd="app:x:1000:1001::/home/app\n"),
    Row("fields", "app", REFUSED, passwd="app:x:1000:1001::/home/app:/bin/sh:\n"),
    Row("fields", "app", REFUSED, passwd="app\n"),
    Row("fields", "badnum", REFUSED, add="badnum:x:notanum:1000::/:/bin/sh\n"),
    Row("fields", "plus", REFUSED, add="plus:x:+0:+0::/:/bin/sh\n"),
    Row("fields", "app", REFUSED, passwd="app:x:01000:1001::/home/app:/bin/sh\n"),
    Row("fields", "app", REFUSED, passwd="app:x:1000:::/home/app:/bin/sh\n"),
    Row("fields", "app", REFUSED, passwd="app:x:4294967295:1001::/home/app:/bin/sh\n"),
    Row("CR", "app", REFUSED, passwd=PASSWD.replace("\n", "\r\n")),
    Row("NUL", "app", REFUSED, passwd="app:x:1000:1001:\0:/home/app:/bin/sh\n"),
    Row("a line is shorter than 1 MiB", "app", REFUSED,
        passwd=f"app:x:1000:1001:{'x' * 1024 * 1024}:/home/app:/bin/sh\n"),
    Row("a line is shorter than 1 MiB", "app", APP,
        passwd=f"app:x:1000:1001:{'x' * (1024 * 1024 - 64)}:/home/app:/bin/sh\n"),
    Row("a malformed line never matches", "1000", REFUSED,
        passwd="app:x:1000:1001::/home/app\n"),
    Row("a malformed line never matches", "1000", APP,
        passwd="bad:x:1000:5:\n" + "\n#\n::::::\n:x:1000:7::/:/\n" + PASSWD),
    *[Row("lines for a name service are not users or groups", spec, expected,
          passwd="+::::::\n+nis::::::\n-app::0:0:::\n" + PASSWD, group="+:::\n+g:x:0:app\n+:x::app\n" + GROUP)
      for spec, expected in (("nis", REFUSED), ("+nis", REFUSED), ("+", REFUSED), ("app:+g", REFUSED),
                             ("app:g", REFUSED), ("0", REFUSED), ("1000:1001", (1000, 1001, [1001])))],
    Row("the first matching line decides", "app", APP, passwd=LINE + "app:x:0:0::/root:/bin/sh\n"),
    Row("the first matching line decides", "app", REFUSED, passwd="app:x:1000\n" + LINE),
    Row("the first matching line decides", "1000", (1000, 5, [5]),
        passwd="other:x:1000:5::/:/bin/sh\n" + LINE, group=""),
    Row("group", "app:bad", REFUSED, add_group="bad:x:notanum:\n"),
    Row("group", "app:bad", REFUSED, add_group="bad:x:77\n"),
    Row("group", "app:bad", REFUSED, add_group="bad:x:77::\n"),
    Row("group", "app:bad", REFUSED, add_group="bad:x:77:\r\n"),
    Row("a malformed group line that lists the user is skipped", "app", APP,
        add_group="bad:x:notanum:app\nworse:x:0\nmore:x:0:app:\ncr:x:0:app\r\n"),
    Row("missing passwd", "app", REFUSED, passwd=None),
    Row("missing passwd", "1000", REFUSED, passwd=None),
    Row("missing passwd", "1000:44", (1000, 44, [44]), passwd=None),
    Row("missing both", "1000:44", (1000, 44, [44]), passwd=None, group=None),
    Row("missing group", "app", (1000, 1001, [1001]), group=None),
    Row("missing group", "app:video", REFUSED, group=None),
    Row("empty", "1000:44", (1000, 44, [44]), passwd="", group=""),
]
