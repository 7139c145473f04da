# What the programs cost, beside others that do the same. Prints tables; no part of any check.

DEPS_SLOW += gosu       # what most images drop privileges with today
DEPS_SLOW += strace     # counts system calls
DEPS_SLOW += musl-tools # the small build and its floor

BENCH := $(BUILD)/bench

$(BENCH)/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(STATIC) $(LDFLAGS) $< -o $@

$(BENCH)/%-musl: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(SMALL_CC) $(CPPFLAGS) -std=c11 -Os -static -s $< -o $@

bench-prepare: $(BUILD)/hwident-prepare small $(BENCH)/drop $(BENCH)/drop-musl $(BENCH)/true-musl \
  $(BENCH)/spawn
	@tests/bench/prepare.py $(BUILD)

# The tool and the library, on tables bound where the kernel shows its own.
DEPS_SLOW += valgrind  # counts instructions and bytes allocated
DEPS_SLOW += dmidecode # what the tool is held against

$(BENCH)/library: tests/bench/library.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(STATIC) $^ -l:libmbedcrypto.a -o $@

DEPS_SLOW += golang-go golang-github-digitalocean-go-smbios-dev # what a Go program costs

# Without Go its row is missing, and the table says so.
$(BENCH)/uuid-go: tests/bench/uuid.go
	@mkdir -p $(@D)
	-@env GOPATH=/usr/share/gocode GO111MODULE=off GOCACHE=$(abspath $(BENCH))/go CGO_ENABLED=0 \
	  go build -ldflags='-s -w' -o $@ $<

# Linked as the tool is.
$(BENCH)/floor: STATIC = $(STATIC_TOOL)

# The same with relocations at the start: what position independence costs.
bench-movable:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/movable STATIC_TOOL=-static-pie \
	  $(BUILD)/movable/hwident $(BUILD)/movable/bench/floor

bench-get: bench-movable $(BUILD)/hwident $(BENCH)/floor $(BENCH)/library $(BENCH)/spawn $(BENCH)/uuid-go
	@tests/bench/get.py $(BUILD)

# The tool's other libc is tests/builds'.
bench-size: $(BUILD)/hwident $(BUILD)/hwident-prepare small build-musl
	@tests/bench/size.py $(BUILD)

bench: bench-get bench-prepare bench-size

.PHONY: bench bench-movable bench-get bench-prepare bench-size
