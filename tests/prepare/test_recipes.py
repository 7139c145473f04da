# The recipes of README.md that need more than a virtual machine has: a process manager. The others
# run in tests/vm/stories/prepare-recipes.
# SPDX-License-Identifier: MIT
import os
import pathlib
import shutil

from prepare import PREPARE, Case
from closing import main

RECIPES = pathlib.Path(__file__).resolve().parent / "recipes"


class Supervisor(Case):
    def test_supervisord(self):
        if not shutil.which("supervisord"):
            self.skipTest("supervisord (package supervisor) is missing")
        (self.folder / "hwident-prepare").symlink_to(PREPARE)
        self.file("app", '#!/bin/sh\necho "$(id -u) $HOME $USER" >/dev/stdout\nexec sleep 9\n', 0o755)
        conf = self.file("conf", (RECIPES / "supervisord.conf").read_text())
        done = self.run_command(
            "timeout", "2", "supervisord", "-c", conf, "-l", "/dev/null",
            "-j", self.folder / "pid", etc=self.etc(),
            env={"PATH": f"{self.folder}:{os.environ['PATH']}", "HOME": "/root"})
        self.assertIn("1000 /home/app app\n", done.stdout)


if __name__ == "__main__":
    main()
