# What is proved. A subject has a driver (NAME.c), files of its own, headers among them, and files
# that these need. Each file belongs to one subject. The options tell Eva where to keep several
# states apart.
# SPDX-License-Identifier: MIT
import collections
import pathlib


class Subject(collections.namedtuple("Subject", "name own needs eva")):
    @property
    def files(self):
        """Its own first: Frama-C appends a number to a function's name if an earlier file has it."""
        return [file for file in (*self.own, *self.needs) if file.endswith(".c")]


def folder(name):
    return sorted(map(str, pathlib.Path(name).glob("*.[ch]")))


def subject(name, own, needs, eva):
    return Subject(name, [f"tests/proof/{name}.c", *own], needs, eva)


CORE, CATALOGUE, IDENTITY = map(folder, ("src/smbios", "src/schema", "src/identity"))
TABLE = [f"src/smbios/{name}" for name in
         ("entry_point.c", "error.c", "string.c", "structure.h", "table.c")]
BYTES = ["src/smbios/bytes.h", "src/smbios/line.h"]
VALUES = [file for file in CORE if file not in TABLE and file not in BYTES]

# WP takes these functions' contracts on trust: they call through a table. README.md says why that
# holds. What they read is Eva's alone.
TRUSTED = {"rule_holds"}

# Single rows, and rows within rows.
ROWS = ["-eva-precision", "0", "-eva-auto-loop-unroll", "70", "-eva-unroll-recursive-calls", "4"]

SUBJECTS = {each.name: each for each in (
    subject("account", ["src/prepare/account.c"], [], ["-eva-precision", "3"]),
    # Alone, since each file that includes a header has a copy of its functions.
    subject("bytes", BYTES, [], ["-eva-precision", "2"]),
    subject("table", TABLE, [], ["-eva-precision", "2"]),
    subject("values", VALUES, TABLE,
            ["-eva-precision", "2", "-eva-split-return-function", "hwident_uuid_parse:0",
             "-eva-slevel-function", "line_add:60,hwident_table_uuid:40"]),
    subject("catalogue", CATALOGUE, CORE,
            [*ROWS, "-eva-slevel-function", "line_add:300,schema_find:100"]),
    # The same files again, with a different driver.
    subject("references", [], [*CATALOGUE, *CORE],
            [*ROWS, "-eva-plevel", "300", "-eva-slevel-function", "line_add:300"]),
    subject("identity", [*IDENTITY, "tests/proof/mbedtls.c"], CORE,
            ["-eva-precision", "1", "-eva-split-return-function",
             "hwident_uuid_parse:0,hwident_code_parse:0,hwident_code_derive:0",
             "-eva-slevel-function", "split:60,write_code:60,hwident_code_derive:50"]),
    subject("dump", ["src/host/dump_layout.c"], CORE, ["-eva-precision", "2"]),
)}
