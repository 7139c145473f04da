# What the sweep tries of vendors' types: machines by the manufacturer and the product name that
# type 1 gives them, one for each set of types that dmidecode decodes, and how long structures of
# these types are.
# SPDX-License-Identifier: MIT

HPE = {
    193: 0x09, 194: 0x05, 195: 0x07, 197: 0x1A, 199: 0x1C, 202: 0x1C, 203: 0x28, 204: 0x0B,
    209: 0x14, 211: 0x07, 212: 0x18, 216: 0x17, 219: 0x14, 221: 0x14, 224: 0x0C, 226: 0x15,
    229: 0x24, 230: 0x0B, 232: 0x24, 233: 0x2A, 236: 0x15, 237: 0x0B, 238: 0x11, 239: 0x17,
    240: 0x27, 242: 0x3E, 244: 0x16, 245: 0x10,
}

# The first generation that has all of them, then for each later one what differs.
VENDORS = {
    ("HPE", "ProLiant DL380 Gen10"): HPE,
    ("HP", "ProLiant DL380 G7"): HPE,
    ("HP", "ProLiant DL380p Gen8"): {kind: HPE[kind] for kind in (212, 216, 221, 236)},
    ("HP", "ProLiant DL380 Gen9"): HPE,
    ("HPE", "ProLiant DL380 Gen10 Plus"): {kind: HPE[kind] for kind in (193, 202, 236, 242)},
    ("HPE", "ProLiant DL380 Gen11"): {kind: HPE[kind] for kind in (193, 202, 236, 242)},
    ("HPE", "ProLiant DL380 Gen12"): {kind: HPE[kind] for kind in (193, 202, 236, 242)},
    ("Acer", "Aspire"): {170: 0x0F},
    ("Dell Inc.", "PowerEdge"): {177: 0x0C, 178: 0x10, 212: 0x16, 218: 0x1D},
    ("LENOVO", "ThinkPad"): {131: 0x16, 135: 0x0C, 140: 0x12},
    ("IBM", "ThinkPad"): {131: 0x16, 135: 0x0C, 140: 0x12},
}

# Bytes, by offset, that have to be set for the rest of a structure to have a meaning.
VARIANTS = {
    131: [{0x04: [1]}],
    135: [{0x04: list(b"TP"), 0x06: [7, 3, 1]}],
    140: [{0x04: list(b"LENOVO"), 0x0A: [11, 7, 1]}, {0x04: list(b"LENOVO"), 0x0A: [11, 0, 1]}],
    203: [{0x08: [0xFF] * 10}],
    212: [{0x04: list(b"$CRU")}],
    216: [{0x04: [1, 0], 0x08: [form]} for form in range(1, 21)],
    224: [{0x04: [2], 0x05: [2]}],
    230: [{0x08: [access]} for access in (1, 2, 3)],
    232: [{0x06: [0x3C]}],
    239: [{0x0A: [8]}, {0x0A: [9, 0]}],
    240: [{0x13: [0xFF] * 16}],
    245: [{0x04: [0]}, {0x04: [1], 0x0A: [3]}],
}
