# Builds SMBIOS structures, entry points and dumps as bytes.
# SPDX-License-Identifier: MIT
import struct

UUID_STORED = bytes.fromhex("33221100554477668899aabbccddeeff")
UUID_LE = "00112233-4455-6677-8899-aabbccddeeff"
UUID_BE = "33221100-5544-7766-8899-aabbccddeeff"


def structure(type_, data=b"", strings=(), handle=0):
    """A structure: its header, the rest of the formatted area, its strings."""
    header = struct.pack("<BBH", type_, len(data) + 4, handle)
    texts = b"".join(s.encode("latin-1") + b"\0" for s in strings)
    return header + data + (texts or b"\0") + b"\0"


def bios(strings=("Vendor", "1.2", "01/02/2024"), revision=(5, 13), controller=(1, 2)):
    return structure(0, b"\1\2\0\0\3\0" + bytes(8) + b"\0\0" + bytes(revision + controller),
                     strings)


def system(uuid=UUID_STORED, strings=("Maker", "Product", "V1", "SN-1", "SKU-1", "Family")):
    return structure(1, b"\1\2\3\4" + uuid + b"\6\5\6", strings, 1)


def board(strings=("BoardMaker", "Board", "B1", "BSN-1", "BTag")):
    return structure(2, b"\1\2\3\4\5\1\0\0\0\x0a\0", strings, 2)


def chassis(strings=("CaseMaker", "C1", "CSN-1", "CTag"), kind=0x17):
    return structure(3, bytes([1, kind, 2, 3, 4, 3, 3, 3, 3]), strings, 3)


def end():
    return structure(127, handle=0x7F)


def table(*structures):
    return b"".join(structures or (bios(), system(), board(), chassis(), end()))


def _checksum(data, at, begin, length):
    data[at] = 0
    data[at] = -sum(data[begin:begin + length]) & 0xFF


def sm(size, count, version=(2, 8), length=0x1F, address=32):
    """A 32-bit entry point."""
    ep = bytearray(b"_SM_\0" + bytes([length, *version]) + bytes(8) + b"_DMI_\0")
    ep += struct.pack("<HIHB", size, address, count, version[0] << 4 | version[1] & 15)
    ep = (ep + bytes(2))[:max(length, 0x1F)]
    _checksum(ep, 0x15, 0x10, 15)
    _checksum(ep, 0x04, 0, length)
    return bytes(ep[:length])


def sm3(size, version=(3, 2, 0), length=0x18, address=32):
    """A 64-bit entry point."""
    ep = bytearray(b"_SM3_\0" + bytes([length, *version, 1, 0]))
    ep += struct.pack("<IQ", size, address) + bytes(length - 0x18)
    _checksum(ep, 0x05, 0, length)
    return bytes(ep)


def count(data):
    """How many structures the table has; for good tables only."""
    n = at = 0
    while at < len(data):
        at = data.index(b"\0\0", at + data[at + 1]) + 2
        n += 1
    return n


def dump(data, entry_point=None):
    """A dump in dmidecode's format."""
    return (entry_point or sm(len(data), count(data))).ljust(32, b"\0") + data


def write_folder(folder, data, entry_point=None):
    """The two files of a folder of tables."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "DMI").write_bytes(data)
    (folder / "smbios_entry_point").write_bytes(entry_point or sm(len(data), count(data)))
    return folder


def write_dump(folder, data):
    """The two files as the kernel shows them, of a dump whose table is where dmidecode puts it."""
    size = data[5] if data[:4] == b"_SM_" else data[6]
    return write_folder(folder, data[32:], data[:size])
