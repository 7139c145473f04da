# The manuals: mandoc's complaints, whether they agree with --help and the header, their examples.
# Seconds.

DEPS_CHECK += mandoc # formats and checks the manuals
DEPS_CHECK += jq     # an example takes a field out of the JSON with it

check-manual: all
	@python3 tests/manual/test_manual.py

check: check-manual
.PHONY: check-manual
