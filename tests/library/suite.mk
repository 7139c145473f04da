# The library in other programs: in C and C++, from Python by ctypes, as the archive and
# as the shared library. Seconds. Under valgrind and ThreadSanitizer: a minute.

DEPS_CHECK += pkg-config binutils # finds what was installed; lists symbols
DEPS_CHECK += g++ # programs in C++ include the header too
DEPS_SLOW += valgrind # wrong reads and lost memory

check-library: all
	@python3 tests/library/test_shared.py
	@python3 tests/library/test_guest.py
	@python3 tests/library/test_every_call.py
	@python3 tests/library/test_release.py
	@python3 tests/library/test_rooms.py
	@python3 tests/library/test_fields.py
	@python3 tests/library/test_command_json.py
	@python3 tests/library/test_install.py

# The programs of this folder under valgrind with the archive as it is shipped, and with all of the
# library under ThreadSanitizer.
WATCHED := $(BUILD)/watched
WATCHED_MACHINE := testdata/qemu-ovmf.bin

check-library-watched: $(BUILD)/libhwident.a
	@$(MAKE) --no-print-directory BUILD=$(WATCHED) OPT=-O1 HARDEN=-fsanitize=thread $(WATCHED)/internal.a
	@for p in misuse threads; do \
	  $(CC) -std=c11 -g -Iinclude tests/library/$$p.c $(BUILD)/libhwident.a -lpthread -o $(WATCHED)/$$p && \
	  $(CC) -std=c11 -g -Iinclude -fsanitize=thread tests/library/$$p.c $(WATCHED)/internal.a \
	    -l:libmbedcrypto.a -lpthread -o $(WATCHED)/$$p-tsan && \
	  valgrind -q --error-exitcode=9 --leak-check=full $(WATCHED)/$$p $(WATCHED_MACHINE) /nowhere/at/all && \
	  setarch -R $(WATCHED)/$$p-tsan $(WATCHED_MACHINE) /nowhere/at/all || exit; done

check: check-library
check-slow: check-library-watched
.PHONY: check-library check-library-watched
