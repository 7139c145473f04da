# Runs each command in README.md, compares each recipe in it with the file that a test runs, and looks
# for what it and the other documents name.

DEPS_CHECK += python3 jc jq dmidecode # what commands in it pipe to

check-readme: all
	@python3 tests/readme/test_readme.py
	@python3 tests/readme/test_statements.py

check: check-readme
.PHONY: check-readme
