# The recipes of README.md that need more than a virtual machine has: a process manager. The others
# run in tests/vm/stories/prepare-recipes.
# SPDX-License-Identifier: MIT
import os
import pathlib
import shutil
import subprocess

from prepare import PREPARE, Case, in_namespace
from closing import main

RECIPES = pathlib.Path(__file__).resolve().parent / "recipes"


class Supervisor(Case):
    def test_supervisord(self):
        if not shutil.which("supervisord"):
            self.skipTest("supervisord (package supervisor) is missing")
        (self.folder / "hwident-prepare").symlink_to(PREPARE)
        self.file("app", '#!/bin/sh\necho "$(id -u) $HOME $USER" >/dev/stdout\nexec sleep 9\n', 0o755)
        conf = self.file("conf", (RECIPES / "supervisord.conf").read_text())
        words = in_namespace('mount --bind "$1" /etc', self.etc())
        words += ["supervisord", "-c", conf, "-l", "/dev/null", "-j", self.folder / "pid"]
        env = {"PATH": f"{self.folder}:{os.environ['PATH']}", "HOME": "/root", "NAMESPACE": "1"}
        with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True) as supervisor:
            said = next(line for line in supervisor.stdout if " INFO " not in line)
            supervisor.terminate()
        self.assertEqual(said, "1000 /home/app app\n")


if __name__ == "__main__":
    main()
