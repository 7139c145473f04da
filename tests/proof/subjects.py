# What is proved: each subject is a program that drives it (NAME.c), the files that are its own and
# those that they need. Every file belongs to one subject. The options are Eva's: where it keeps
# states apart.
# SPDX-License-Identifier: MIT
import collections
import pathlib


class Subject(collections.namedtuple("Subject", "name own needs eva")):
    @property
    def files(self):
        """Its own first: what is called the same in another file gets a number behind its name."""
        return [*self.own, *self.needs]


def folder(name):
    return sorted(map(str, pathlib.Path(name).glob("*.c")))


def subject(name, own, needs, eva):
    return Subject(name, [f"tests/proof/{name}.c", *own], needs, eva)


CORE, CATALOGUE, IDENTITY = map(folder, ("src/smbios", "src/schema", "src/identity"))

# Rows one by one, and rows within rows.
ROWS = ["-eva-precision", "0", "-eva-auto-loop-unroll", "70", "-eva-unroll-recursive-calls", "4"]

SUBJECTS = {each.name: each for each in (
    subject("account", ["src/prepare/account.c"], [], ["-eva-precision", "3"]),
    subject("core", CORE, [],
            ["-eva-precision", "2", "-eva-split-return-function", "hwident_uuid_parse:0",
             "-eva-slevel-function", "line_add:60,hwident_table_uuid:40"]),
    subject("catalogue", CATALOGUE, CORE,
            [*ROWS, "-eva-slevel-function", "line_add:300,schema_find:100"]),
    # The same files once more, from another side.
    subject("references", [], [*CATALOGUE, *CORE],
            [*ROWS, "-eva-plevel", "300", "-eva-slevel-function", "line_add:300"]),
    subject("identity", [*IDENTITY, "tests/proof/mbedtls.c"], CORE,
            ["-eva-precision", "1", "-eva-split-return-function",
             "hwident_uuid_parse:0,hwident_code_parse:0,hwident_code_derive:0",
             "-eva-slevel-function", "split:60,write_code:60,hwident_code_derive:50"]),
    subject("dump", ["src/host/dump_layout.c"], CORE, ["-eva-precision", "2"]),
)}
