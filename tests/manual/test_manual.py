# The manuals are clean mdoc, name exactly the options and commands that --help names, have the
# header's prototypes, and their examples print what they show.
# SPDX-License-Identifier: MIT
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import console
from blocks import MANUALS, blocks, difference, is_console
from closing import main
from mounts import needs_mounts

TOOL = TOP / "src/cli/hwident.1"
PREPARE = TOP / "src/prepare/hwident-prepare.8"
LIBRARY = TOP / "src/library/libhwident.3"

# Where an example of hwident-prepare(8) runs: without tables, and with a user app.
BARE = """mount -t tmpfs none /sys && mount -t tmpfs none /etc &&
echo 'root:x:0:0:root:/root:/bin/sh
app:x:1000:1000::/home/app:/bin/sh' >/etc/passwd && echo 'root:x:0:
app:x:1000:' >/etc/group && """


def help_of(program):
    return subprocess.run([TOP / "build" / program, "--help"], capture_output=True, text=True,
                          check=True).stdout


def help_options(program):
    """Options as --help spells them: {"--tables DIR", "-q, --quiet", …}."""
    found = re.findall(r"^ +(-.*?)(?:  .*)?$", help_of(program), re.MULTILINE)
    return {part for option in found for part in re.split(r"(?<=--help), ", option)}


def spelled(tag):
    """Turns `Fl q , -quiet` into what is printed: `-q, --quiet`."""
    text, flag = "", False
    for word in tag.split():
        if word in ("Fl", "Ar", "Cm"):
            flag = word == "Fl"
        elif word == ",":
            text += ","
        else:
            text += (" " if text else "") + ("-" if flag else "") + word
    return text


def rows(manual, section):
    """The tags of a section's list, as text: what follows .It."""
    text = manual.read_text().split(f".Ss {section}\n")[1].split("\n.S")[0]
    return {spelled(tag) for tag in re.findall(r"^\.It (.*)", text, re.MULTILINE)}


def examples(manual):
    """The text of the literal displays, without mdoc's escapes."""
    return [block.text for block in blocks(manual)]


class Manual(unittest.TestCase):
    def test_mandoc_has_no_complaint(self):
        for manual in MANUALS:
            done = subprocess.run(["mandoc", "-Tlint", "-Wwarning", manual], capture_output=True,
                                  text=True)
            self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_options_are_those_of_help(self):
        for manual, program in ((TOOL, "hwident"), (PREPARE, "hwident-prepare")):
            self.assertEqual({tag for tag in rows(manual, "Options") if tag.startswith("-")},
                             help_options(program))

    def test_commands_are_those_of_help(self):
        listed = help_of("hwident").split("Commands:\n")[1].split("\n\n")[0]
        self.assertEqual(rows(TOOL, "Commands"),
                         set(re.findall(r"^  (\S+(?: [A-Z.]+)?)", listed, re.MULTILINE)))

    def test_tags_are_those_of_the_messages(self):
        def told(manual):
            text = manual.read_text().split(".Sh DIAGNOSTICS\n")[1].split("\n.Sh")[0]
            return {tag for tags in re.findall(r"^\.It (.*)", text, re.MULTILINE)
                    for tag in tags.split(" , ")}

        def tags(pattern, files):
            return {tag for file in files for tag in re.findall(pattern, file.read_text())}

        errors = tags(r'\{HWIDENT_E_\w+, \d, "(\w+)"', [TOP / "src/smbios/error.c"])
        own = tags(r'\b(?:say|die|odd|give_up)\("(\w+)"', (TOP / "src/prepare").glob("*.c"))
        self.assertEqual(told(TOOL) - errors, set())
        self.assertEqual(own - told(PREPARE), set())
        self.assertEqual(errors | own, told(TOOL) | told(PREPARE))

    def test_findings_are_the_rules_of_lint(self):
        listed = TOOL.read_text().split(".Sh FINDINGS\n")[1].split("\n.Sh")[0]
        rules = re.findall(r'^    \[LINT_\w+\] = \{"([a-z-]+)"', (
            TOP / "src/lint/linter.c").read_text(), re.MULTILINE)
        self.assertGreater(len(rules), 20)
        self.assertEqual(re.findall(r"^\.It Cm (.*)", listed, re.MULTILINE), rules)

    def test_every_block_that_names_a_file_is_that_file(self):
        for manual in MANUALS:
            for block in blocks(manual):
                with self.subTest(manual=manual.name, block=block.text[:60]):
                    if block.file:
                        self.assertIsNone(difference(block))
                    elif manual.suffix == ".7":
                        self.assertTrue(is_console(block), "no file is named before this block")

    def test_prototypes_are_those_of_the_header(self):
        shown = re.findall(r'^\.Ft (.*)\n\.Fn (\w+) "(.*)"$', LIBRARY.read_text(), re.MULTILINE)
        declared = re.findall(r"^HWIDENT_API ((?:\w+ )+\**)(\w+)\((.*?)\);",
                              (TOP / "include/hwident.h").read_text(), re.MULTILINE | re.DOTALL)
        self.assertEqual(
            {(name, kind, tuple(arguments.split('" "'))) for kind, name, arguments in shown},
            {(name, kind.strip(), tuple(re.split(r",\s+", arguments)))
             for kind, name, arguments in declared})

    def test_examples_of_the_tool_print_what_they_show(self):
        with tempfile.TemporaryDirectory() as folder:
            console.prepare(pathlib.Path(folder))
            for example in examples(TOOL):
                for command, output in console.commands(example):
                    with self.subTest(command=command):
                        self.assertRegex(console.run(command, folder), console.pattern(output))

    @unittest.skipIf(os.geteuid() != 0, "needs root: the examples give it up")
    @needs_mounts
    def test_examples_of_the_preparer_print_what_they_show(self):
        for example in examples(PREPARE):
            for command, output in console.commands(example):
                with self.subTest(command=command):
                    bare = f"unshare -m sh -c {shlex.quote(BARE + command)}"
                    self.assertEqual(console.run(bare, TOP, stderr=subprocess.DEVNULL), output)

    def test_the_library_s_examples_are_programs_that_tests_run(self):
        self.assertEqual([block.file for block in blocks(LIBRARY)],
                         ["tests/library/example.c", "tests/library/dimms.c"])
        self.assertEqual(examples(LIBRARY)[1], (TOP / "tests/library/dimms.c").read_text())

    def test_the_library_s_manual_speaks_of_every_function_and_error(self):
        text = LIBRARY.read_text().split(".Sh DESCRIPTION\n")[1]
        told = re.findall(r"^\.It Dv (HWIDENT_E_\w+)\n(.*)\.$", text.split(".Sh ERRORS\n")[1],
                          re.MULTILINE)
        header = (TOP / "include/hwident.h").read_text()
        errors = re.findall(r"^ +(HWIDENT_E_\w+) = -\d+, +/\* (.*) \*/$", header, re.MULTILINE)
        self.assertEqual([name for name, _ in told],
                         re.findall(r"^ +(HWIDENT_E_\w+) = ", header, re.MULTILINE))
        for (name, words), (_, comment) in zip(told, errors, strict=True):
            self.assertTrue(words.lower().endswith(comment.lower()), name)
        self.assertEqual(set(re.findall(r"^\.Fn (hwident_\w+)", text, re.MULTILINE)),
                         set(re.findall(r"^HWIDENT_API .*?(\w+)\(", header, re.MULTILINE)))


if __name__ == "__main__":
    main()
