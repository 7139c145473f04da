# hwident. `make` builds, `make deps run` shows it working, `make deps check` tests it.
# SPDX-License-Identifier: MIT

VERSION := $(shell sed -n 's/^.define HWIDENT_VERSION "\(.*\)"/\1/p' include/hwident.h)
SOVERSION := 0

# ---- What Debian 12 has to have ---------------------------------------------------------------

# To build: a compiler, and the two libraries that the tool and the library use.
DEPS_BUILD := gcc libc6-dev make libjansson-dev libmbedtls-dev
# To check: each suite under tests/ adds what it runs, with the reason, in its suite.mk.
DEPS_CHECK := clang clang-format clang-tidy
# For the slow suites only (`make check-all`).
DEPS_ALL :=

# ---- How it is built ----------------------------------------------------------------------------

PREFIX ?= /usr/local
BUILD := build
CC := $(if $(filter default,$(origin CC)),gcc,$(CC))
OPT ?= -O2
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
# The rows of a table (src/smbios/schema*.c) say only what differs from zero.
WARN += -Wno-missing-field-initializers
HARDEN := -fstack-protector-strong -fPIC -D_FORTIFY_SOURCE=2
CPPFLAGS += -Iinclude -Isrc -D_GNU_SOURCE
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

# `make V=1` shows the commands.
say = $(if $(V),,@printf '  %-5s %s\n' '$(1)' '$(2)' && )
objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

all: $(BUILD)/hwident $(BUILD)/hwident-prepare $(BUILD)/libhwident.a $(BUILD)/libhwident.so

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(CPPFLAGS) $(CFLAGS) $(DEPFLAGS) -c $< -o $@

$(BUILD)/libhwident.a: $(call objects,$(LIBRARY))
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $^

# mbedTLS is linked in and hidden: only what include/hwident.h declares is a symbol.
$(BUILD)/libhwident.so.$(SOVERSION): $(call objects,$(LIBRARY)) src/libhwident.map
	$(call say,LD,$@)$(CC) -shared $(LDFLAGS) -Wl,-soname,libhwident.so.$(SOVERSION) -Wl,--exclude-libs,ALL \
	  -Wl,--version-script=src/libhwident.map $(filter %.o,$^) -l:libmbedcrypto.a -o $@

$(BUILD)/libhwident.so: $(BUILD)/libhwident.so.$(SOVERSION)
	@ln -sf $(<F) $@

$(BUILD)/hwident: $(call objects,$(CLI) $(RENDER)) $(BUILD)/libhwident.a
	$(call say,LD,$@)$(CC) $(STATIC) $(LDFLAGS) $^ -l:libmbedcrypto.a -l:libjansson.a -o $@

$(BUILD)/hwident-prepare: $(call objects,$(PREPARE)) $(BUILD)/libhwident.a
	$(call say,LD,$@)$(CC) $(STATIC) $(LDFLAGS) $^ -o $@

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

# ---- Installing it --------------------------------------------------------------------------------

BINDIR = $(DESTDIR)$(PREFIX)/bin
LIBDIR = $(DESTDIR)$(PREFIX)/lib
INCLUDEDIR = $(DESTDIR)$(PREFIX)/include

$(BUILD)/hwident.pc: src/hwident.pc.in Makefile include/hwident.h
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' $< > $@

install: all $(BUILD)/hwident.pc
	install -d $(BINDIR) $(LIBDIR)/pkgconfig $(INCLUDEDIR)
	install -s $(BUILD)/hwident $(BUILD)/hwident-prepare $(BINDIR)
	install -m 0644 $(BUILD)/libhwident.a $(BUILD)/libhwident.so.$(SOVERSION) $(LIBDIR)
	ln -sf libhwident.so.$(SOVERSION) $(LIBDIR)/libhwident.so
	install -m 0644 include/hwident.h $(INCLUDEDIR)
	install -m 0644 $(BUILD)/hwident.pc $(LIBDIR)/pkgconfig

uninstall:
	rm -f $(BINDIR)/hwident $(BINDIR)/hwident-prepare $(LIBDIR)/libhwident.a \
	  $(LIBDIR)/libhwident.so $(LIBDIR)/libhwident.so.$(SOVERSION) \
	  $(LIBDIR)/pkgconfig/hwident.pc $(INCLUDEDIR)/hwident.h

clean:
	rm -rf $(BUILD)

# ---- Tests: each folder under tests/ says in its suite.mk what it adds to check ------------------

check: check-style check-tidy
check-all: check

style-sources = $(wildcard include/*.h src/*.[ch] src/*/*.[ch] tests/*/*.[ch])
check-style:
	clang-format --dry-run -Werror $(style-sources)

check-tidy:
	@printf '%s\n' $(filter %.c,$(style-sources)) | \
	  xargs -P2 -n1 sh -c 'clang-tidy --quiet "$$@" -- $(CPPFLAGS) -Itests/unit -std=c11 2>&1 | \
	    grep -v "warnings\? generated"; test $$? = 1' sh

-include $(wildcard tests/*/suite.mk)
-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

.PHONY: all run deps deps-all install uninstall clean check check-all check-style check-tidy
