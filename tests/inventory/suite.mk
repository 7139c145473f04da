# The inventory as text and JSON: the writer of JSON against Python's, text and JSON against what
# dmidecode 3.7 prints (testdata/*.dmidecode-3.7.txt), the synthetic table and the JSON Schema made
# anew from the rows, every output against the schema. Seconds.

DEPS_CHECK += python3 python3-jsonschema # the standard validator

INVENTORY := $(BUILD)/tests/inventory

$(INVENTORY)/generate: testdata/generate.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $^ -o $@

$(INVENTORY)/json_%: tests/inventory/json_%.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $^ -o $@

check-inventory: $(BUILD)/hwident $(patsubst %,$(INVENTORY)/%,generate json_schema json_write)
	@/usr/bin/python3 tests/inventory/test_json.py
	@/usr/bin/python3 tests/inventory/test_inventory.py
	@/usr/bin/python3 tests/inventory/test_agreement.py

# Writes the files again that check-inventory compares. Read them before you commit them.
golden: $(BUILD)/hwident $(INVENTORY)/generate $(INVENTORY)/json_schema
	$(INVENTORY)/generate testdata/synthetic.bin
	for m in acer dell hp hpe lenovo; do $(INVENTORY)/generate testdata/synthetic-$$m.bin $$m || exit; done
	/usr/bin/python3 tests/inventory/test_inventory.py --write

check: check-inventory
.PHONY: check-inventory golden
