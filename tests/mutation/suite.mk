# Makes one change at a time in what the unit tests test, and lists those that no unit test notices.
# A report, not part of any check: what it finds becomes a test. Two minutes for a sample;
# `make mutation ALL=1` makes all changes, `make mutation ALL=1 FILES=src/smbios/uuid.c` those of a
# file.

MUTATION := $(BUILD)/mutation
MUTATION_SAMPLE := 600
mutated = $(MAKE) --no-print-directory V=1 BUILD=$(MUTATION) OPT=-O0 HARDEN=-g0

mutation:
	@mkdir -p $(MUTATION)
	@$(mutated) $(UNIT:$(BUILD)/%=$(MUTATION)/%) > $(MUTATION)/log 2>&1 || { cat $(MUTATION)/log; exit 1; }
	@$(mutated) -nB $(UNIT:$(BUILD)/%=$(MUTATION)/%) > $(MUTATION)/commands
	@python3 tests/mutation/mutate.py $(MUTATION) $(if $(ALL),all,$(MUTATION_SAMPLE)) $(FILES)

.PHONY: mutation
