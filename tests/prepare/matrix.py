# User specs and account files, and who comes out: ours in test_account.py, others' in compare.py.
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
    add: str = ""  # one more line of passwd
    add_group: str = ""  # one more line of group
    options: tuple = ()


APP = (1000, 1001, [29, 44, 1001])
LINE = "app:x:1000:1001::/home/app:/bin/sh\n"
ROOT = ("--allow-root",)

ROWS = [
    # 10: the spellings
    Row("10", "app", APP),
    Row("10", "1000", APP),
    Row("10", "app:video", (1000, 44, [44])),
    Row("10", "1000:44", (1000, 44, [44])),
    Row("10", "app:44", (1000, 44, [44])),
    Row("10", "1000:video", (1000, 44, [44])),
    Row("10", "app:app", (1000, 1001, [1001])),
    Row("10", "5000:5000", (5000, 5000, [5000])),
    Row("10", "app:12345", (1000, 12345, [12345])),
    Row("10 --add-group", "app:44", (1000, 44, [44, 999]), options=("--add-group", "999")),
    Row("10 --add-group", "app", (1000, 1001, [7, 29, 44, 999, 1001]),
        options=("--add-group", "999", "--add-group", "7", "--add-group", "999")),
    Row("10 groups are by the line's name", "1000", (1000, 1001, [29, 44, 1001])),
    Row("10 a member is a whole name", "app", APP, add_group="no:x:77:apple,ap,xapp,app ,x app\n"),
    *[Row("10 blanks before a member, as glibc reads them", "app", (1000, 1001, [29, 44, 77, 1001]),
          add_group=f"some:x:77:{members}\n")
      for members in ("other, app", " app", "\tapp,other", "other,\v app", "other,,app")],
    *[Row("10 blanks after a member are its name's, as glibc reads them", "app", APP,
          add_group=f"no:x:77:{members}\n")
      for members in ("app ,other", "app\t", "other app", "app other")],
    Row("10 without a last newline", "app", APP, passwd=PASSWD.rstrip("\n")),
    Row("10 without a last newline", "app", APP, group=GROUP.rstrip("\n")),
    Row("10 unknown name", "nobodyhere", REFUSED),
    Row("10 unknown group", "app:nogrouphere", REFUSED),
    # 11: what a number is, what a name is, what is neither
    Row("11", "", REFUSED),
    Row("11", ":", REFUSED),
    Row("11", ":0", REFUSED),
    Row("11", "app:", REFUSED),
    Row("11", ":video", REFUSED),
    Row("11", "app:video:", REFUSED),
    Row("11", "1000:44:44", REFUSED),
    Row("11", "0:0:0", REFUSED, options=ROOT),
    Row("11", "00", REFUSED, options=ROOT),
    Row("11", "01000", REFUSED),
    Row("11", "1000:044", REFUSED),
    Row("11", "4294967294:4294967294", (4294967294, 4294967294, [4294967294])),
    Row("11", "4294967295:1000", REFUSED),
    Row("11", "4294967296", REFUSED),
    Row("11", "4294967296:1000", REFUSED),
    Row("11", "1000:4294967295", REFUSED),
    Row("11", "1000:4294967296", REFUSED),
    Row("11", "18446744073709551616:1000", REFUSED),
    Row("11", "65535:65535", (65535, 65535, [65535])),
    Row("11", "-1", REFUSED),
    Row("11", "-1:1000", REFUSED),
    Row("11", "+0", REFUSED),
    Row("11", "+1000:+1000", REFUSED),
    Row("11 not even as a name", "+plus", REFUSED, add="+plus:x:1500:1500::/:/bin/sh\n"),
    Row("11 not even as a name", "-minus", REFUSED, add="-minus:x:1500:1500::/:/bin/sh\n"),
    Row("11 not even as a name", "a b", REFUSED, add="a b:x:1500:1500::/:/bin/sh\n"),
    Row("11", " 0", REFUSED),
    Row("11", "0 ", REFUSED),
    Row("11", " app", REFUSED),
    Row("11", "app ", REFUSED),
    Row("11", "a pp:44", REFUSED),
    Row("11", "app\t", REFUSED),
    Row("11", "app\n", REFUSED),
    Row("11", "1000: 44", REFUSED),
    Row("11", "app:video\n", REFUSED),
    Row("11", "app\x7f", REFUSED),
    Row("11", "0x3e8", REFUSED),
    Row("11", "1e3", REFUSED),
    Row("11 a name may begin with a digit", "0day", (1500, 1500, [1500]),
        add="0day:x:1500:1500::/:/bin/sh\n"),
    Row("11 a digit string is never looked up", "01000", REFUSED,
        add="01000:x:1500:1500::/:/bin/sh\n"),
    Row("11", "99999999999999999999", REFUSED, add="99999999999999999999:x:0:0::/:/bin/sh\n"),
    # 12: digits are a number, and doubt is refused
    Row("12", "1500:1500", REFUSED, add="1500:x:1600:1600::/:/bin/sh\n"),
    Row("12", "1500:1500", (1500, 1500, [1500]), add="1500:x:1500:1600::/:/bin/sh\n"),
    Row("12", "1500:1500", REFUSED, add="1500:x:zero:1600::/:/bin/sh\n"),
    Row("12", "1000:1500", REFUSED, add_group="1500:x:1600:\n"),
    Row("12", "1000:1500", (1000, 1500, [1500]), add_group="1500:x:1500:\n"),
    # 13: no group is made up
    Row("13", "12345", REFUSED),
    Row("13", "1234567", REFUSED),
    # 14: uid 0 only if allowed, gid 0 only if written
    Row("14", "0", REFUSED),
    Row("14", "root", REFUSED),
    Row("14", "0:1000", REFUSED),
    Row("14", "toor", REFUSED, add="toor:x:0:1000::/:/bin/sh\n"),
    Row("14", "0", (0, 0, [0]), options=ROOT),
    Row("14", "root", (0, 0, [0]), options=ROOT),
    Row("14", "0:44", (0, 44, [44]), options=ROOT),
    Row("14", "app:0", (1000, 0, [0])),
    Row("14", "app", (1000, 0, [0, 29, 44]), passwd="app:x:1000:0::/:/bin/sh\n"),
    Row("14", "app", (1000, 1001, [0, 29, 44, 1001]), group=GROUP.replace(":0:", ":0:app")),
    Row("14", "app:44", (1000, 44, [0, 44]), options=("--add-group", "0")),
    # 15: lines
    Row("15 fields", "app", REFUSED, passwd="app:x:1000:1001::/home/app\n"),
    Row("15 fields", "app", REFUSED, passwd="app:x:1000:1001::/home/app:/bin/sh:\n"),
    Row("15 fields", "app", REFUSED, passwd="app\n"),
    Row("15 fields", "badnum", REFUSED, add="badnum:x:notanum:1000::/:/bin/sh\n"),
    Row("15 fields", "plus", REFUSED, add="plus:x:+0:+0::/:/bin/sh\n"),
    Row("15 fields", "app", REFUSED, passwd="app:x:01000:1001::/home/app:/bin/sh\n"),
    Row("15 fields", "app", REFUSED, passwd="app:x:1000:::/home/app:/bin/sh\n"),
    Row("15 fields", "app", REFUSED, passwd="app:x:4294967295:1001::/home/app:/bin/sh\n"),
    Row("15 CR", "app", REFUSED, passwd=PASSWD.replace("\n", "\r\n")),
    Row("15 NUL", "app", REFUSED, passwd="app:x:1000:1001:\0:/home/app:/bin/sh\n"),
    Row("15 under a megabyte", "app", REFUSED,
        passwd=f"app:x:1000:1001:{'x' * 1024 * 1024}:/home/app:/bin/sh\n"),
    Row("15 under a megabyte", "app", APP,
        passwd=f"app:x:1000:1001:{'x' * (1024 * 1024 - 64)}:/home/app:/bin/sh\n"),
    Row("15 a malformed line never matches", "1000", REFUSED, passwd="app:x:1000:1001::/home/app\n"),
    Row("15 a malformed line never matches", "1000", APP,
        passwd="bad:x:1000:5:\n" + "\n#\n::::::\n:x:1000:7::/:/\n" + PASSWD),
    Row("15 the first decides", "app", APP, passwd=LINE + "app:x:0:0::/root:/bin/sh\n"),
    Row("15 the first decides", "app", REFUSED, passwd="app:x:1000\n" + LINE),
    Row("15 the first decides", "1000", (1000, 5, [5]),
        passwd="other:x:1000:5::/:/bin/sh\n" + LINE, group=""),
    Row("15 group", "app:bad", REFUSED, add_group="bad:x:notanum:\n"),
    Row("15 group", "app:bad", REFUSED, add_group="bad:x:77\n"),
    Row("15 group", "app:bad", REFUSED, add_group="bad:x:77::\n"),
    Row("15 group", "app:bad", REFUSED, add_group="bad:x:77:\r\n"),
    Row("15 a malformed group that lists is skipped", "app", APP,
        add_group="bad:x:notanum:app\nworse:x:0\nmore:x:0:app:\ncr:x:0:app\r\n"),
    Row("15 missing passwd", "app", REFUSED, passwd=None),
    Row("15 missing passwd", "1000", REFUSED, passwd=None),
    Row("15 missing passwd", "1000:44", (1000, 44, [44]), passwd=None),
    Row("15 missing both", "1000:44", (1000, 44, [44]), passwd=None, group=None),
    Row("15 missing group", "app", (1000, 1001, [1001]), group=None),
    Row("15 missing group", "app:video", REFUSED, group=None),
    Row("15 empty", "1000:44", (1000, 44, [44]), passwd="", group=""),
]
