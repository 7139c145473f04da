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

# The kernel loads a program in windows of 64 KiB of its file, and each one that a start touches costs
# as much as ten system calls. So the files whose code or constants `get` needs, ours and musl's, stand
# side by side in the first window. `make check-instructions` names what is missing here.
START := main options command command_get message report output dmidecode \
  open handle got sized values keys places kernel_places source file private_copy variable \
  error entry_point table keyword uuid
START_MUSL := __libc_start_main __environ __init_tls __set_thread_area __stack_chk_fail libc __lock \
  exit _Exit __stdio_exit ofl signal sigaction getopt getopt_long malloc free lite_malloc mmap munmap madvise \
  strdup memcpy memset memrchr strlen strcmp strrchr openat close fstat fstatat statvfs pread \
  syscall_ret __syscall_cp __errno_location puts fputs fwrite fflush ferror __overflow __towrite \
  __stdio_write __stdout_write stdout
START_FILES = $(START:%=*/%.o) $(START:%=*internal.a:%.o) $(START_MUSL:%=*libc.a:%.lo)

$(MUSL)/start.ld: src/musl.mk
	@mkdir -p $(@D)
	@{ echo 'SECTIONS {' '.fini : { KEEP(*(SORT_NONE(.fini))) }' '.start : {'; \
	  printf '%s(.text .text.* .rodata .rodata.*)\n' $(START_FILES:%='%'); \
	  echo '} }' 'INSERT BEFORE .text;'; } >$@

# norelro: musl's start never makes that part read-only, and a page of its own would have to be loaded.
$(BUILD)/hwident: $(call musl_objects,$(CLI) src/fortified.c) $(MUSL)/mbedtls.o $(MUSL)/internal.a \
  $(MUSL)/start.ld
	$(call say,LD,$@)$(MUSL_CC) -no-pie $(MUSL_LINK) -Wl,-z,norelro $(filter-out %.ld,$^) \
	  -Wl,-T,$(MUSL)/start.ld -o $@

# The preparer, at a random address; small rather than fast, since each of its lines runs once.
# musl-gcc does not know this kind of program: what starts one is named here.
MOVABLE = $(patsubst %.c,$(MUSL)/movable/%.o,$(1))

$(MUSL)/movable/%.o: %.c Makefile src/musl.mk | $(BUILD)/tools
	@mkdir -p $(@D)
	$(call say,CC,$@)$(MUSL_CC) $(CPPFLAGS) $(MUSL_FLAGS) -Os -fPIE $(DEPFLAGS) -c $< -o $@

$(BUILD)/hwident-prepare: $(call MOVABLE,$(PREPARE) $(HOST) $(SMBIOS))
	$(call say,LD,$@)$(MUSL_CC) -nostartfiles $(MUSL_LINK) -Wl,-pie,--no-dynamic-linker,-z,text \
	  $(MUSL_LIB)rcrt1.o $(MUSL_LIB)crti.o $^ $(MUSL_LIB)crtn.o -o $@
