# Worst-case tables: the work grows in proportion to their bytes. Takes three minutes.

DEPS_SLOW += valgrind # counts instructions

PRESSURE := $(BUILD)/tests/pressure

$(PRESSURE)/walk: tests/pressure/walk.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -fno-inline $^ -l:libmbedcrypto.a -o $@

check-linear: $(PRESSURE)/walk
	@tests/pressure/linear.py $<

# The same for each command of the tool. `make check-growth LARGEST=16777216` takes half an hour.
check-growth: $(PRESSURE)/walk $(BUILD)/hwident
	@tests/pressure/commands.py $(BUILD)/hwident $< $(LARGEST)

check-slow: check-linear check-growth
.PHONY: check-linear check-growth
