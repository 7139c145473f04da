# Every line and branch of what reads foreign bytes and of what runs as root, by the unit tests
# alone. A report, and no part of any check. Half a minute.

DEPS_SLOW += gcovr # counts of gcc's instrumented programs, merged

COVERAGE := $(BUILD)/coverage

coverage:
	@rm -rf $(COVERAGE)
	@mkdir -p $(COVERAGE)
	@$(MAKE) --no-print-directory BUILD=$(COVERAGE) OPT=-O0 HARDEN=--coverage check-unit \
	  $(patsubst %.c,$(COVERAGE)/obj/%.o,$(SMBIOS) $(SCHEMA) $(IDENTITY) $(PREPARE)) \
	  > $(COVERAGE)/log 2>&1 || { tail -40 $(COVERAGE)/log; exit 1; }
	@gcovr --root . --object-directory $(COVERAGE)/obj --exclude-unreachable-branches \
	  $(patsubst %,--filter src/%/,smbios schema identity prepare) --json $(COVERAGE)/counts.json $(COVERAGE)/obj
	@python3 tests/coverage/report.py $(COVERAGE)/counts.json

.PHONY: coverage
