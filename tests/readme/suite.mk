# Runs each command in README.md, and compares each recipe in it with the file that a test runs.

DEPS_CHECK += python3 jc jq dmidecode # what commands in it pipe to

check-readme: all
	@python3 tests/readme/test_readme.py

check: check-readme
.PHONY: check-readme
