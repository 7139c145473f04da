# What the programs cost, compared with others that do the same. Prints tables; only
# check-instructions is part of a check. Half a minute.

DEPS_SLOW += gosu s6    # what most images drop privileges with today
DEPS_SLOW += strace     # counts system calls

BENCH := $(BUILD)/bench

$(BENCH)/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -static $(LDFLAGS) $< -o $@

$(BENCH)/%-musl: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(MUSL_CC) $(CPPFLAGS) -std=c11 -Os -no-pie -s $(MUSL_LINK) $< -o $@

# Without a libc, x86_64 only: on other processors the tables lack these rows and say so.
$(BENCH)/%-bare: tests/bench/%.c tests/bench/bare.c
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) -std=c11 -Os -ffreestanding -fno-builtin -fno-stack-protector \
	  -fno-asynchronous-unwind-tables -fno-pie -no-pie -nostdlib -static -s $(LDFLAGS) \
	  -Wl,-z,noseparate-code $^ -o $@
FLOORS = $(foreach libc,musl $(if $(filter x86_64,$(shell uname -m)),bare),$(BENCH)/$(1)-$(libc)) $(BENCH)/$(1)

bench-prepare: bench-static $(BUILD)/hwident-prepare $(call FLOORS,drop) $(BENCH)/true-musl $(BENCH)/spawn
	@tests/bench/prepare.py $(BUILD)

# The tool and the library, on tables bound where the kernel shows its own.
DEPS_SLOW += valgrind  # counts instructions and bytes allocated
DEPS_SLOW += dmidecode # what the tool is compared with

$(BENCH)/library: tests/bench/library.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -static $^ -l:libmbedcrypto.a -o $@

DEPS_SLOW += golang-go golang-github-digitalocean-go-smbios-dev # what a Go program costs

# Without Go, the table lacks its row and says so.
$(BENCH)/uuid-go: tests/bench/uuid.go
	@mkdir -p $(@D)
	-@env GOPATH=/usr/share/gocode GO111MODULE=off GOCACHE=$(abspath $(BENCH))/go CGO_ENABLED=0 \
	  go build -ldflags='-s -w' -o $@ $<

# The same programs with the compiler's own libc.
bench-static:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/static LINK=static \
	  $(BUILD)/static/hwident $(BUILD)/static/hwident-prepare

bench-get: bench-static $(BUILD)/hwident $(call FLOORS,floor) $(BENCH)/library $(BENCH)/spawn \
  $(BENCH)/true-musl $(BENCH)/uuid-go $(BUILD)/dmidecode-3.7/dmidecode
	@tests/bench/get.py $(BUILD)

bench-size: bench-static $(BUILD)/hwident $(BUILD)/hwident-prepare
	@tests/bench/size.py $(BUILD)

bench: bench-get bench-prepare bench-size

.PHONY: bench bench-static bench-get bench-prepare bench-size

check-instructions: $(BUILD)/hwident $(BENCH)/spawn $(BUILD)/dmidecode-3.7/dmidecode
	@python3 tests/bench/test_instructions.py

check-slow: check-instructions
.PHONY: check-instructions
