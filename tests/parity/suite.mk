# dmidecode 3.7's and 3.6's output against ours, line by line, and programs that read dmidecode's
# output reading ours. check-parity takes seconds: what dmidecode 3.7 prints for each code and for
# some tables is in testdata; real tables and what it prints for them are not part of the source,
# HWIDENT_DUMPS names their folder (tests/lib/dumps.py). parity also compares every code of every
# field with dmidecode itself, which it gets from Debian if the network allows: 6 minutes.

DEPS_CHECK += dmidecode                                # what -q leaves out
DEPS_CHECK += jc                                       # reads dmidecode's output on stdin
DEPS_CHECK += libparse-dmidecode-perl libfile-which-perl # runs dmidecode, from the PATH
DEPS_SLOW += inxi ohai                                 # call dmidecode, see test_programs.py

check-parity: $(BUILD)/hwident
	@/usr/bin/python3 tests/parity/parity.py
	@/usr/bin/python3 tests/parity/test_codes.py
	@/usr/bin/python3 tests/parity/test_strings.py
	@/usr/bin/python3 tests/parity/test_quiet.py
	@/usr/bin/python3 tests/parity/test_command_line.py

check-consumers: $(BUILD)/hwident
	@/usr/bin/python3 tests/parity/test_consumers.py

$(BUILD)/dmidecode-3.7/dmidecode:
	-@tests/parity/get-dmidecode $(@D) 3.7 sid

$(BUILD)/dmidecode-3.6/dmidecode:
	-@tests/parity/get-dmidecode $(@D) 3.6 trixie

check-programs: $(BUILD)/hwident $(BUILD)/dmidecode-3.7/dmidecode
	@/usr/bin/python3 tests/parity/test_programs.py

check-sweep: $(BUILD)/hwident $(BUILD)/dmidecode-3.7/dmidecode $(BUILD)/dmidecode-3.6/dmidecode
	@/usr/bin/python3 tests/parity/test_command_line.py
	@/usr/bin/python3 tests/parity/sweep.py --whole $(BUILD)/dmidecode-3.7/dmidecode
	@/usr/bin/python3 tests/parity/sweep.py --standard --dialect 3.6 $(BUILD)/dmidecode-3.6/dmidecode

# Writes anew what check-parity compares with.
codes: $(BUILD)/dmidecode-3.7/dmidecode
	/usr/bin/python3 tests/parity/codes.py $< > testdata/dmidecode-3.7.codes.tsv
	/usr/bin/python3 tests/parity/test_command_line.py --write

parity: check-parity check-sweep
check: check-parity check-consumers
check-slow: check-sweep check-programs
.PHONY: parity check-parity check-consumers check-programs check-sweep codes
