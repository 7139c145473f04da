# Every code of every field: compares what we print as dmidecode with what dmidecode prints, for
# structures that differ in one field each. A difference that intended.tsv does not explain fails.
# SPDX-License-Identifier: MIT
import argparse
import collections
import difflib
import itertools
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

from parity import in_words_of
from skips import count_complaints
from structures import FIRST_OEM_TYPE, HEADER, STANDARD, bodies, dump, structure, system
from vendors import VENDORS

BUFFERED = TOP / "build/tests/parity/buffered.so"
INTENDED = pathlib.Path(__file__).with_name("intended.tsv")
VERSIONS = ["2.0", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8",
            "3.0", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"]
LATEST = VERSIONS[-1]
BATCH = 16384
SHOWN = 40
WORKERS = 2


class Intended:
    """The rows of intended.tsv that are about a type: `type N when CONDITION`, a sign, a line and the
    reason. The condition is Python that may use u8 to u64 at an offset of the structure, its
    length, the machine's product name and the dialect; so may the line, which is a regular
    expression, between backquotes."""

    def __init__(self, dialect, vendor):
        self.common = {"dialect": dialect, "product": vendor[1] if vendor else ""}
        self.rows = collections.defaultdict(list)
        for line in INTENDED.read_text().splitlines():
            match = re.match(r"type (\d+) when (.*)\t([-+])\t(.*)\t(.+)$", line)
            if match:
                self.rows[int(match[1])].append((compile(match[2], match[2], "eval"), match[3],
                                                 in_words_of(dialect, match[4]).split("`")))

    def explain(self, kind, body, lines):
        """The differing lines that no row explains."""
        names = {**self.common, "length": HEADER + len(body)}
        for name, width in (("u8", 1), ("u16", 2), ("u32", 4), ("u64", 8)):
            names[name] = (lambda width: lambda offset: int.from_bytes(
                body[offset - HEADER:offset - HEADER + width], "little"))(width)
        for condition, sign, parts in self.rows[kind]:
            if lines and eval(condition, names):
                pattern = "".join(str(eval(part, names)) if i % 2 else part
                                  for i, part in enumerate(parts))
                lines = [line for line in lines
                         if line[0] != sign or not re.fullmatch(pattern, line[1:].strip())]
        return lines


def printed(program, folder, dialect):
    """The text of each structure, with the messages that name its handle; other messages."""
    env = {**os.environ, "HWIDENT_DIALECT": dialect, "LD_PRELOAD": str(BUFFERED)}
    done = subprocess.run([program, "--from-dump", "t.bin"], cwd=folder, env=env,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == 0, (program, done.stderr)
    texts = re.split(r"\n(?=Handle 0x)", done.stdout.decode("latin-1"))
    others = []
    for line in done.stderr.decode("latin-1").splitlines():
        match = re.search(r"\(handle 0x([0-9a-f]{4})", line)
        if match:
            texts[int(match[1], 16) + 1] += "\nmessage: " + line
        else:
            others.append(line)
    return texts, others


def differing(theirs, ours):
    matcher = difflib.SequenceMatcher(a=theirs, b=ours, autojunk=False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag != "equal":
            yield from ("-" + line for line in theirs[a:a_end])
            yield from ("+" + line for line in ours[b:b_end])


def sweep(job):
    """Compares a type's structures; returns how many, and the differences by their kind."""
    options, version, vendor, kind, length = job
    intended, found, count = Intended(options.dialect, vendor), {}, 0
    number = [int(part) for part in version.split(".")] + [0]
    source = bodies(kind, length, options.whole and version == LATEST)
    with tempfile.TemporaryDirectory() as folder:
        ours = pathlib.Path(folder, "dmidecode")
        ours.symlink_to(options.ours)
        while batch := list(itertools.islice(source, BATCH)):
            table = [structure(kind, body, i) for i, body in enumerate(batch)]
            table += [system(*vendor, len(batch))] if vendor else []
            pathlib.Path(folder, "t.bin").write_bytes(
                dump(b"".join(table) + b"\x7f\4\xfe\xff\0\0", number))
            theirs, mine = (printed(program, folder, options.dialect)
                            for program in (options.theirs, ours))
            count += len(batch)
            if theirs[1] != mine[1] or len(theirs[0]) != len(mine[0]):
                found[f"{len(theirs[0])} parts and {len(mine[0])}",] = [1, theirs[1:] + mine[1:]]
            for body, a, b in zip(batch, theirs[0][1:], mine[0][1:]):
                if a != b:
                    lines = list(differing(a.split("\n"), b.split("\n")))
                    left = intended.explain(kind, body, lines)
                    key = tuple(re.sub(r"(?<=[:#]).*", "", re.sub(r"\d+", "#", line))
                                for line in left[:6])
                    if left:
                        found.setdefault(key, [0, (bytes(body).hex(), left[:6])])[0] += 1
    return version, vendor, kind, count, found


def jobs(options):
    """The fields of vendors' types do not depend on the version."""
    undecoded = dict.fromkeys(range(FIRST_OEM_TYPE, 256), HEADER) if options.whole else {}
    for version in options.versions:
        machines = [(None, STANDARD)]
        if version == LATEST and not options.standard:
            machines += [(vendor, {**undecoded, **types}) for vendor, types in VENDORS.items()]
        for vendor, types in machines:
            for kind, length in types.items():
                if not options.types or kind in options.types:
                    yield options, version, vendor, kind, length


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("theirs", help="dmidecode, by its path")
    parser.add_argument("--ours", default=TOP / "build/hwident")
    parser.add_argument("--dialect", default="3.7")
    parser.add_argument("--whole", action="store_true", help="every byte, every version")
    parser.add_argument("--standard", action="store_true", help="no types of vendors")
    parser.add_argument("--versions", type=lambda text: text.split(","))
    parser.add_argument("--types", type=lambda text: [int(part) for part in text.split(",")])
    options = parser.parse_args()
    options.theirs = os.path.abspath(options.theirs)
    if not os.path.exists(options.theirs):
        print(f"skipped: sweep: no dmidecode {options.dialect}")
        failed = count_complaints([f"dmidecode {options.dialect}"])
        print(f"0 passed, {failed} failed, 1 skipped")
        return failed > 0
    options.versions = options.versions or (VERSIONS if options.whole else [LATEST])
    count, failed, passed = 0, 0, 0
    with multiprocessing.Pool(WORKERS) as pool:
        for version, vendor, kind, structures, found in pool.imap(sweep, jobs(options)):
            count += structures
            failed += bool(found)
            passed += not found
            for lines, (times, example) in list(found.items())[:SHOWN]:
                print(f"{version} {' '.join(vendor or ())} type {kind}: {times} structures differ: "
                      f"{list(lines)}\n    {example}")
    print(f"{count} structures compared with dmidecode {options.dialect}")
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
