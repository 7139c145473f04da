#!/usr/bin/env python3
# wheel.py VERSION FOLDER TOOL LICENCE…: makes the wheel in FOLDER, with the static tool in it. It
# needs no Python packages, and the same input gives the same bytes.
# SPDX-License-Identifier: MIT
import base64
import hashlib
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TAG = "py3-none-linux_x86_64"


def member(name, executable=False):
    info = zipfile.ZipInfo(name)  # of 1980
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (0o100755 if executable else 0o100644) << 16
    return info


def record(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"


def make(version, folder, tool, licences):
    about = f"hwident-{version}.dist-info"
    files = {
        "hwident/__init__.py": (HERE / "hwident/__init__.py").read_bytes(),
        "hwident/hwident": tool.read_bytes(),
        f"{about}/METADATA": (HERE / "METADATA.in").read_text().replace(
            "@VERSION@", version).encode(),
        f"{about}/WHEEL": ("Wheel-Version: 1.0\nGenerator: hwident\nRoot-Is-Purelib: false\n"
                           f"Tag: {TAG}\n").encode(),
        **{f"{about}/{licence.name}": licence.read_bytes() for licence in licences},
    }
    records = "".join(record(*file) for file in files.items()) + f"{about}/RECORD,,\n"
    files[f"{about}/RECORD"] = records.encode()
    wheel = folder / f"hwident-{version}-{TAG}.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, data in files.items():
            archive.writestr(member(name, name == "hwident/hwident"), data)
    return wheel


if __name__ == "__main__":
    version, *paths = sys.argv[1:]
    folder, tool, *licences = map(pathlib.Path, paths)
    print(make(version, folder, tool, licences))
