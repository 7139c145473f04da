# The two programs as static ones with musl: their start takes a third of the time, the preparer a
# tenth of the size (`make bench`).

MUSL := $(BUILD)/musl
MUSL_CC ?= musl-gcc
NM ?= nm
# The folder of musl-gcc's start-up objects, taken from the commands that it would run. Asked for when
# linking: `make deps run` begins without musl-gcc.
NUMBER_SIGN := \#
TELL := -$(NUMBER_SIGN)$(NUMBER_SIGN)$(NUMBER_SIGN)
MUSL_LIB = $(dir $(shell $(MUSL_CC) '$(TELL)' -x c /dev/null 2>&1 </dev/null | grep -o '/[^ "]*crt1\.o'))

MUSL_FLAGS = -std=c11 $(OPT) -g $(WARN) -fstack-protector-strong -ffunction-sections -fdata-sections \
  -fno-asynchronous-unwind-tables
# The kernel's own headers and mbedTLS's come after musl's.
MUSL_HEADERS = -idirafter /usr/include -idirafter /usr/include/$(shell gcc -print-multiarch)
MUSL_FLAGS += $(MUSL_HEADERS)
# No unused page between code and data: it would have to be loaded too.
MUSL_LINK := -static $(LDFLAGS) -Wl,-z,noseparate-code

musl_objects = $(patsubst %.c,$(MUSL)/obj/%.o,$(1))

$(MUSL)/obj/%.o: %.c Makefile src/musl.mk | $(BUILD)/tools
	@mkdir -p $(@D)
	$(call say,CC,$@)$(MUSL_CC) $(CPPFLAGS) $(MUSL_FLAGS) -fno-pie $(DEPFLAGS) -c $< -o $@

$(MUSL)/internal.a: $(call musl_objects,$(LIBRARY))
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $^

# The part of mbedTLS that the tool uses comes from Debian's archive, which was compiled for glibc.
# This is safe because it calls only the functions listed here. CALLS take numbers and plain memory,
# which are the same in every libc. NEVER are called by self-tests and by code that reads the clock or
# makes contexts, none of which is used. With an mbedTLS that calls anything else the build fails.
MBEDTLS_USED := $(addprefix mbedtls_,sha256_init chacha20_init platform_zeroize)
MBEDTLS_CALLS := memcmp memcpy memset __memset_chk explicit_bzero __explicit_bzero_chk __stack_chk_fail \
  _GLOBAL_OFFSET_TABLE_
MBEDTLS_NEVER := calloc free clock_gettime time gmtime_r puts putchar __printf_chk

$(MUSL)/mbedtls.o: Makefile src/musl.mk | $(BUILD)/tools
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) -r -nostdlib -Wl,--gc-sections $(MBEDTLS_USED:%=-Wl,-u,%) -l:libmbedcrypto.a -o $@
	@others=$$($(NM) -u $@ | awk '{print $$2}' | grep -vxF $(addprefix -e ,$(MBEDTLS_CALLS) $(MBEDTLS_NEVER))); \
	test -z "$$others" || { rm $@; \
	  echo "libmbedcrypto.a calls" $$others "(src/musl.mk): make LINK=static" >&2; exit 1; }

$(BUILD)/hwident: $(call musl_objects,$(CLI) src/fortified.c) $(MUSL)/mbedtls.o $(MUSL)/internal.a
	$(call say,LD,$@)$(MUSL_CC) -no-pie $(MUSL_LINK) $^ -o $@

# The preparer, at a random address; small rather than fast, since each of its lines runs once.
# musl-gcc does not know this kind of program: what starts one is named here.
MOVABLE = $(patsubst %.c,$(MUSL)/movable/%.o,$(1))

$(MUSL)/movable/%.o: %.c Makefile src/musl.mk | $(BUILD)/tools
	@mkdir -p $(@D)
	$(call say,CC,$@)$(MUSL_CC) $(CPPFLAGS) $(MUSL_FLAGS) -Os -fPIE $(DEPFLAGS) -c $< -o $@

$(BUILD)/hwident-prepare: $(call MOVABLE,$(PREPARE) $(HOST) $(SMBIOS))
	$(call say,LD,$@)$(MUSL_CC) -nostartfiles $(MUSL_LINK) -Wl,-pie,--no-dynamic-linker,-z,text \
	  $(MUSL_LIB)rcrt1.o $(MUSL_LIB)crti.o $^ $(MUSL_LIB)crtn.o -o $@
