# hwident-prepare as a process, as root: accounts, drop, grants, environment, exec. Seconds.

DEPS_CHECK += python3     # the process tests
DEPS_CHECK += strace      # makes system calls fail and lie
DEPS_CHECK += util-linux  # unshare and setpriv: namespaces, and processes with less than root
DEPS_CHECK += libcap2-bin # setcap: programs with file capabilities

DEPS_CHECK += musl-tools  # the small build
DEPS_CHECK += gosu        # an entrypoint that README.md shows

check-prepare: $(BUILD)/hwident-prepare
	@for t in tests/prepare/test_*.py; do PREPARE=$< python3 $$t || exit 1; done

# The small one is small, and does the same.
check-small: small
	@test $$(stat -c %s $(BUILD)/small/hwident-prepare) -lt 65536
	@for t in tests/prepare/test_*.py; do \
	  PREPARE=$(BUILD)/small/hwident-prepare python3 $$t || exit 1; done

# The user specs and account files of the tests, run against gosu, setpriv and su-exec.
compare-prepare: $(BUILD)/hwident-prepare
	@tests/prepare/compare.py

check: check-prepare check-small
.PHONY: check-prepare check-small compare-prepare

# For the race in tests/vm/stories/prepare-race.
$(BUILD)/exchange: tests/prepare/exchange.c
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(STATIC) $< -o $@

check-vm: $(BUILD)/exchange
