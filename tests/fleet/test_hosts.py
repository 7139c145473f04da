# What a host tells its fleet: metrics through the real node_exporter, rules by promtool, a local
# fact through the real Ansible.
# SPDX-License-Identifier: MIT
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/lib"))
import tables
from closing import main
from mounts import APART, needs_mounts

RECIPES = TOP / "tests/fleet/recipes"
PLACE = "/var/lib/prometheus/node-exporter"  # the port that the recipes name
STORED = bytes.fromhex("c3e24d56c0c3e2e14622554dc5eb6ba1")


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"no {program} here")


class Hosts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        dmi = tables.write_folder(self.folder / "dmi", tables.table(tables.system(STORED)))
        self.env = dict(os.environ, PATH=f"{TOP}/build:{os.environ['PATH']}",
                        HWIDENT_TABLES=str(dmi))

    def run_textfile(self, place):
        script = (RECIPES / "textfile.sh").read_text().replace(PLACE, str(place))
        return subprocess.run(["sh", "-e", "-c", script], env=self.env, capture_output=True,
                              text=True)

    @needs("prometheus-node-exporter")
    def test_node_exporter_shows_the_metrics(self):
        self.assertEqual(self.run_textfile(self.folder).returncode, 0)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = "127.0.0.1:%d" % probe.getsockname()[1]
        exporter = subprocess.Popen(
            ["prometheus-node-exporter", "--collector.disable-defaults", "--collector.textfile",
             f"--collector.textfile.directory={self.folder}", f"--web.listen-address={address}"],
            stderr=subprocess.DEVNULL)
        self.addCleanup(exporter.wait)
        self.addCleanup(exporter.terminate)
        shown = self.scrape(f"http://{address}/metrics")
        code = subprocess.run(["hwident", "code", "--app", "fleet.example.com"], env=self.env,
                              capture_output=True, text=True, check=True).stdout.strip()
        self.assertIn("node_textfile_scrape_error 0", shown)
        self.assertRegex(shown, r'hwident_dmi_info\{[^}]*product_name="Product"[^}]*} 1')
        self.assertIn(f'code="{code}"', shown)
        self.assertNotIn("564de2c3", shown, "no UUID unless --with-ids asks for it")

    def test_a_machine_that_has_no_code_any_more_shows_none(self):
        self.assertEqual(self.run_textfile(self.folder).returncode, 0)
        self.assertIn("hwident_code_info", (self.folder / "hwident.prom").read_text())
        tables.write_folder(self.folder / "dmi", tables.table(
            tables.system(bytes(16), ("Maker", "Product", "V1", "None", "SKU-1", "Family"))))
        self.assertEqual(self.run_textfile(self.folder).returncode, 0)
        self.assertEqual({path.name for path in self.folder.glob("*.prom")}, {"hwident.prom"})
        text = (self.folder / "hwident.prom").read_text()
        self.assertNotIn("hwident_code_info", text)
        self.assertRegex(text, r'hwident_identity_grade\{component="system_uuid",rule="all-00"} 0')

    def scrape(self, url):
        for _ in range(600):
            try:
                with urllib.request.urlopen(url, timeout=5) as answer:
                    return answer.read().decode()
            except OSError:
                time.sleep(0.1)
        self.fail(f"nothing answers at {url}")

    @needs_mounts
    def test_a_full_folder_is_an_error_and_nothing_is_half_there(self):
        full = self.folder / "full"
        full.mkdir()
        script = (f"mount -t tmpfs -o size=8k none {full} && cd {full} && "
                  "echo before >hwident.prom && head -c 4096 /dev/zero >filler && "
                  f"hwident summary --format prometheus -o {full}/hwident.prom; echo $?; ls; "
                  "cat hwident.prom")
        done = subprocess.run([*APART, "sh", "-c", script], env=self.env,
                              capture_output=True, text=True)
        self.assertEqual(done.stdout.split(), ["8", "filler", "hwident.prom", "before"])
        self.assertRegex(done.stderr, r"\Ahwident: OUTPUT: [^\n]*No space left on device[^\n]*\n\Z")

    def test_a_folder_that_is_missing_is_an_error(self):
        done = self.run_textfile(self.folder / "none")
        self.assertEqual((done.returncode, done.stdout), (8, ""))
        self.assertIn("No such file or directory", done.stderr)

    @needs("promtool")
    def test_the_rules_find_clones_and_changes_and_nothing_else(self):
        done = subprocess.run(["promtool", "test", "rules", TOP / "tests/fleet/rules.test.yml"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def fact(self, **env):
        facts = self.folder / "facts.d"
        facts.mkdir(exist_ok=True)
        shutil.copy(RECIPES / "hwident.fact", facts)
        done = subprocess.run(
            ["ansible", "localhost", "-c", "local", "-m", "setup", "-a",
             f"fact_path={facts} gather_subset=!all,!min,local"],
            env=dict(self.env, ANSIBLE_LOCAL_TEMP=str(self.folder), ANSIBLE_HOME=str(self.folder),
                     **env), capture_output=True, text=True)
        _, _, text = done.stdout.partition("=> ")
        return json.loads(text)["ansible_facts"]["ansible_local"]["hwident"]

    @needs("ansible")
    def test_ansible_has_the_summary_as_a_local_fact(self):
        self.assertEqual(self.fact()["system"]["product_name"], "Product")

    @needs("ansible")
    def test_ansible_has_the_error_as_a_local_fact(self):
        self.assertEqual(self.fact(HWIDENT_TABLES="/nowhere")["error"]["tag"], "MISSING")


if __name__ == "__main__":
    main()
