#!/usr/bin/env python3
# Reports on the unit tests: makes one change at a time in a copy of a source, rebuilds everything
# made of it, and sees whether a unit test fails.
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
    """How objects and unit tests are made, which tests link an object, which objects a source makes."""

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
        """The linker says which objects it takes, those of the library too."""
        trace = subprocess.run([*words, "-Wl,-t,-t", "-Wl,-o,/dev/stderr"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, check=True).stdout
        for line in trace.splitlines():
            member = re.fullmatch(r"\(.*libhwident\.a\)(.*)", line)
            self.tests.setdefault(self.library[member[1]] if member else line, []).append(program)

    def note_seconds(self, program):
        """The processor time that a test may use: a multiple of what it takes unchanged."""
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
        """Whether the optimizer makes the same code of both."""
        code = []
        for text in (mutated(mutant, source), source):
            (folder / mutant.file).write_text(text)
            made = self.compiled(mutant, folder, "-O1")
            code.append(made and [pathlib.Path(new).read_bytes() for new in made.values()])
        return code[0] in (None, code[1])

    def fails(self, program, changed, folder):
        new = folder / pathlib.Path(program).name
        words = [{**changed, program: str(new)}.get(word, word) for word in self.commands[program]]
        # The library's changed objects come before it, so that they are not taken out of it.
        words[1:1] = [place for made, place in changed.items() if self.in_library(made)]
        if self.quiet(words) != 0:
            raise SystemExit("mutation: can't link " + " ".join(words))
        return self.quiet([new], preexec_fn=lambda: limit(self.seconds[program])) != 0

    def programs(self, mutant):
        """The tests of everything that is made of it, beginning with the one that found the last change."""
        return list(dict.fromkeys(program for made in self.objects[mutant.file]
                                  for program in self.tests.get(made, [])))

    def judge(self, mutant, source):
        """True: noticed, False: not noticed, None: the program did not change."""
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
                    for made in changed:  # it will often notice the next change too
                        self.tests[made] = sorted(self.tests.get(made, []), key=lambda p: p != program)
                    return True
            return None if self.same_code(mutant, source, folder) else False


def mutated(mutant, source):
    return source[:mutant.start] + mutant.new + source[mutant.end:]


def limit(seconds):
    signal.setitimer(signal.ITIMER_PROF, seconds)  # ends a program that loops forever
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def chosen(number, files):
    """A sample of all mutants, the same one in every run with the same sources."""
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
