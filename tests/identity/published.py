"""Holds src/identity/placeholders.c against published.tsv, which was written down from the places
that it names: both have the same values, and each is a placeholder from its rule set on.

usage: published.py JUDGE
SPDX-License-Identifier: MIT
"""
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).parents[2]
NEWEST = int(re.search(r"HWIDENT_RULES (\d+)", (TOP / "include/hwident.h").read_text())[1])
# Rule set 2 has a rule for values that rule set 1 could only list.
RULED = 2


def swapped(uuid):
    return uuid[3::-1] + uuid[5:3:-1] + uuid[7:5:-1] + uuid[8:]


def uuid_of(text):
    """The UUID of any spelling, including a GUID written in C."""
    return bytes.fromhex("".join(re.findall("[0-9a-f]+", text.lower().replace("0x", ""))))


def folded(profile, text):
    if profile == "u":
        return min(uuid_of(text), swapped(uuid_of(text)))
    return re.sub("[^a-z0-9]", "", text.lower())


def published():
    for line in (TOP / "tests/identity/published.tsv").read_text().splitlines()[1:]:
        profile, rules, value, _ = line.split("\t")
        yield profile, int(rules), value


def listed():
    text = (TOP / "src/identity/placeholders.c").read_text()
    for profile, array in (("u", "placeholder_uuids"), ("s", "placeholder_serials")):
        rows = text.split(array + "[]")[1].split("};")[0]
        for rules, value in re.findall(r'\{(\d+),\s*"([^"]+)"', rows):
            yield profile, int(rules), value


def judged(judge, rules, values):
    """The verdict on each (profile, bytes)."""
    lines = "".join(f"{profile}\t{value.hex()}\n" for profile, value in values)
    done = subprocess.run([judge, str(rules)], input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def spellings(profile, value):
    if profile == "u":
        return {uuid_of(value), swapped(uuid_of(value))}
    return {value.encode(), value.upper().encode(), b" " + value.encode()}


def wrong_verdicts(judge):
    for rules in range(1, NEWEST + 1):
        asked = [(row, spelling) for row in published()
                 for spelling in sorted(spellings(row[0], row[2]))]
        verdicts = judged(judge, rules, [(row[0], spelling) for row, spelling in asked])
        for ((profile, since, value), _), verdict in zip(asked, verdicts, strict=True):
            is_listed = verdict == "placeholder\tlist"
            if since <= rules and not is_listed and not (
                    rules >= RULED and verdict.startswith("placeholder\t")):
                yield f"{profile} {value}: by rule set {rules} {verdict}"
            elif since > rules and is_listed:
                yield f"{profile} {value}: listed by rule set {rules} already"


def main(judge):
    wrong = list(wrong_verdicts(judge))
    rows = [{(profile, rules, folded(profile, value)) for profile, rules, value in rows()}
            for rows in (published, listed)]
    wrong += [f"in one list only: {row}" for row in sorted(rows[0] ^ rows[1], key=str)]
    print("\n".join(wrong))
    sys.exit(len(wrong) > 0)


if __name__ == "__main__":
    main(sys.argv[1])
