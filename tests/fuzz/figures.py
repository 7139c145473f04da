# One line about a run of a target: figures.py TARGET LOG.
# SPDX-License-Identifier: MIT
import re
import sys

target, path = sys.argv[1:]
with open(path, encoding="utf-8", errors="replace") as file:
    log = file.read()
states = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", log)
executions = re.search(r"stat::number_of_executed_units: (\d+)", log)
peak = re.search(r"stat::peak_rss_mb: +(\d+)", log)
if not states or not executions:
    sys.exit(f"{target}: no run in {path}")
edges, features, corpus = states[-1]
print(f"{target:8} {int(executions[1]):>12,} executions, {edges} edges and {features} features "
      f"covered by {corpus} inputs, {peak[1]} MB at most")
