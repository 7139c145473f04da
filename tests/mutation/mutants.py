# The changes that can be made to a C source, one at a time. A lexer is enough: a change that
# doesn't compile doesn't count, and clang-format has put every statement on lines of its own.
# SPDX-License-Identifier: MIT
import collections
import re

# `start` and `end` are where `new` goes; `function` is the function or table around it.
Mutant = collections.namedtuple("Mutant", "file function start end new")

TOKEN = re.compile(r"""
    (?P<space>\s+ | //[^\n]* | /\*.*?\*/ | ^[ \t]*\#(?:[^\n\\]|\\.)*)
  | (?P<text>"(?:[^"\\\n]|\\.)*")
  | (?P<number>'(?:[^'\\\n]|\\.)+' | \d\w*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<sign><<=|>>=|\.\.\.|->|\+\+|--|&&|\|\||[<>=!+*/%&|^-]=|<<|>>|.)
""", re.X | re.S | re.M)

SIGNS = {"<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="],
         "!=": ["=="], "&&": ["||"], "||": ["&&"], "!": [""]}
WORDS = {"true": ["false"], "false": ["true"]}
OPEN, CLOSE = "([{", ")]}"
NO_STATEMENT = {"return", "if", "for", "while", "do", "else", "switch", "case", "default", "static",
                "const", "struct", "enum", "typedef", "goto"}


def lex(source):
    return [(m.lastgroup, m.group(), m.start()) for m in TOKEN.finditer(source)
            if m.lastgroup != "space"]


def pairs(tokens):
    """For each bracket, the position of its partner."""
    partner, stack = {}, []
    for i, (kind, text, _) in enumerate(tokens):
        if kind == "sign" and text in OPEN:
            stack.append(i)
        elif kind == "sign" and text in CLOSE:
            partner[i] = stack.pop()
            partner[partner[i]] = i
    return partner


def find(tokens, partner, at, ends):
    """The first of `ends` from `at` on, or the end of the enclosing bracket; skips inner brackets."""
    while at < len(tokens) and tokens[at][1] not in ends and tokens[at][1] not in CLOSE:
        at = partner[at] + 1 if tokens[at][1] in OPEN and at in partner else at + 1
    return at


def names(tokens, partner):
    """For each token the function or table that it is in."""
    found, name, at = [""] * len(tokens), "", 0
    while at < len(tokens):
        kind, text, _ = tokens[at]
        if text == ";":
            name = ""
        elif text in "([=" and not name and tokens[at - 1][0] == "word":
            name = tokens[at - 1][1]
        end = partner[at] if text in OPEN and kind == "sign" else at
        found[at:end + 1] = [name] * (end + 1 - at)
        if text == "{" and tokens[at - 1][1] in (")", "="):
            name = ""
        at = end + 1
    return found


def around(tokens, partner, at):
    """The bracket that encloses the token; -1: none."""
    while at >= 0 and (tokens[at][1] not in OPEN or tokens[at][0] != "sign"):
        at = (partner[at] if tokens[at][1] in CLOSE and tokens[at][0] == "sign" else at) - 1
    return at


def begins_statement(tokens, partner, at):
    """Whether it is in a block, not in a `for`'s brackets, an initializer or outside of functions."""
    outer = around(tokens, partner, at - 1)
    if outer < 0 or tokens[outer][1] != "{" or tokens[outer - 1][1] not in (")", ";", "{", "}", "else", "do"):
        return False
    before = tokens[at - 1][1]
    if before == ")":
        return tokens[partner[at - 1] - 1][1] in ("if", "for", "while")
    return before in (";", "{", "}", "else", "do", ":")


def changes(tokens, partner, at, source):
    """(first token, token after the last, new text) of each change at a token."""
    kind, text, _ = tokens[at]
    part = lambda first, behind: source[tokens[first][2]:tokens[behind - 1][2] + len(tokens[behind - 1][1])]
    if kind == "number":
        yield from ((at, at + 1, f"({text} {step})") for step in ("+ 1", "- 1"))
    for new in (SIGNS if kind == "sign" else WORDS).get(text, []):
        yield at, at + 1, new
    if text == "if":
        last = partner[at + 1]
        yield at + 2, last, f"!({part(at + 2, last)})"
    if text == "?":
        colon = find(tokens, partner, at + 1, "?:")
        while tokens[colon][1] == "?":
            colon = find(tokens, partner, find(tokens, partner, colon + 1, ":") + 1, "?:")
        end = find(tokens, partner, colon + 1, ",;:")
        yield at + 1, end, f"{part(colon + 1, end)} : {part(at + 1, colon)}"
    if (kind == "word" or text in "(*") and text not in NO_STATEMENT and \
            begins_statement(tokens, partner, at):
        end = find(tokens, partner, at, ";")
        if end < len(tokens) and tokens[end][1] == ";":
            yield at, end, ""


def mutants(file, source):
    tokens = lex(source)
    partner = pairs(tokens)
    name = names(tokens, partner)
    for at in range(len(tokens)):
        for first, behind, new in changes(tokens, partner, at, source):
            end = tokens[behind - 1][2] + len(tokens[behind - 1][1])
            yield Mutant(file, name[at], tokens[first][2], end, new)


def described(mutant, source):
    """The changed line with the old and the new text: `a {< → <=} b`."""
    first = source.rfind("\n", 0, mutant.start) + 1
    last = source.find("\n", mutant.end)
    text = (source[first:mutant.start] + "{" + source[mutant.start:mutant.end] + " → " + mutant.new +
            "}" + source[mutant.end:last])
    return " ".join(text.split())
