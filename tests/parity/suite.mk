# dmidecode 3.7's and 3.6's output against ours, line by line, and programs that read dmidecode's
# output reading ours. check-parity takes seconds: what dmidecode 3.7 prints for each code and for
# some tables is in testdata; real tables and what it prints for them are not part of the source,
# HWIDENT_DUMPS names their folder (tests/lib/dumps.py). parity also compares every code of every
# field with dmidecode itself, which it gets from Debian if the network allows: 6 minutes.

DEPS_CHECK += dmidecode                                # the reference for what -q leaves out
DEPS_CHECK += jc                                       # reads dmidecode's output on stdin
DEPS_CHECK += libparse-dmidecode-perl libfile-which-perl # runs dmidecode, from the PATH
# These call dmidecode (test_programs.py), ras-mc-ctl only where there is a modprobe.
DEPS_SLOW += inxi ohai rasdaemon kmod libvirt-clients libvirt-daemon-driver-qemu virt-what
DEPS_SLOW += collectl hw-probe fusioninventory-agent ocsinventory-agent sosreport
DEPS_SLOW += iproute2 # hw-probe looks for ip before anything else
DEPS_SLOW += nodejs $(if $(shell command -v npm),,npm) # run systeminformation

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

# From npm, and not committed: without a network its test is skipped.
SYSTEMINFORMATION := $(BUILD)/programs/node_modules/systeminformation
$(SYSTEMINFORMATION):
	@mkdir -p $(BUILD)/programs
	@npm install --prefix $(BUILD)/programs --ignore-scripts --no-audit --no-fund --no-save \
	  --fetch-retries=0 systeminformation@5 >$(BUILD)/programs/npm.log 2>&1 || :

check-programs: $(BUILD)/hwident $(BUILD)/dmidecode-3.7/dmidecode $(SYSTEMINFORMATION)
	@/usr/bin/python3 tests/parity/test_programs.py

PARITY := $(BUILD)/tests/parity

$(PARITY)/buffered.so: tests/parity/buffered.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -fvisibility=default -shared $< -o $@

check-sweep: $(BUILD)/hwident $(PARITY)/buffered.so $(BUILD)/dmidecode-3.7/dmidecode $(BUILD)/dmidecode-3.6/dmidecode
	@/usr/bin/python3 tests/parity/test_command_line.py
	@/usr/bin/python3 tests/parity/sweep.py --whole $(BUILD)/dmidecode-3.7/dmidecode
	@/usr/bin/python3 tests/parity/sweep.py --standard --dialect 3.6 $(BUILD)/dmidecode-3.6/dmidecode

# Writes the files again that check-parity compares with.
codes: $(BUILD)/dmidecode-3.7/dmidecode
	/usr/bin/python3 tests/parity/codes.py $< > testdata/dmidecode-3.7.codes.tsv
	/usr/bin/python3 tests/parity/codes.py $< --vendors > testdata/dmidecode-3.7.vendors.tsv
	/usr/bin/python3 tests/parity/test_command_line.py --write

parity: check-parity check-sweep
check: check-parity check-consumers
check-slow: check-sweep check-programs
.PHONY: parity check-parity check-consumers check-programs check-sweep codes
