"""Writes random serial numbers in the formats of 35 vendors, for judge.c to read: none is a
placeholder. In a format A is a letter, 9 a digit, X either, H a hexadecimal digit, and C a consonant
or digit; what stands in brackets stands there. usage: formats.py COUNT

SPDX-License-Identifier: MIT
"""
import random
import re
import sys

FORMATS = {
    "Dell": "CCCCCC[1]", "Dell board": "[/]CCCCCCC[/CN]99999HHHHHHHH[/]", "HP": "[CZ]C9999XXXX",
    "HPE": "[MXQ]99999XX", "Lenovo ThinkPad": "[PF]XXXXXX", "Lenovo ideapad": "[MP]XXXXXX",
    "IBM": "[KQ]XXXXX", "Apple": "[C02]CCCCCCCCC", "Apple new": "CCCCCCCCCC",
    "Supermicro": "[S]999999[X]9999999", "Supermicro board": "[ZM]999[S]999999",
    "ASUS": "X9[N0]XX999999999X", "ASUS board": "9999999999999999", "Gigabyte": "[SN]99999999999",
    "MSI": "[K]9999999999", "ASRock": "[M80-]XXXXXXXX999", "Acer": "[NX]XXXXX99999HHHHHHHHHHH",
    "Toshiba": "9X999999[H]", "Sony": "99999999-9999999", "Fujitsu": "[YL]AA999999",
    "Samsung": "XXXX9XXX999999X", "Huawei": "99X99XX999999999", "Inspur": "999999999",
    "Cisco": "[FCH]9999XXXX", "Intel": "[BQWL]99999999", "NEC": "9999999A", "Panasonic": "9A[KSA]99999",
    "Microsoft": "999999999999", "Google": "[GOOG]XXXXXXXX", "Hyper-V": "9999-9999-9999-9999-9999-9999-99",
    "VMware": "[VMware-]HH HH HH HH HH HH HH HH-HH HH HH HH HH HH HH HH",
    "Parallels": "[Parallels-]HH HH HH HH HH HH HH HH HH HH HH HH HH HH HH HH",
    "VirtualBox": "[VirtualBox-]HHHHHHHH-HHHH-HHHH-HHHH-HHHHHHHHHHHH", "QNAP": "[Q]999[I]99999",
    "Synology": "9999[PDN]999999",
}
CLASSES = {
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "9": "0123456789", "H": "0123456789abcdef",
    "X": "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", "C": "BCDFGHJKLMNPQRSTVWXYZ0123456789",
}


def serials(count):
    chance = random.Random(35)
    for pattern in FORMATS.values():
        parts = [part[1:-1] if part[0] == "[" else CLASSES.get(part, part)
                 for part in re.findall(r"\[[^]]*\]|.", pattern)]
        fixed = [part[0] == "[" or part not in CLASSES
                 for part in re.findall(r"\[[^]]*\]|.", pattern)]
        for _ in range(count):
            yield "".join(part if still else chance.choice(part)
                          for part, still in zip(parts, fixed))


assert len(FORMATS) == 35
for serial in serials(int(sys.argv[1])):
    print("s", serial.encode().hex(), sep="\t")
