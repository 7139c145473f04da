# Fuzz targets under ASan and UBSan, with the properties that they check: ten seconds for each, the
# same inputs each time, so that a failure is due to a change and can be had again.
# `make check-fuzz FUZZ_SEED=0 FUZZ_SECONDS=600` looks for what nobody has tried yet;
# `make fuzz-TARGET RUNS=10000000` runs one for as many inputs, with the coverage at the end.

DEPS_SLOW += clang libclang-rt-14-dev # libFuzzer and the sanitizers' run-time part
DEPS_CHECK += libyajl-dev # reads the JSON that fuzz_show makes; clang-tidy, in check, wants its header

FUZZ := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_BUILD := $(BUILD)/fuzz
FUZZ_SECONDS ?= 10
FUZZ_SEED ?= 1
FUZZ_FLAGS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

# The library and the command line once more, watched.
$(FUZZ_BUILD)/internal.a: $(LIBRARY) $(CLI) $(wildcard src/*/*.h include/*.h)
	@$(MAKE) --no-print-directory BUILD=$(FUZZ_BUILD) CC=clang OPT=-O2 \
	  HARDEN="$(FUZZ_FLAGS) -fsanitize=fuzzer-no-link" $@ $(CLI:%.c=$(FUZZ_BUILD)/obj/%.o)

# Each target has a main of its own.
$(FUZZ_BUILD)/cli.a: $(FUZZ_BUILD)/internal.a
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $(CLI:%.c=$(FUZZ_BUILD)/obj/%.o)
	@$(OBJCOPY) --redefine-sym main=hwident_main $@

# What a target needs beyond the library.
WITH_CLI := $(patsubst %,$(FUZZ_BUILD)/fuzz_%,options command dmidecode lint)
$(WITH_CLI): $(FUZZ_BUILD)/cli.a
$(WITH_CLI): FUZZ_WITH = $(FUZZ_BUILD)/cli.a
$(FUZZ_BUILD)/fuzz_command $(FUZZ_BUILD)/fuzz_dmidecode: tests/fuzz/whole.h
$(FUZZ_BUILD)/fuzz_show $(FUZZ_BUILD)/fuzz_command $(FUZZ_BUILD)/fuzz_dmidecode: FUZZ_WITH += -lyajl
$(FUZZ_BUILD)/fuzz_account: FUZZ_WITH = src/prepare/account.c

$(FUZZ_BUILD)/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/fuzz.h $(FUZZ_BUILD)/internal.a
	$(call say,FUZZ,$@)clang $(CPPFLAGS) -Itests/fuzz -std=c11 -O2 -g $(FUZZ_FLAGS) -fsanitize=fuzzer \
	  $< $(FUZZ_WITH) $(FUZZ_BUILD)/internal.a -l:libmbedcrypto.a -o $@

$(FUZZ_BUILD)/seeds: tests/fuzz/seeds.py $(wildcard testdata/*)
	@rm -rf $@
	@python3 tests/fuzz/seeds.py $@

# A table of 1024 bytes has room for every type and for what no line of text has: more of the same
# would only make each execution longer.
fuzz-%: FUZZ_LENGTH := 4096
fuzz-table fuzz-show fuzz-lint fuzz-dump fuzz-command fuzz-dmidecode: FUZZ_LENGTH := 1024

# Findings stay in build/fuzz as crash-…; what was found to reach new code is kept in corpus/.
fuzz-%: $(FUZZ_BUILD)/fuzz_% $(FUZZ_BUILD)/seeds
	@mkdir -p $(FUZZ_BUILD)/corpus/$*
	@$< -close_fd_mask=3 -print_final_stats=1 -timeout=20 -rss_limit_mb=1024 -max_len=$(FUZZ_LENGTH) \
	  -seed=$(FUZZ_SEED) \
	  $(if $(RUNS),-runs=$(RUNS),-max_total_time=$(FUZZ_SECONDS)) -artifact_prefix=$(FUZZ_BUILD)/ \
	  $(FUZZ_BUILD)/corpus/$* $(FUZZ_BUILD)/seeds/$* 2> $(FUZZ_BUILD)/$*.log || \
	  { tail -40 $(FUZZ_BUILD)/$*.log; exit 1; }
	@python3 tests/fuzz/figures.py $* $(FUZZ_BUILD)/$*.log

# What the inputs of a target reach, by room. (Its own output goes to standard output.)
reach-%: $(FUZZ_BUILD)/fuzz_% $(FUZZ_BUILD)/seeds
	@mkdir -p $(FUZZ_BUILD)/corpus/$*
	@$< -runs=0 -print_coverage=1 -rss_limit_mb=2048 $(FUZZ_BUILD)/corpus/$* $(FUZZ_BUILD)/seeds/$* \
	  > $(FUZZ_BUILD)/$*.reach 2>&1
	@python3 tests/fuzz/reach.py $* $(FUZZ_BUILD)/$*.reach

check-fuzz: $(FUZZ:%=fuzz-%)
	@echo "$(words $(FUZZ)) passed, 0 failed, 0 skipped"

check-slow: check-fuzz
.PHONY: check-fuzz
.PRECIOUS: $(FUZZ_BUILD)/fuzz_%
