# A page as a browser reads it: its elements, texts and attributes.
# SPDX-License-Identifier: MIT
import html.parser

VOID = {"meta", "br"}


class Page(html.parser.HTMLParser):
    """`tags`: every element's name; `structures`: of each one its cells, (key, value, text)."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.structures, self.text = [], [], [], ""
        self.links = []
        self.cells = []
        self.feed(text)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        attributes = dict(attributes)
        self.links += [attributes[name] for name in ("src", "href", "style") if name in attributes]
        if tag not in VOID:
            self.open.append(tag)
        if attributes.get("class") == "structure":
            self.structures.append([])
        if tag == "td" and self.structures:
            cell = [attributes.get("data-key"), attributes.get("data-value"), ""]
            self.structures[-1].append(cell)
            self.cells.append(cell)
        elif tag == "td":
            self.cells.append(None)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> in {self.open}"
        self.open.pop()
        if tag == "td":
            self.cells.pop()

    def handle_data(self, data):
        self.text += data
        if self.cells and self.cells[-1]:
            self.cells[-1][2] += data
