# hwident. `make` builds, `make deps run` shows it working, `make deps-check check`
# tests it.
# SPDX-License-Identifier: MIT

VERSION := $(shell sed -n 's/^.define HWIDENT_VERSION *"\(.*\)"/\1/p' include/hwident.h)
SOVERSION := 1

# ---- Debian packages ----------------------------------------------------------------------------

# To build: a compiler, the libc of the programs, and the library that has SHA-256.
DEPS_BUILD := gcc libc6-dev make musl-tools libmbedtls-dev
# For `make test`, `make check` and the slow suites: each suite under tests/ adds what it runs, with
# the reason, in its suite.mk.
DEPS_TEST := clang-format
DEPS_CHECK := clang clang-tidy
DEPS_SLOW :=
# A download that falls silent is begun again after a minute; npm would wait for five.
export NPM_CONFIG_FETCH_TIMEOUT := 60000
export NPM_CONFIG_FETCH_RETRIES := 5

# ---- How it is built ----------------------------------------------------------------------------

PREFIX ?= /usr/local
BUILD := build
CC := $(if $(filter default,$(origin CC)),gcc,$(CC))
OPT ?= -O2
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
# The rows of a table (src/schema) say only what differs from zero.
WARN += -Wno-missing-field-initializers
HARDEN := -fstack-protector-strong -fPIC -D_FORTIFY_SOURCE=2
# Files of any size can be examined, even if a long has 32 bits.
CPPFLAGS += -Iinclude -Isrc -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64
CFLAGS += -std=c11 $(OPT) -g $(WARN) $(HARDEN) -fvisibility=hidden -ffunction-sections -fdata-sections
LDFLAGS += -Wl,--gc-sections -Wl,-z,relro,-z,now
DEPFLAGS = -MMD -MP

# How the two programs are linked: `musl` makes static ones for any image; `static` does the same
# with the compiler's own libc, and their start takes three times as long; `dynamic` takes the
# system's libraries, as distributions do.
LINK ?= musl

SMBIOS := $(wildcard src/smbios/*.c)
SCHEMA := $(wildcard src/schema/*.c)
HOST := $(wildcard src/host/*.c)
IDENTITY := $(wildcard src/identity/*.c)
LINT := $(wildcard src/lint/*.c)
REDACT := $(wildcard src/redact/*.c)
RENDER := $(wildcard src/render/*.c)
CLI := $(wildcard src/cli/*.c)
PREPARE := $(wildcard src/prepare/*.c)
DOOR := $(wildcard src/library/*.c)
LIBRARY := $(SMBIOS) $(SCHEMA) $(HOST) $(IDENTITY) $(RENDER) $(LINT) $(REDACT) $(DOOR)

# `make V=1` shows the commands.
say = $(if $(V),,@printf '  %-5s %s\n' '$(1)' '$(2)' && )
objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

programs: $(BUILD)/hwident $(BUILD)/hwident-prepare
all: programs $(BUILD)/libhwident.a $(BUILD)/libhwident.so

# What is missing is named in one line, before the first file is compiled.
$(BUILD)/tools: src/tools.sh
	@mkdir -p $(@D)
	@src/tools.sh '$(LINK)' '$(MUSL_CC)' '$(CC)' '$(CPPFLAGS) $(filter -L%,$(LDFLAGS))'
	@touch $@

$(BUILD)/obj/%.o: %.c Makefile | $(BUILD)/tools
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(CPPFLAGS) $(CFLAGS) $(DEPFLAGS) -c $< -o $@

# The list of placeholders is checked before it is compiled: a damaged list would let some pass.
RULES := $(shell sed -n 's/^.define HWIDENT_RULES \([0-9]*\)/\1/p' include/hwident.h)
$(BUILD)/placeholders.checked: src/identity/placeholders.c src/identity/placeholders.awk include/hwident.h
	@mkdir -p $(@D)
	@LC_ALL=C awk -v newest=$(RULES) -f src/identity/placeholders.awk $<
	@touch $@

$(BUILD)/obj/src/identity/placeholders.o: $(BUILD)/placeholders.checked

# With the internal symbols too: for the programs and the tests.
INTERNAL := $(BUILD)/internal.a
$(INTERNAL): $(call objects,$(LIBRARY))
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $^

# The library as it is shipped exports only the functions in the map. The part of mbedTLS that it
# needs is linked in and hidden, so it can't clash with names, or an mbedTLS, in the program. With
# LINK=dynamic mbedTLS stays outside.
MAP := src/library/libhwident.map
PUBLIC := $(shell sed -n 's/^ *\(hwident_[a-z0-9_]*\);/\1/p' $(MAP))
OBJCOPY ?= objcopy
INSIDE := $(if $(filter dynamic,$(LINK)),,-l:libmbedcrypto.a)
OUTSIDE := $(if $(INSIDE),,-lmbedcrypto)

$(BUILD)/libhwident.o: $(INTERNAL) $(MAP)
	$(call say,LD,$@)$(CC) $(CFLAGS) -r -nostdlib -Wl,--gc-sections -Wl,--force-group-allocation \
	  $(PUBLIC:%=-Wl,-u,%) $(INTERNAL) $(filter -L%,$(LDFLAGS)) $(INSIDE) -o $@
	@$(OBJCOPY) $(PUBLIC:%=--keep-global-symbol=%) $@

$(BUILD)/libhwident.a: $(BUILD)/libhwident.o
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $^

$(BUILD)/libhwident.so.$(SOVERSION): $(call objects,$(LIBRARY)) $(MAP)
	$(call say,LD,$@)$(CC) -shared $(LDFLAGS) -Wl,--no-undefined -Wl,-soname,libhwident.so.$(SOVERSION) \
	  -Wl,--exclude-libs,ALL -Wl,--version-script=$(MAP) $(filter %.o,$^) $(INSIDE) $(OUTSIDE) -o $@

$(BUILD)/libhwident.so: $(BUILD)/libhwident.so.$(SOVERSION)
	@ln -sf $(<F) $@

# The programs. The tool stays at a fixed address: to relocate its tables of names would cost it as
# many instructions again at every start (`make bench-get`), it has no more rights than its caller,
# and the decoder is proved. The preparer, which is root, pays for a random address.
ifeq ($(LINK),musl)
include src/musl.mk
else ifneq ($(filter static dynamic,$(LINK)),)
STATIC_PIE := -static-pie

$(BUILD)/hwident: $(call objects,$(CLI)) $(INTERNAL)
	$(call say,LD,$@)$(CC) $(CFLAGS) $(if $(filter static,$(LINK)),-static) $(LDFLAGS) $^ $(INSIDE) $(OUTSIDE) -o $@

$(BUILD)/hwident-prepare: $(call objects,$(PREPARE)) $(INTERNAL)
	$(call say,LD,$@)$(CC) $(CFLAGS) $(if $(filter static,$(LINK)),$(STATIC_PIE)) $(LDFLAGS) $^ -o $@
else
$(error LINK is musl, static or dynamic, not '$(LINK)')
endif

# ---- Using it -----------------------------------------------------------------------------------

# If this machine's tables can't be read, the message has said why (exit 3 to 7: no SMBIOS, not root, a
# container): a table from testdata shows what the program does.
EXAMPLE := testdata/qemu-seabios.bin
run: programs
	@$(BUILD)/hwident || { s=$$?; case $$s in [3-7]) ;; *) exit $$s ;; esac; \
	  printf '\nThe example in %s instead:\n\n' $(EXAMPLE); $(BUILD)/hwident --from $(EXAMPLE); }
	@printf '\nTry next:\n    %s\n    %s\n    %s\n' '$(BUILD)/hwident explain' \
	  '$(BUILD)/hwident --from $(EXAMPLE) code --app com.example.app' \
	  '$(BUILD)/hwident help'

# Packages are installed before anything else begins, also with -j.
ifneq ($(filter deps deps-test deps-check deps-slow,$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif

# No service is started or enabled. Each target includes the one before it.
deps:
	@UPDATE=1 tests/lib/install $(sort $(DEPS_BUILD))

deps-test: deps
	@tests/lib/install $(sort $(DEPS_TEST))

deps-check: deps-test
	@tests/lib/install $(sort $(DEPS_CHECK))

deps-slow: deps-check
	@tests/lib/install $(sort $(DEPS_SLOW))

# ---- Installing it --------------------------------------------------------------------------------

LIBDIR ?= $(PREFIX)/lib
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions

# Mode, file and its place below DESTDIR. Those of the two programs are what a release holds.
INSTALLED_PROGRAMS = \
  755:$(BUILD)/hwident:$(PREFIX)/bin/hwident \
  755:$(BUILD)/hwident-prepare:$(PREFIX)/bin/hwident-prepare \
  644:src/cli/hwident.1:$(PREFIX)/share/man/man1/hwident.1 \
  644:src/prepare/hwident-prepare.8:$(PREFIX)/share/man/man8/hwident-prepare.8 \
  644:src/prepare/hwident-containers.7:$(PREFIX)/share/man/man7/hwident-containers.7 \
  644:src/prepare/hwident-security.7:$(PREFIX)/share/man/man7/hwident-security.7 \
  644:src/render/hwident-json.7:$(PREFIX)/share/man/man7/hwident-json.7 \
  644:src/identity/hwident-licensing.7:$(PREFIX)/share/man/man7/hwident-licensing.7 \
  644:src/cli/completion/hwident.bash:$(PREFIX)/share/bash-completion/completions/hwident \
  link:hwident:$(PREFIX)/share/bash-completion/completions/hwident-prepare \
  644:src/cli/completion/_hwident:$(ZSHDIR)/_hwident \
  644:src/render/hwident.schema.json:$(PREFIX)/share/hwident/hwident.schema.json
INSTALLED = $(INSTALLED_PROGRAMS) \
  644:$(BUILD)/libhwident.so.$(SOVERSION):$(LIBDIR)/libhwident.so.$(SOVERSION) \
  link:libhwident.so.$(SOVERSION):$(LIBDIR)/libhwident.so \
  644:$(BUILD)/libhwident.a:$(LIBDIR)/libhwident.a \
  644:$(BUILD)/hwident.pc:$(LIBDIR)/pkgconfig/hwident.pc \
  644:include/hwident.h:$(PREFIX)/include/hwident.h \
  644:src/library/hwident-languages.7:$(PREFIX)/share/man/man7/hwident-languages.7 \
  644:src/library/libhwident.3:$(PREFIX)/share/man/man3/libhwident.3

# Always made: PREFIX may have changed.
$(BUILD)/hwident.pc: src/hwident.pc.in FORCE
	@sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR:$(PREFIX)/%=$${prefix}/%)|' \
	  -e 's|@VERSION@|$(VERSION)|' -e 's|@OUTSIDE@|$(OUTSIDE)|' $< > $@

install: all $(BUILD)/hwident.pc
	@src/install.sh '$(DESTDIR)' $(INSTALLED)

install-programs: programs
	@src/install.sh '$(DESTDIR)' $(INSTALLED_PROGRAMS)

# Names of what is removed are quoted: a folder's name may have spaces.
uninstall:
	@for row in $(INSTALLED); do rm -f '$(DESTDIR)'"$${row##*:}" || exit; done
	@rmdir '$(DESTDIR)$(PREFIX)/share/hwident' 2>/dev/null || :

# ---- Packages -------------------------------------------------------------------------------------

deb: dist
	@src/debian/build $(BUILD) $(DIST)

# What is committed, and nothing else: the same bytes from every clone of the commit.
DIST := $(BUILD)/hwident-$(VERSION).tar.gz
dist:
	@test -z "$$(git rev-parse --show-prefix 2>&1)" || \
	  { echo 'dist: needs git and a clone, from whose last commit it makes the tarball' >&2; exit 1; }
	@git diff --quiet HEAD || { echo 'dist: there are changes that are not committed; commit or stash them' >&2; exit 1; }
	@mkdir -p $(BUILD)
	@git -c tar.umask=0022 archive --format=tar --prefix=hwident-$(VERSION)/ HEAD >$(DIST:.gz=)
	@gzip -9nf $(DIST:.gz=)
	@echo $(DIST)

# An engine that builds, with its options: podman or docker.
ENGINE ?= podman
LICENSES := LICENSE src/debian/copyright /usr/share/common-licenses/Apache-2.0
image: all
	@rm -rf $(BUILD)/image
	@install -d $(BUILD)/image/licenses
	@install -s $(BUILD)/hwident $(BUILD)/hwident-prepare $(BUILD)/image
	@install -m 644 $(LICENSES) $(BUILD)/image/licenses
	$(ENGINE) build -t hwident:$(VERSION) -t hwident:latest -f src/Containerfile $(BUILD)/image

# One image for all of a release's processors: podman's manifest list.
images:
	@src/release/images $(BUILD) $(VERSION) '$(ENGINE)' $(LICENSES)

# For Node.js: the static tool and a wrapper, in build/npm.
npm: $(BUILD)/hwident
	@rm -rf $(BUILD)/npm
	@install -d $(BUILD)/npm/package
	@install -s $(BUILD)/hwident $(BUILD)/npm/package
	@install -m 644 src/npm/* $(LICENSES) $(BUILD)/npm/package
	@cd $(BUILD)/npm/package && npm pack --silent --pack-destination ..

# The same for Python, in build/wheel.
wheel: $(BUILD)/hwident
	@rm -rf $(BUILD)/wheel
	@install -d $(BUILD)/wheel
	@install -s $(BUILD)/hwident $(BUILD)/wheel
	@src/python/wheel.py $(VERSION) $(BUILD)/wheel $(BUILD)/wheel/hwident $(LICENSES)

# Static programs for each processor, with sums and a bill of materials; the last line is their folder.
release:
	@src/release/release $(BUILD) $(VERSION) $(MAKE) $(ARCHITECTURES)

clean:
	rm -rf $(BUILD)

# ---- Tests: each folder under tests/ says in its suite.mk what it adds to check ------------------

$(BUILD)/tools-test: tests/lib/tools.sh | $(BUILD)/tools
	@tests/lib/tools.sh '$(CC)' '$(CPPFLAGS)'
	@touch $@

test: check-style check-unit check-cli
check: test check-tidy
check-slow:
check-all: check check-slow

# These tools change their opinions from version to version: Debian 12's count.
LLVM := 14
# $(call with-llvm,TOOL,COMMAND): with that version of the tool, or skipped by name.
with-llvm = if $(1) --version 2>/dev/null | grep -q 'version $(LLVM)\.'; then $(2); else \
  echo "SKIP $@: no $(1) $(LLVM)"; echo $@ | python3 tests/lib/skips.py Makefile; fi

style-sources = $(wildcard include/*.h src/*.[ch] src/*/*.[ch] tests/*/*.[ch] testdata/*.[ch])
check-style: $(BUILD)/tools-test
	@$(call with-llvm,clang-format,clang-format --dry-run -Werror $(style-sources))

# For what make starts anew: a share of the jobs that `make -j2` allows, or else all cores.
WIDE = $(if $(filter --jobserver-auth=%,$(MAKEFLAGS)),,-j$$(nproc))

# The proof's drivers include Frama-C's own header.
TIDY := $(patsubst %.c,$(BUILD)/tidy/%.ok,$(filter-out tests/proof/%,$(filter %.c,$(style-sources))))
check-tidy:
	+@$(call with-llvm,clang-tidy,$(MAKE) -s $(WIDE) $(TIDY))

# A file is checked again if it, a header or the rules have changed.
$(BUILD)/tidy/%.ok: %.c .clang-tidy Makefile
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) -Itests/unit -MM -MP -MT $@ -MF $(@:.ok=.d) $<
	@clang-tidy --quiet $< -- $(CPPFLAGS) -Itests/unit -std=c11 >$(@:.ok=.log) 2>&1 && \
	  ! grep 'warning:' $(@:.ok=.log) || { cat $(@:.ok=.log); exit 1; }
	@touch $@

-include $(wildcard tests/*/suite.mk)
-include $(shell find $(BUILD)/obj $(BUILD)/musl $(BUILD)/tidy -name '*.d' 2>/dev/null)

FORCE:
.PHONY: FORCE all programs run deps deps-test deps-check deps-slow test install install-programs uninstall \
  deb dist image images npm wheel release clean check check-slow \
  check-all check-style check-tidy
