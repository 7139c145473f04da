# dmidecode 3.7, as tests/parity/get-dmidecode leaves it. Called as the script does, but without a
# shell, whose start would be counted too.
# SPDX-License-Identifier: MIT
import shlex


def words(build):
    """The program and its loader; nothing if it could not be had."""
    script = build / "dmidecode-3.7/dmidecode"
    return shlex.split(script.read_text().splitlines()[-1])[1:-1] if script.exists() else []
