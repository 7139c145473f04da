# dmidecode 3.7's and 3.6's output for real tables against ours, line by line, and programs that read
# dmidecode's output reading ours. The tables and what dmidecode prints for them are not part of the
# source: HWIDENT_DUMPS names their folder (tests/lib/dumps.py). Seconds.

DEPS_CHECK += dmidecode                                # what -q leaves out
DEPS_CHECK += jc                                       # reads dmidecode's output on stdin
DEPS_CHECK += libparse-dmidecode-perl libfile-which-perl # runs dmidecode, from the PATH

parity: $(BUILD)/hwident
	@/usr/bin/python3 tests/parity/parity.py
	@/usr/bin/python3 tests/parity/test_strings.py
	@/usr/bin/python3 tests/parity/test_quiet.py

check-consumers: $(BUILD)/hwident
	@/usr/bin/python3 tests/parity/test_consumers.py

check: parity check-consumers
.PHONY: parity check-consumers
