# A folder with everything that the programs read and write, made again before each run.
# SPDX-License-Identifier: MIT
import os
import pathlib
import shutil
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))

import tables

NAMES = ("smbios_entry_point", "DMI")
BOOT_ID = pathlib.Path("/proc/sys/kernel/random/boot_id").read_bytes()
LONG_AGO = 1_000_000_000


def machine(uuid, version, maker):
    """The bytes of the two files. The version decides how the UUID is written, so a mixture shows."""
    table = tables.table(
        tables.bios(), tables.system(bytes.fromhex(uuid), (maker, "Product", "V1", "SN-1", "SKU", "F")),
        tables.board(), tables.chassis(), tables.end())
    return tables.sm(len(table), tables.count(table), version), table


HERE = machine("6bd3f2a1c4174e4fb2a95e0d3c8a7f16", (2, 8), "Maker")
OTHER = machine("1f0c5d2e9a3b4c8d8e7f60514233a4b5", (2, 4), "Other")
UUID = "a1f2d36b-17c4-4f4e-b2a9-5e0d3c8a7f16"


def write_pair(folder, pair, mode=0o400):
    folder.mkdir()
    for name, data in zip(NAMES, pair):
        (folder / name).write_bytes(data)
        (folder / name).chmod(mode)


class Room:
    """tables and opened are one machine's, other a different one's; copy is of this boot, stale is not."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.chmod(0o755)

    def __truediv__(self, name):
        return self.folder / name

    def restore(self):
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
        write_pair(self / "tables", HERE)
        write_pair(self / "opened", HERE, 0o444)
        write_pair(self / "other", OTHER)
        for name, boot_id in (("copy", BOOT_ID), ("stale", BOOT_ID.translate(
                bytes.maketrans(b"0123456789abcdef", b"123456789abcdef0")))):
            write_pair(self / name, HERE, 0o440)
            (self / name / "boot_id").write_bytes(boot_id)
        write_pair(self / "out", ())
        (self / "out/metrics").write_bytes(b"as it was\n")
        for name, pair in (("here", HERE), ("there", OTHER)):
            write_pair(self / name, ())
            (self / name / "dump").write_bytes(tables.dump(pair[1], pair[0]))
        # A change within the same clock tick would not show.
        for path in self.folder.rglob("*"):
            os.utime(path, (LONG_AGO, LONG_AGO))

    def kept(self, modes):
        """Everything that could be half done: the outputs and the modes of the tables."""
        kept = {str(path.relative_to(self.folder)): path.read_bytes()
                for folder in ("out", "granted") for path in (self / folder).glob("*")}
        for folder in ("tables", "opened") if modes else ():
            for path in (self / folder).glob("*"):
                status = path.stat()
                kept[f"{folder}/{path.name}"] = (oct(status.st_mode), status.st_gid)
        return kept
