# Unit tests: cmocka programs over the library, each test_*.c one program. Seconds.

DEPS_TEST += libcmocka-dev # the unit tests' framework

UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/test_*.c))

# The preparer's own files are not in the library.
$(BUILD)/tests/unit/test_account: $(BUILD)/obj/src/prepare/account.o

# The test sees what mbedTLS is asked to wipe.
$(BUILD)/tests/unit/test_code: LDFLAGS += -Wl,--wrap=mbedtls_platform_zeroize

# The preparer as a whole, over a kernel in memory (kernel.h): these calls are its own there, and so
# is the place of main.
KERNEL := main open64 openat64 __openat64_2 close fstat64 stat64 fstatat64 \
  __fxstat64 __xstat64 __fxstatat64 fstatfs64 statfs64 \
  pread64 write fchown fchmod mkdirat renameat unlinkat flock fcntl64 isatty poll mmap64 getresuid \
  getresgid setfsuid setfsgid geteuid getegid getgroups getauxval syscall prctl umask getrandom \
  sigaction strerror _exit execve
WITH_KERNEL := $(filter $(BUILD)/tests/unit/test_prepare%,$(UNIT))
$(WITH_KERNEL): $(call objects,tests/unit/kernel.c $(PREPARE))
$(WITH_KERNEL): LDFLAGS += $(KERNEL:%=-Wl,--wrap=%)

$(BUILD)/obj/tests/unit/%.o: CPPFLAGS += -Itests/unit
$(call objects,$(wildcard tests/unit/*.c)): | $(BUILD)/tools-test

$(UNIT): $(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CFLAGS) $(LDFLAGS) $(filter %.o,$^) $(INTERNAL) -lcmocka \
	  -l:libmbedcrypto.a -o $@

# RUN: what they run under, if anything.
check-unit: $(UNIT)
	@failed=0; for t in $^; do $(RUN) $$t || failed=1; done; exit $$failed

check: check-unit
.PHONY: check-unit
