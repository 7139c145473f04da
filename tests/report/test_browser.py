# The report in a real browser: it shows every structure, requests nothing from the network, and fits a
# telephone, a window and a wide screen.
# SPDX-License-Identifier: MIT
import http.server
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
from closing import main

HWIDENT = TOP / "build/hwident"
CHROMIUM = shutil.which("chromium")
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--hide-scrollbars"]


@unittest.skipUnless(CHROMIUM, "no chromium here")
class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.page = cls.folder / "report.html"
        cls.dump = TOP / "testdata/qemu-boards.bin"
        subprocess.run([HWIDENT, "--from", cls.dump, "report", cls.page], check=True)

    def show(self, *options, page=None, url=None):
        return subprocess.run([CHROMIUM, *QUIET, f"--user-data-dir={self.folder}/profile", *options,
                               url or f"file://{page or self.page}"], capture_output=True, text=True,
                              timeout=120).stdout

    def test_every_structure_is_there_and_nothing_is_asked_for(self):
        asked = []

        class Server(http.server.BaseHTTPRequestHandler):
            def do_GET(handler):
                asked.append(handler.path)
                handler.send_response(200 if handler.path == "/" else 404)
                handler.send_header("Content-Type", "text/html")
                handler.end_headers()
                handler.wfile.write(self.page.read_bytes() if handler.path == "/" else b"")

            def log_message(handler, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        dom = self.show("--dump-dom", url=f"http://127.0.0.1:{server.server_port}/")
        shown = json.loads(subprocess.run([HWIDENT, "--from", self.dump, "--json", "show"],
                                          capture_output=True, text=True).stdout)
        self.assertEqual(dom.count("<details"), len(shown["structures"]))
        self.assertNotIn("<script", dom)
        # A browser requests the icon of any page by itself.
        self.assertEqual(set(asked) - {"/favicon.ico"}, {"/"})

    def test_no_width_makes_it_scroll_sideways(self):
        # A script of the test's own measures; the page itself has none, and its policy forbids them.
        text = self.page.read_text()
        start = text.index("<meta http-equiv")
        measured = self.folder / "measured.html"
        measured.write_text((text[:start] + text[text.index("<meta name=color-scheme"):])
                            .replace("</body>", "<script>document.title = document.documentElement."
                                     "scrollWidth + ' ' + innerWidth</script></body>"))
        for width in (500, 900, 1600):
            dom = self.show("--dump-dom", f"--window-size={width},900", page=measured)
            wide, inner = map(int, dom.split("<title>")[1].split("<")[0].split())
            self.assertLessEqual(wide, inner, width)


if __name__ == "__main__":
    main()
