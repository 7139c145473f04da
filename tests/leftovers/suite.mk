# What the programs leave behind: secrets in memory, descriptors for what is executed next, files
# when they are killed. Seconds.

DEPS_CHECK += strace # lists the calls that open something, and stops a program in the middle

LEFTOVERS := $(BUILD)/tests/leftovers

$(LEFTOVERS)/last_look: tests/leftovers/last_look.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $< -o $@

# A program that uses the library as applications do.
$(LEFTOVERS)/calls: tests/memory/calls.c $(BUILD)/libhwident.a
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $^ -o $@

check-leftovers: $(BUILD)/hwident $(BUILD)/hwident-prepare $(LEFTOVERS)/last_look $(LEFTOVERS)/calls
	@for t in tests/leftovers/test_*.py; do BUILD=$(BUILD) python3 $$t || exit 1; done

check: check-leftovers
.PHONY: check-leftovers
