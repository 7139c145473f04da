# A mount namespace for what a test mounts: root makes one directly, anybody else inside a user
# namespace, if the machine allows that. The kernel refuses user namespaces to a process in a chroot.
# SPDX-License-Identifier: MIT
import functools
import os
import subprocess
import unittest

APART = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]


@functools.cache
def succeeds(*command):
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def allowed():
    return succeeds(*APART, "mount", "-t", "tmpfs", "none", "/mnt")


def user_namespaces():
    return succeeds("unshare", "--user", "true")


REFUSED = "this machine lets nobody mount: no `unshare --mount`"
needs_mounts = unittest.skipUnless(allowed(), REFUSED)
needs_user_namespace = unittest.skipUnless(user_namespaces(), "no user namespace can be made here")
