# hwident. `make` builds, `make deps run` shows it working, `make deps check` tests it.
# SPDX-License-Identifier: MIT

VERSION := 0.1.0
SOVERSION := 0

# ---- What Debian 12 has to have ---------------------------------------------------------------

# To build: a compiler, and the two libraries that the tool and the library use.
DEPS_BUILD := gcc libc6-dev make libjansson-dev libmbedtls-dev
# To check: each suite under tests/ adds what it runs, with the reason, in its suite.mk.
DEPS_CHECK := clang clang-format clang-tidy libcmocka-dev
# For the slow suites only (`make check-all`).
DEPS_ALL :=

# ---- How it is built ----------------------------------------------------------------------------

PREFIX ?= /usr/local
BUILD := build
CC ?= gcc
OPT ?= -O2
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
# The rows of a table (src/smbios/schema*.c) say only what differs from zero.
WARN += -Wno-missing-field-initializers
HARDEN := -fstack-protector-strong -fPIC -D_FORTIFY_SOURCE=2
CPPFLAGS += -Iinclude -Isrc -D_GNU_SOURCE -DHWIDENT_VERSION='"$(VERSION)"'
CFLAGS += -std=c11 $(OPT) -g $(WARN) $(HARDEN) -fvisibility=hidden -ffunction-sections -fdata-sections
LDFLAGS += -Wl,--gc-sections -Wl,-z,relro,-z,now
STATIC := -static-pie
DEPFLAGS = -MMD -MP

SMBIOS := $(wildcard src/smbios/*.c)
HOST := $(wildcard src/host/*.c)
IDENTITY := $(wildcard src/identity/*.c)
RENDER := $(wildcard src/render/*.c)
CLI := $(wildcard src/cli/*.c)
PREPARE := $(wildcard src/prepare/*.c)
LIBRARY := $(SMBIOS) $(HOST) $(IDENTITY) src/handle.c

objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

all: $(BUILD)/hwident $(BUILD)/hwident-prepare $(BUILD)/libhwident.a $(BUILD)/libhwident.so

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(DEPFLAGS) -c $< -o $@

$(BUILD)/libhwident.a: $(call objects,$(LIBRARY))
	@rm -f $@
	$(AR) rcs $@ $^

# mbedTLS is linked in and hidden: only what include/hwident.h declares is a symbol.
$(BUILD)/libhwident.so.$(SOVERSION): $(call objects,$(LIBRARY)) src/libhwident.map
	$(CC) -shared $(LDFLAGS) -Wl,-soname,libhwident.so.$(SOVERSION) -Wl,--exclude-libs,ALL \
	  -Wl,--version-script=src/libhwident.map $(filter %.o,$^) -l:libmbedcrypto.a -o $@

$(BUILD)/libhwident.so: $(BUILD)/libhwident.so.$(SOVERSION)
	ln -sf $(<F) $@

$(BUILD)/hwident: $(call objects,$(CLI) $(RENDER)) $(BUILD)/libhwident.a
	$(CC) $(STATIC) $(LDFLAGS) $^ -l:libmbedcrypto.a -l:libjansson.a -o $@

$(BUILD)/hwident-prepare: $(call objects,$(PREPARE)) $(BUILD)/libhwident.a
	$(CC) $(STATIC) $(LDFLAGS) $^ -o $@

# ---- Using it -----------------------------------------------------------------------------------

run: all
	$(BUILD)/hwident summary || { s=$$?; test $$s = 3 || exit $$s; \
	  echo; echo "This machine has no SMBIOS tables. A captured one from testdata:"; \
	  $(BUILD)/hwident --from testdata/qemu-seabios.bin summary; }

SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
install-packages = $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1)

deps:
	$(SUDO) apt-get update -qq
	$(call install-packages,$(sort $(DEPS_BUILD) $(DEPS_CHECK)))

deps-all: deps
	$(call install-packages,$(sort $(DEPS_ALL)))

clean:
	rm -rf $(BUILD)

# ---- Tests: each folder under tests/ says in its suite.mk what it adds to check ------------------

check: check-style
check-all: check

style-sources = $(wildcard include/*.h src/*.[ch] src/*/*.[ch] tests/*/*.[ch])
check-style:
	clang-format --dry-run -Werror $(style-sources)

tidy:
	printf '%s\n' $(filter %.c,$(style-sources)) | \
	  xargs -P2 -n4 sh -c 'clang-tidy --quiet "$$@" -- $(CPPFLAGS) -std=c11' sh

-include $(wildcard tests/*/suite.mk)
-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

.PHONY: all run deps deps-all clean check check-all check-style tidy
