# Identity: the vectors in three languages, a licence server's build, grades over real dumps. Seconds.

DEPS_CHECK += nodejs # runs the verifier that licence servers in JavaScript copy
DEPS_CHECK += python3 # runs the same in Python, which also makes the vectors
DEPS_CHECK += binutils # nm: what the library's identity part asks of the system

IDENTITY_BUILD := $(BUILD)/tests/identity
DUMPS := ../shared/dumps# tables of real machines, which are not ours to publish

# A licence server links these and mbedTLS, nothing else.
$(IDENTITY_BUILD)/server: tests/identity/server.c $(call objects,$(SMBIOS) $(IDENTITY))
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $^ -l:libmbedcrypto.a -o $@

$(IDENTITY_BUILD)/grades: tests/identity/grades.c $(BUILD)/libhwident.a
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $^ -l:libmbedcrypto.a -o $@

# The table of grades over every dump that there is.
grades: $(IDENTITY_BUILD)/grades
	@if test -d $(DUMPS); then $< $(DUMPS)/*.bin; \
	else echo 'SKIP grades: no folder $(DUMPS)'; echo '0 passed, 0 failed, 1 skipped'; fi

check-identity: $(IDENTITY_BUILD)/server $(IDENTITY_BUILD)/grades $(BUILD)/libhwident.so
	@tests/identity/run $(BUILD) $(DUMPS)

check: check-identity
.PHONY: grades check-identity
