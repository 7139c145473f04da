# Which lines and branches of the code that reads foreign bytes or runs as root are reached by the
# unit tests alone. A report, not part of any check. Half a minute.

DEPS_SLOW += gcovr # merges the counts of gcc's instrumented programs

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
