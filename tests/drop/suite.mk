# The drop with every answer that a kernel can give takes seconds; the same with each check removed
# in turn takes a minute.

DEPS_SLOW += python3 # removes the checks

DROP := $(BUILD)/tests/drop

$(BUILD)/obj/tests/drop/model.o: CPPFLAGS += -Itests/unit
$(DROP)/model: $(BUILD)/obj/tests/drop/model.o $(call objects,tests/unit/kernel.c $(PREPARE)) $(INTERNAL)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(CFLAGS) $(LDFLAGS) $(KERNEL:%=-Wl,--wrap=%) $^ -lcmocka -l:libmbedcrypto.a -o $@

check-drop: $(DROP)/model
	@$<

check-drop-checks: $(DROP)/model
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' CFLAGS='$(CFLAGS)' WRAPPED='$(KERNEL:%=-Wl,--wrap=%)' \
	  INTERNAL='$(INTERNAL)' tests/drop/check.py $<

check: check-drop
check-slow: check-drop-checks
.PHONY: check-drop check-drop-checks
