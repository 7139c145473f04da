# What the programs cost, beside others that do the same. Prints tables; no part of any check.

DEPS_ALL += gosu       # what most images drop privileges with today
DEPS_ALL += strace     # counts system calls
DEPS_ALL += musl-tools # the small build and its floor

BENCH := $(BUILD)/bench

$(BENCH)/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -static-pie $< -o $@

$(BENCH)/%-musl: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(SMALL_CC) $(CPPFLAGS) -std=c11 -Os -static -s $< -o $@

bench-prepare: $(BUILD)/hwident-prepare small $(BENCH)/drop $(BENCH)/drop-musl $(BENCH)/true-musl \
  $(BENCH)/spawn
	@tests/bench/prepare.py $(BUILD)

.PHONY: bench-prepare
