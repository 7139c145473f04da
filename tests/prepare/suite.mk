# Runs hwident-prepare as root: accounts, drop, grants, environment, exec. Takes seconds.

DEPS_CHECK += python3     # the process tests
DEPS_CHECK += strace      # makes system calls fail and lie
DEPS_CHECK += util-linux  # unshare and setpriv: namespaces, and processes with less than root
DEPS_CHECK += libcap2-bin # setcap: programs with file capabilities

DEPS_CHECK += gosu        # one of the entrypoints in recipes uses it

# The program must stay small enough for any image.
check-prepare: $(BUILD)/hwident-prepare
	@strip -o $(BUILD)/tests/prepare-stripped $<
	@test $$(stat -c %s $(BUILD)/tests/prepare-stripped) -lt 80000
	@for t in tests/prepare/test_*.py; do PREPARE=$< python3 $$t || exit 1; done

# The user specs and account files of the tests, run against gosu, setpriv and su-exec.
compare-prepare: $(BUILD)/hwident-prepare
	@tests/prepare/compare.py

check: check-prepare
.PHONY: check-prepare compare-prepare

# For the race in tests/vm/stories/prepare-race.
$(BUILD)/exchange: tests/prepare/exchange.c
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -static $< -o $@

check-vm: $(BUILD)/exchange
