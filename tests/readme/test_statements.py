# What README.md, the other documents and the manuals name exists: links, files, targets of make, options,
# manual pages, versions, exit codes; and each target for users is named.
# SPDX-License-Identifier: MIT
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from blocks import MANUALS
from closing import main

README = TOP / "README.md"
CHANGES = TOP / "src/CHANGELOG.md"
CONTRIBUTING = TOP / "src/CONTRIBUTING.md"
MARKDOWN = [README, CHANGES, CONTRIBUTING, *sorted(TOP.glob("tests/*/README.md"))]
HEADER = (TOP / "include/hwident.h").read_text()
OTHERS = {"--static", "--no-sysfs"}  # pkg-config's, and one of dmidecode's that is refused
ENGINES = {"--cap-drop", "--group-add", "--init", "--read-only", "--security-opt", "--userns-remap"}
PARTS = {"programs", "install-programs"}  # of other targets


def macro(name):
    return re.search(rf'^#define {name} +"?([\d.]+)', HEADER, re.MULTILINE)[1]


def targets():
    """What `make` can make by name."""
    database = subprocess.run(["make", "-qp"], cwd=TOP, capture_output=True, text=True).stdout
    return set(re.findall(r"^([a-z][a-z0-9-]*):", database, re.MULTILINE))


def made(document):
    """The targets that a document tells to make. A row of packages is not one."""
    text = document.read_text()
    told = re.findall(r"`make ([^`]*)`", text) + re.findall(r"^\.Ql make (.*)", text, re.MULTILINE)
    told += re.findall(r"^make ([^#\n]*)#", text, re.MULTILINE)
    return {word for words in told if "gcc " not in words for word in words.split()
            if re.fullmatch(r"[a-z][a-z0-9-]*", word)}


def printed_options(*command):
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True)
    return set(re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", done.stdout))


def known_options():
    with tempfile.TemporaryDirectory() as folder:
        link = pathlib.Path(folder, "dmidecode")
        link.symlink_to(TOP / "build/hwident")
        return (OTHERS | ENGINES).union(*(printed_options(program, "--help") for program in (
            TOP / "build/hwident", TOP / "build/hwident-prepare", link)))


class Statements(unittest.TestCase):
    def check(self, found, document):
        self.assertEqual(set(found), set(), document.name)

    def test_links_lead_somewhere(self):
        for document in MARKDOWN:
            links = re.findall(r"\]\(([^)#:]+)\)", document.read_text())
            self.check((link for link in links if not (document.parent / link).exists()), document)

    def test_files_that_are_named_exist(self):
        named = re.compile(r"(?<![\w./*-])(?:src|tests|testdata|include)/[\w./*{},-]*[\w*]")
        for document in (*MARKDOWN, *MANUALS):
            self.check((path for path in named.findall(document.read_text())
                        if "{" not in path and not list(TOP.glob(path))), document)

    def test_pages_that_are_named_exist(self):
        pages = {f"{page.stem}({page.suffix[1:]})" for page in MANUALS}
        for document in MARKDOWN:
            named = re.findall(r"\b(?:lib)?hwident[\w-]*\(\d\)", document.read_text())
            self.check(set(named) - pages, document)
        for manual in MANUALS:
            named = re.findall(r"^\.Xr ((?:lib)?hwident\S*) (\d)", manual.read_text(), re.MULTILINE)
            self.check({f"{name}({section})" for name, section in named} - pages, manual)
        self.assertEqual(pages - set(re.findall(r"[\w-]+\(\d\)", README.read_text())), set())

    def test_targets_that_are_named_exist(self):
        known = targets()
        for document in (*MARKDOWN, *MANUALS):
            gone = {"small"} if document == CHANGES else set()
            self.check(made(document) - known - gone, document)

    def test_targets_for_users_are_named(self):
        rules = (TOP / "Makefile").read_text()
        phony = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)", rules, re.MULTILINE)[1]
        users = set(re.findall(r"[a-z-]+", phony)) - PARTS
        self.assertGreater(len(users), 15)
        named = set().union(*map(made, (README, CONTRIBUTING, *MANUALS)))
        self.assertEqual(users - named, set())

    def test_options_that_are_named_exist(self):
        known = known_options()
        self.assertLess({"--from", "--grant", "--no-sysfs"}, known)
        for document in (README, CHANGES, CONTRIBUTING):
            code = " ".join(re.findall(r"`([^`\n]+)`", document.read_text()))
            self.check(set(re.findall(r"(?<![\w-])--[a-z][\w-]*", code)) - known, document)
        for manual in MANUALS:
            named = re.findall(r"\bFl (-[a-z][\w-]*)", manual.read_text())
            self.check({"-" + option for option in named} - known, manual)

    def test_versions_are_the_header_s(self):
        version = macro("HWIDENT_VERSION")
        for document in (README, *MANUALS):
            named = re.findall(r"hwident(?:-node)?[:-](\d+\.\d+\.\d+)", document.read_text())
            self.check(set(named) - {version}, document)
        changes = CHANGES.read_text()
        self.assertEqual(re.search(r"^## (\S+)$", changes, re.MULTILINE)[1], version)
        self.assertEqual(max(re.findall(r"\bSet (\d+)\b", changes)), macro("HWIDENT_RULES"))

    def test_exit_codes_are_those_of_the_errors(self):
        listed = set(re.findall(r"^\| (\d) \|", README.read_text(), re.MULTILINE))
        errors = re.findall(r"\{HWIDENT_E_\w+, (\d),", (TOP / "src/smbios/error.c").read_text())
        self.assertEqual(listed, {"0", *errors})

    def test_readme_is_shorter_than_300_lines(self):
        self.assertLess(README.read_text().count("\n"), 300)


if __name__ == "__main__":
    main()
