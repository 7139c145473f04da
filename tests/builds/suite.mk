# Both compilers at every level, the sanitizers, valgrind, and a machine whose bytes stand the other
# way around. Five minutes.

DEPS_ALL += clang libclang-rt-14-dev # the second compiler; the sanitizers' run-time part
DEPS_ALL += valgrind                 # what the sanitizers don't see
DEPS_ALL += gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user-static # big-endian, 64 bits

BUILDS := $(BUILD)/builds
again := $(MAKE) --no-print-directory

LEVELS := $(foreach cc,gcc clang,$(foreach o,O0 O1 O2 O3,check-level-$(cc)-$(o)))

# 0 has no fortified calls: they need an optimizer.
$(LEVELS): check-level-%: | $(BUILDS)
	@$(again) BUILD=$(BUILDS)/$* CC=$(firstword $(subst -, ,$*)) OPT=-$(lastword $(subst -, ,$*)) \
	  $(if $(findstring O0,$*),HARDEN=-fPIC) check-unit > $(BUILDS)/$*.log 2>&1 || \
	  { cat $(BUILDS)/$*.log; exit 1; }
	@! grep -i "warning:" $(BUILDS)/$*.log
	@echo "unit tests as built by $*"

$(BUILDS):
	@mkdir -p $@

# Left out: tests that put the program where there is no loader, which sanitizers need, or let its
# first call of a kind fail, which is the loader's then.
NOT_SANITIZED := %/test_source.py %/test_output.py
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all

check-sanitizers: | $(BUILDS)
	@$(again) BUILD=$(BUILDS)/sanitized OPT=-O1 HARDEN="-fPIC $(SANITIZE)" STATIC="$(SANITIZE)" \
	  STATIC_TOOL="$(SANITIZE)" \
	  $(BUILDS)/sanitized/hwident check-unit > $(BUILDS)/sanitized.log 2>&1 || \
	  { tail -40 $(BUILDS)/sanitized.log; exit 1; }
	@for t in $(filter-out $(NOT_SANITIZED),$(wildcard tests/cli/test_*.py)); do \
	  ASAN_OPTIONS=detect_leaks=0 HWIDENT=$(BUILDS)/sanitized/hwident python3 $$t || exit 1; done
	@echo "unit and command-line tests under ASan and UBSan"

check-valgrind: $(UNIT)
	@for t in $^; do valgrind -q --error-exitcode=9 --leak-check=full $$t > $(BUILD)/valgrind.log \
	  2>&1 || { cat $(BUILD)/valgrind.log; exit 1; }; done
	@echo "unit tests under valgrind"

PURE := $(SMBIOS) $(filter-out %/code.c %/match.c,$(IDENTITY))

$(BUILDS)/decode: tests/builds/decode.c $(PURE) | $(BUILDS)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) -std=c11 -O2 $(WARN) -static $^ -o $@

$(BUILDS)/decode-s390x: tests/builds/decode.c $(PURE) | $(BUILDS)
	$(call say,CC,$@)s390x-linux-gnu-gcc $(CPPFLAGS) -std=c11 -O2 $(WARN) -static $^ -o $@

check-big-endian: $(BUILDS)/decode $(BUILDS)/decode-s390x
	@$(BUILDS)/decode testdata/*.bin > $(BUILDS)/here.txt
	@qemu-s390x-static $(BUILDS)/decode-s390x testdata/*.bin > $(BUILDS)/s390x.txt
	@cmp $(BUILDS)/here.txt $(BUILDS)/s390x.txt
	@echo "$$(wc -l < $(BUILDS)/here.txt) lines the same on s390x"

check-builds: $(LEVELS) check-sanitizers check-valgrind check-big-endian
	@echo "$(words $^) passed, 0 failed, 0 skipped"

check-slow: check-builds
.PHONY: check-builds check-sanitizers check-valgrind check-big-endian $(LEVELS)
