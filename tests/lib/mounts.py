# A mount namespace for what a test mounts: root makes one directly, anybody else inside a user
# namespace, if the machine allows that.
# SPDX-License-Identifier: MIT
import functools
import os
import subprocess
import unittest

APART = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]


@functools.cache
def allowed():
    try:
        return subprocess.run([*APART, "mount", "-t", "tmpfs", "none", "/mnt"],
                              capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


REFUSED = "this machine lets nobody mount: no `unshare --mount`"
needs_mounts = unittest.skipUnless(allowed(), REFUSED)
