#!/usr/bin/env python3
# Reports on the unit tests: makes one change at a time in a copy of a source, rebuilds what is made
# of it, and sees whether a unit test fails.
# SPDX-License-Identifier: MIT
#
# usage: mutate.py BUILD NUMBER|all [FILE...], from the top of the tree. BUILD holds the unit tests,
# of objects without debugging information, so that the same code is the same bytes, and in
# `commands` what make ran for them.
import collections
import concurrent.futures
import pathlib
import random
import re
import resource
import shlex
import signal
import subprocess
import sys
import tempfile

import mutants

FOLDERS = ("src/smbios", "src/schema", "src/identity", "src/prepare")
SEED = 1
MEMORY = 1 << 30  # bytes of memory, and of a file


class Build:
    """How objects and unit tests are made, which tests hold an object, which objects a source."""

    def __init__(self, folder):
        self.folder = folder
        self.commands, self.tests, self.seconds = {}, {}, {}
        self.objects = collections.defaultdict(list)
        for line in (folder / "commands").read_text().replace("\\\n", " ").splitlines():
            words = shlex.split(line)
            if "-o" in words:
                self.commands[words[words.index("-o") + 1]] = words
        self.library = {pathlib.Path(made).name: made for made in self.commands if self.in_library(made)}
        for made, words in self.commands.items():
            if "-c" in words:
                self.note_sources(made)
            else:
                self.note_objects(made, words)
                self.note_seconds(made)
        for programs in self.tests.values():
            programs.sort(key=self.seconds.get)

    def in_library(self, made):
        return re.search(r"/obj/src/(smbios|host|identity)/", made)

    def note_sources(self, made):
        needs = pathlib.Path(made).with_suffix(".d").read_text().split("\n\n")[0]
        for source in needs.replace("\\\n", " ").partition(":")[2].split():
            self.objects[source].append(made)

    def note_objects(self, program, words):
        """The linker tells what it takes, out of the library as well."""
        trace = subprocess.run([*words, "-Wl,-t,-t", "-Wl,-o,/dev/stderr"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, check=True).stdout
        for line in trace.splitlines():
            member = re.fullmatch(r"\(.*libhwident\.a\)(.*)", line)
            self.tests.setdefault(self.library[member[1]] if member else line, []).append(program)

    def note_seconds(self, program):
        """How long it may take of the processor: a multiple of what it takes unchanged."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        if self.quiet([program]) != 0:
            raise SystemExit(f"mutation: {program} fails as it is")
        taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        self.seconds[program] = 0.1 + 5 * taken

    def quiet(self, words, **keywords):
        return subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False, **keywords).returncode

    def compiled(self, mutant, folder, *options, of=None):
        """The objects that are made of the copy, `of` all of them or those given, as {object: its new
        place}; None: it isn't C."""
        new = {made: str(folder / made.replace("/", "-")) for made in of or self.objects[mutant.file]}
        for made in new:
            words = [{mutant.file: folder / mutant.file, **new}.get(word, word)
                     for word in self.commands[made]]
            words.insert(1, f"-I{folder / 'src'}")
            if self.quiet([*words, *options]) != 0:
                return None
        return new

    def same_code(self, mutant, source, folder):
        """Whether an optimizer makes the same of both."""
        code = []
        for text in (mutated(mutant, source), source):
            (folder / mutant.file).write_text(text)
            made = self.compiled(mutant, folder, "-O1")
            code.append(made and [pathlib.Path(new).read_bytes() for new in made.values()])
        return code[0] in (None, code[1])

    def fails(self, program, changed, folder):
        new = folder / pathlib.Path(program).name
        words = [{**changed, program: str(new)}.get(word, word) for word in self.commands[program]]
        # Those of the library stand before it, so that it isn't asked for them.
        words[1:1] = [place for made, place in changed.items() if self.in_library(made)]
        if self.quiet(words) != 0:
            raise SystemExit("mutation: can't link " + " ".join(words))
        return self.quiet([new], preexec_fn=lambda: limit(self.seconds[program])) != 0

    def programs(self, mutant):
        """The tests of whatever is made of it, the one first that found the last."""
        return list(dict.fromkeys(program for made in self.objects[mutant.file]
                                  for program in self.tests.get(made, [])))

    def judge(self, mutant, source):
        """True: noticed, False: not, None: no other program came of it."""
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            folder = pathlib.Path(name)
            (folder / mutant.file).parent.mkdir(parents=True)
            (folder / mutant.file).write_text(mutated(mutant, source))
            changed = {}
            for program in self.programs(mutant):
                needed = [made for made in self.objects[mutant.file]
                          if program in self.tests.get(made, []) and made not in changed]
                new = self.compiled(mutant, folder, of=needed) if needed else {}
                if new is None:
                    return None
                changed |= new
                if self.fails(program, changed, folder):
                    for made in changed:  # it will often be the one for the next as well
                        self.tests[made] = sorted(self.tests.get(made, []), key=lambda p: p != program)
                    return True
            return None if self.same_code(mutant, source, folder) else False


def mutated(mutant, source):
    return source[:mutant.start] + mutant.new + source[mutant.end:]


def limit(seconds):
    signal.setitimer(signal.ITIMER_PROF, seconds)  # what ends a loop that doesn't end
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def chosen(number, files):
    """Some of all mutants, the same ones in every run over the same sources."""
    sources = {str(path): path.read_text() for folder in FOLDERS
               for path in sorted(pathlib.Path(folder).glob("*.[ch]"))}
    all_of_them = [m for file in files or sources for m in mutants.mutants(file, sources[file])]
    if number != "all" and int(number) < len(all_of_them):
        all_of_them = sorted(random.Random(SEED).sample(all_of_them, int(number)))
    return sources, all_of_them


def main(folder, number, *files):
    build = Build(pathlib.Path(folder))
    sources, some = chosen(number, files)
    noticed, made = collections.Counter(), collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        verdicts = pool.map(lambda m: build.judge(m, sources[m.file]), some)
        for mutant, verdict in zip(some, verdicts):
            made[mutant.file] += verdict is not None
            noticed[mutant.file] += verdict is True
            if verdict is False:
                print("not noticed:", mutant.file, mutant.function,
                      mutants.described(mutant, sources[mutant.file]), sep="\t", flush=True)
    for file in sorted(made):
        print(f"{noticed[file]:5} of {made[file]:5}  {file}")
    share = 100 * noticed.total() / max(1, made.total())
    print(f"{len(some)} changes, {made.total()} of them make another program, of which the unit tests "
          f"notice {noticed.total()}, {share:.1f} %")


if __name__ == "__main__":
    main(*sys.argv[1:])
