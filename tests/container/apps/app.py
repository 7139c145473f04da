# The application of the stories: prints who it is, what it finds in its home, and which machine this is.
# SPDX-License-Identifier: MIT
import os
import pathlib
import subprocess

import greeting  # what `pip install --user` put in the user's home

cache = pathlib.Path.home() / ".cache/app"
cache.mkdir(parents=True, exist_ok=True)
(cache / "started").write_text("yes\n")

print(f"app: {os.getuid()} {os.environ['HOME']} {os.environ['USER']} {greeting.TEXT}", flush=True)
subprocess.run(["hwident", "code", "--app", "com.example.app"], check=False)
