# The blocks of code in README.md and in the manuals. The comment before a block names the file of
# this tree that a test runs:
#
#     <!-- tests/container/recipes/pm2.sh -->     .\" tests/container/recipes/pm2.sh
#     ```sh                                       .Bd -literal -offset indent
# SPDX-License-Identifier: MIT
import collections
import pathlib
import re

TOP = pathlib.Path(__file__).resolve().parents[2]
MANUALS = sorted(path for section in "1378" for path in (TOP / "src").rglob(f"*.{section}"))

Block = collections.namedtuple("Block", "document file text")

MARKDOWN = re.compile(r"(?:<!-- (?P<file>\S+) -->\n)?^```\w*\n(?P<text>.*?)^```$",
                      re.MULTILINE | re.DOTALL)
MDOC = re.compile(r'(?:^\.\\" (?P<file>\S+/\S+)\n)?^\.Bd -literal.*?\n(?P<text>.*?)^\.Ed$',
                  re.MULTILINE | re.DOTALL)


def blocks(document):
    """The blocks of a document as a reader sees them."""
    mdoc = document in MANUALS
    for found in (MDOC if mdoc else MARKDOWN).finditer(document.read_text()):
        text = found["text"]
        if mdoc:
            text = text.replace("\\&", "").replace("\\e", "\\")
        yield Block(document, found["file"], text)


def is_console(block):
    """Whether the block shows a terminal: commands and their output."""
    return block.text.startswith("$ ")


def difference(block):
    """How a block differs from the file that it names; empty if it does not."""
    content = (TOP / block.file).read_text()
    if block.text not in content:
        return f"not a part of {block.file}"
    if content.startswith("#!") and not block.text.startswith("#!"):
        return f"without the first line of {block.file}, which makes it executable"
    return None
