# Each allocation fails in turn, in every command and call of the library. Seconds.

MEMORY := $(BUILD)/tests/memory

$(MEMORY)/starve.so: tests/memory/starve.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -fno-builtin -fvisibility=default -shared $< -o $@

# The tool with a libc whose allocations starve.so can replace.
$(MEMORY)/hwident: $(call objects,$(CLI)) $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CFLAGS) $(LDFLAGS) $^ -lmbedcrypto -o $@

$(MEMORY)/calls: tests/memory/calls.c $(BUILD)/libhwident.a
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $^ -o $@

check-memory: $(BUILD)/hwident $(MEMORY)/starve.so $(MEMORY)/hwident $(MEMORY)/calls
	@BUILD=$(BUILD) python3 tests/memory/test_memory.py

check: check-memory
.PHONY: check-memory
