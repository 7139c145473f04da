# Tables that are as bad as they can be: the work grows with their bytes. Two minutes.

DEPS_SLOW += valgrind # counts instructions

PRESSURE := $(BUILD)/tests/pressure

$(PRESSURE)/walk: tests/pressure/walk.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -fno-inline $^ -l:libmbedcrypto.a -o $@

check-linear: $(PRESSURE)/walk
	@tests/pressure/linear.py $<

check-slow: check-linear
.PHONY: check-linear
