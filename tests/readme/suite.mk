# Every command in README.md runs, and every recipe in it is the file that a test runs. Seconds.

DEPS_CHECK += python3 jc jq dmidecode # what commands in it pipe to

check-readme: all
	@python3 tests/readme/test_readme.py

check: check-readme
.PHONY: check-readme
