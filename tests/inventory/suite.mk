# The inventory as text and JSON: goldens of every table in testdata, the synthetic table and the
# JSON Schema made anew from the rows, every output against the schema. Seconds.

DEPS_CHECK += python3 python3-jsonschema # the standard validator
DEPS_CHECK += libjansson-dev             # writes the JSON Schema

INVENTORY := $(BUILD)/tests/inventory

$(INVENTORY)/generate: testdata/generate.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $^ -o $@

$(INVENTORY)/json_schema: tests/inventory/json_schema.c $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $^ -ljansson -o $@

check-inventory: $(BUILD)/hwident $(INVENTORY)/generate $(INVENTORY)/json_schema
	@/usr/bin/python3 tests/inventory/test_inventory.py

# Writes anew what check-inventory compares; to be read before it is committed.
golden: $(BUILD)/hwident $(INVENTORY)/generate $(INVENTORY)/json_schema
	$(INVENTORY)/generate testdata/synthetic.bin
	for m in acer dell hpe lenovo; do $(INVENTORY)/generate testdata/synthetic-$$m.bin $$m || exit; done
	$(INVENTORY)/json_schema tests/inventory/frame.json > src/render/hwident.schema.json
	/usr/bin/python3 tests/inventory/test_inventory.py --write

check: check-inventory
.PHONY: check-inventory golden
