# Identity: the vectors in eight languages, a licence server's build, a signed licence, grades of
# real dumps. Seconds.

DEPS_CHECK += nodejs # runs the verifier that licence servers in JavaScript copy
DEPS_CHECK += python3 # runs the same in Python, which also makes the vectors
DEPS_CHECK += binutils # nm: what the library's identity part needs of the system
DEPS_CHECK += openssl # signs a licence and verifies it
DEPS_CHECK += util-linux # unshare and setpriv: the application's container

DEPS_SLOW += golang-go                # the verifiers of licence servers in other languages
DEPS_SLOW += openjdk-17-jdk-headless
DEPS_SLOW += php-cli
DEPS_SLOW += ruby
DEPS_SLOW += mono-mcs mono-runtime    # C#
DEPS_SLOW += rustc

IDENTITY_BUILD := $(BUILD)/tests/identity

# A licence server links these and mbedTLS and nothing else.
$(IDENTITY_BUILD)/server: tests/identity/server.c $(call objects,$(SMBIOS) $(IDENTITY))
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $^ -l:libmbedcrypto.a -o $@

$(IDENTITY_BUILD)/grades: tests/identity/grades.c $(BUILD)/libhwident.a
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $^ -o $@

$(IDENTITY_BUILD)/judge: tests/identity/judge.c $(BUILD)/libhwident.a
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $^ -l:libmbedcrypto.a -o $@

$(IDENTITY_BUILD)/check_character: tests/identity/check_character.c $(BUILD)/libhwident.a
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $^ -l:libmbedcrypto.a -o $@

# A hundred thousand random serial numbers in the formats of each of 35 vendors: none is refused.
check-formats: $(IDENTITY_BUILD)/judge
	@python3 tests/identity/formats.py 100000 | $< | sort | uniq -c | awk '{ print } $$2 != "strong" { bad = 1 } \
	  END { print !bad " passed, " bad + 0 " failed, 0 skipped"; exit bad }'

# The verifiers of all languages against every vector, typed code and bad input. Half a minute.
check-verifiers:
	@tests/identity/verifiers $(BUILD)

check-slow: check-formats check-verifiers
.PHONY: check-formats check-verifiers

# The table of grades over the dumps of real machines (tests/lib/dumps.py says what they are).
grades: $(IDENTITY_BUILD)/grades
	@$< $${HWIDENT_DUMPS:?names no folder of dumps}/*.bin

check-identity: $(IDENTITY_BUILD)/server $(IDENTITY_BUILD)/judge $(IDENTITY_BUILD)/check_character $(IDENTITY_BUILD)/grades $(BUILD)/libhwident.so $(BUILD)/hwident
	@tests/identity/run $(BUILD)
	@python3 tests/identity/test_signed.py

check: check-identity
.PHONY: grades check-identity
