# Tables of real machines, which are not part of the source. The environment variable HWIDENT_DUMPS
# names a folder that has, for each machine, NAME.bin and what dmidecode prints for it.
# SPDX-License-Identifier: MIT
import os
import pathlib
import unittest

FOLDER = pathlib.Path(os.environ.get("HWIDENT_DUMPS") or os.devnull)
DUMPS = sorted(FOLDER.glob("*.bin"))
MISSING = "no dumps: HWIDENT_DUMPS names no folder that has them"

needs_dumps = unittest.skipUnless(DUMPS, MISSING)
