# The shared library from another language, the static one in a small program. Seconds.

DEPS_CHECK += pkg-config binutils # finds what was installed; lists symbols

check-library: all
	@python3 tests/library/test_shared.py
	@python3 tests/library/test_install.py

check: check-library
.PHONY: check-library
