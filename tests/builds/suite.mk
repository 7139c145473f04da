# The other compiler and other levels, the sanitizers, valgrind, the other ways to link, and other
# processors under an emulator: each under the unit tests, text and JSON and the command-line tests.
# Minutes, on all cores. And what the build says if something is missing: seconds, in `make check`.

DEPS_SLOW += clang libclang-rt-14-dev # the second compiler; the sanitizers' run-time part
DEPS_SLOW += valgrind                 # what the sanitizers don't see
DEPS_SLOW += xz-utils                 # unpacks the source of cmocka
DEPS_SLOW += qemu-user-static                                # runs the programs of the next three
DEPS_SLOW += gcc-s390x-linux-gnu libc6-dev-s390x-cross       # big-endian, 64 bits
DEPS_SLOW += gcc-arm-linux-gnueabihf libc6-dev-armhf-cross   # little-endian, 32 bits
DEPS_SLOW += gcc-aarch64-linux-gnu libc6-dev-arm64-cross     # little-endian, 64 bits

BUILDS := $(BUILD)/builds
again := $(MAKE) --no-print-directory

# $(call quietly,NAME,COMMAND): prints the command's output only if it fails.
quietly = { $(2); } > $(BUILDS)/$(1).log 2>&1 || \
  { grep -E "warning:|error:|ERROR|LINE|FAILED|==[0-9]" $(BUILDS)/$(1).log; tail -20 $(BUILDS)/$(1).log; exit 1; }

# $(call cli,WORD…): the command-line tests whose names contain one of the words.
cli = $(wildcard $(1:%=tests/cli/test_%.py))
# Tests that are slow by nature run for one build only.
CLI_QUICK := $(filter-out $(call cli,redact),$(call cli,*))

$(BUILDS):
	@mkdir -p $@

# ---- Compilers and levels -----------------------------------------------------------------------

LEVELS := $(foreach cc,gcc clang,$(foreach o,O0 O1 O2 O3,check-level-$(cc)-$(o)))
# `make check` tests gcc at -O2. Other levels never found anything that none of these found.
CHOSEN_LEVELS := check-level-clang-O2 check-level-gcc-O0 check-level-gcc-O3

# Linked with LINK=static. -O0 has no fortified calls: they need the optimizer.
$(LEVELS): check-level-%: | $(BUILDS)
	+@$(call quietly,$*,$(again) BUILD=$(BUILDS)/$* LINK=static CC=$(firstword $(subst -, ,$*)) \
	  OPT=-$(lastword $(subst -, ,$*)) $(if $(findstring O0,$*),HARDEN=-fPIC) all check-unit)
	@! grep -i "warning:" $(BUILDS)/$*.log
	@tests/builds/try $(BUILDS)/$*/hwident $(CLI_QUICK)
	@echo "as built by $* with LINK=static: unit tests, text and JSON, command line"

# ---- Sanitizers and valgrind --------------------------------------------------------------------

SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all

check-sanitizers: | $(BUILDS)
	+@$(call quietly,sanitized,$(again) BUILD=$(BUILDS)/sanitized OPT=-O1 LINK=dynamic \
	  HARDEN="-fPIC $(SANITIZE)" $(BUILDS)/sanitized/hwident check-unit)
	@UNDER="a sanitizer" ASAN_OPTIONS=detect_leaks=0 \
	  tests/builds/try $(BUILDS)/sanitized/hwident $(call cli,*)
	@echo "under ASan and UBSan: unit tests, text and JSON, command line"

VALGRIND := valgrind -q --error-exitcode=99 --leak-check=full

# A static program's allocator can't be watched. A start takes half a second: leaves out the tests
# with hundreds, and those that call the program by a different name.
check-valgrind: | $(BUILDS)
	+@$(call quietly,watched,$(again) BUILD=$(BUILDS)/watched OPT=-O1 LINK=dynamic RUN="$(VALGRIND)" \
	  $(BUILDS)/watched/hwident check-unit)
	@UNDER=valgrind tests/builds/try $(BUILDS)/watched/hwident \
	  $(call cli,code get show) -- $(VALGRIND)
	@echo "under valgrind: unit tests, text and JSON, part of the command line"

# ---- The other way to link ----------------------------------------------------------------------

# `make check` tests LINK=musl, the levels LINK=static.
check-link-dynamic: | $(BUILDS)
	+@$(call quietly,dynamic,$(again) LINK=dynamic BUILD=$(BUILDS)/dynamic all)
	@! grep -i "warning:" $(BUILDS)/dynamic.log
	@UNDER="a dynamic loader" tests/builds/try $(BUILDS)/dynamic/hwident $(CLI_QUICK)
	@echo "linked with LINK=dynamic: text and JSON, command line"

# ---- musl ---------------------------------------------------------------------------------------

# The unit tests with the libc of the shipped programs. Debian has cmocka for glibc only, so it is
# compiled here, from the one file that it consists of.
CMOCKA := $(BUILDS)/sources/cmocka
FOR_MUSL := $(BUILDS)/for-musl

$(BUILDS)/sources/sums: tests/builds/cmocka.sum
	-@src/release/sources $(@D) $<

$(FOR_MUSL)/libcmocka.a: $(BUILDS)/sources/sums
	@mkdir -p $(@D)
	$(call say,CC,$@)$(MUSL_CC) -O2 -w -I$(CMOCKA)/include -DHAVE_INTTYPES_H -DHAVE_MALLOC_H -DHAVE_SIGNAL_H \
	  -DHAVE_SIGLONGJMP -DHAVE_STRSIGNAL -DHAVE_GCC_THREAD_LOCAL_STORAGE -c $(CMOCKA)/src/cmocka.c -o $(@:.a=.o)
	@$(AR) rcs $@ $(@:.a=.o)

# All of Debian's archive, for src/musl.mk's reasons: a test replaces one of its functions.
$(FOR_MUSL)/libmbedcrypto.a: $(call musl_objects,src/fortified.c)
	@mkdir -p $(@D)
	@cp "$$($(CC) -print-file-name=libmbedcrypto.a)" $@
	$(call say,AR,$@)$(AR) rs $@ $<

# In musl, files of any size need no names of their own.
LARGE = $(filter-out __%,$(filter %64,$(KERNEL)))
with_musl = env CPPFLAGS="-I$(CMOCKA)/include $(MUSL_HEADERS) \
  $(foreach name,$(LARGE:64=),$(foreach use,wrap real,-D__$(use)_$(name)64=__$(use)_$(name)))" \
  LDFLAGS="-static -no-pie -L$(FOR_MUSL)" $(again) BUILD=$(BUILDS)/musl CC="$(MUSL_CC)" LINK=static \
  HARDEN=-fstack-protector-strong KERNEL="$(KERNEL:64=)"

check-unit-musl: $(BUILDS)/sources/sums | $(BUILDS)
	+@test -e $< || { echo "SKIP unit-musl: no source of cmocka" | tee -a $(BUILDS)/skipped; exit 0; }; \
	$(call quietly,unit-musl,$(again) $(FOR_MUSL)/libcmocka.a $(FOR_MUSL)/libmbedcrypto.a && $(with_musl) check-unit) && \
	! grep -i "warning:" $(BUILDS)/unit-musl.log && echo "with musl: unit tests"

# ---- Other processors ---------------------------------------------------------------------------

FOREIGN := arm64 armhf s390x
TRIPLET_arm64 := aarch64-linux-gnu
TRIPLET_armhf := arm-linux-gnueabihf
TRIPLET_s390x := s390x-linux-gnu
# qemu has names of its own.
QEMU_arm64 := qemu-aarch64-static
QEMU_armhf := qemu-arm-static
QEMU_s390x := qemu-s390x-static

# Their libraries are unpacked in build/vm and never installed.
LIBRARIES := libmbedtls-dev libcmocka-dev libcmocka0
PACKAGES_arm64 += $(LIBRARIES)
PACKAGES_armhf += $(LIBRARIES)
PACKAGES_s390x += $(LIBRARIES)

packages-%:
	-@tests/vm/fetch.sh $* build/vm/$* $(PACKAGES_$*)

# Of these, only arm64 has what position-independent static programs need.
foreign = env CPPFLAGS="-isystem build/vm/$*/usr/include -isystem build/vm/$*/usr/include/$(TRIPLET_$*)" \
  LDFLAGS="-Lbuild/vm/$*/usr/lib/$(TRIPLET_$*)" $(again) BUILD=build/$* CC=$(TRIPLET_$*)-gcc \
  AR=$(TRIPLET_$*)-ar OBJCOPY=$(TRIPLET_$*)-objcopy LINK=static $(if $(filter arm64,$*),,STATIC_PIE=-static)

# Without the compiler or the libraries, tests that need them are skipped and say so.
foreign-%: packages-%
	+@command -v $(TRIPLET_$*)-gcc >/dev/null && test -e build/vm/$*/.packages || exit 0; $(foreign) all

emulated = $(QEMU_$*) -L /usr/$(TRIPLET_$*) -E LD_LIBRARY_PATH=build/vm/$*/usr/lib/$(TRIPLET_$*)

$(FOREIGN:%=check-%): check-%: packages-% | $(BUILDS)
	+@for need in $(TRIPLET_$*)-gcc $(QEMU_$*) build/vm/$*/.packages; do \
	  command -v $$need >/dev/null || test -e $$need || \
	  { echo "SKIP $*: no $$need" | tee -a $(BUILDS)/skipped; exit 0; }; done; \
	$(call quietly,$*,$(again) foreign-$*) && ! grep -i "warning:" $(BUILDS)/$*.log && \
	$(call quietly,$*-unit,$(foreign) RUN="$(emulated)" check-unit) && \
	UNDER="an emulator" tests/builds/try build/$*/hwident $(CLI_QUICK) -- $(QEMU_$*) -0 '"$$0"' && \
	echo "on $*: unit tests, text and JSON, command line"

# ---- What is missing ----------------------------------------------------------------------------

check-missing:
	@python3 tests/builds/test_missing.py

# ---- All of it ----------------------------------------------------------------------------------

PARTS := check-valgrind check-sanitizers check-unit-musl check-link-dynamic $(FOREIGN:%=check-%) $(CHOSEN_LEVELS)

check-builds: | $(BUILDS)
	@: > $(BUILDS)/skipped
	+@$(again) $(WIDE) $(PARTS)
	@sed 's/^SKIP \(.*\): .*/\1/' $(BUILDS)/skipped | python3 tests/lib/skips.py tests/builds
	@skipped=$$(wc -l < $(BUILDS)/skipped); \
	echo "$$(($(words $(PARTS)) - skipped)) passed, 0 failed, $$skipped skipped"

check: check-missing
check-slow: check-builds
.PHONY: check-missing check-builds $(PARTS) $(LEVELS)
