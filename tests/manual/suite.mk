# The manuals: mandoc's opinion, --help and the header in step with them, their examples. Seconds.

DEPS_CHECK += mandoc # formats and checks the manuals
DEPS_CHECK += jq     # an example takes a field out of the JSON with it

check-manual: all
	@python3 tests/manual/test_manual.py

check: check-manual
.PHONY: check-manual
