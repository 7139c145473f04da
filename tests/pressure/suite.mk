# Worst-case tables: the work grows in proportion to their bytes. Takes two minutes.

DEPS_SLOW += valgrind # counts instructions

PRESSURE := $(BUILD)/tests/pressure

$(PRESSURE)/walk: tests/pressure/walk.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -fno-inline $^ -l:libmbedcrypto.a -o $@

check-linear: $(PRESSURE)/walk
	@tests/pressure/linear.py $<

check-slow: check-linear
.PHONY: check-linear
