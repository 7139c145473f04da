# Every system call of every command fails, is short, or finds the tables changed. As root; minutes.

DEPS_SLOW += strace # lists the calls, and makes them fail

FAULT := $(BUILD)/tests/fault

$(FAULT)/meddle: tests/fault/meddle.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $< -o $@

$(FAULT)/reader: tests/fault/reader.c $(BUILD)/libhwident.a
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -static $^ -o $@

check-fault: $(BUILD)/hwident $(BUILD)/hwident-prepare $(FAULT)/meddle $(FAULT)/reader
	@tests/fault/check.py $(BUILD)

check-slow: check-fault
.PHONY: check-fault
