# The shared library from other languages, both in a small program of C and of C++. Seconds.

DEPS_CHECK += pkg-config binutils # finds what was installed; lists symbols
DEPS_CHECK += g++ # programs in C++ include the header too

check-library: all
	@python3 tests/library/test_shared.py
	@python3 tests/library/test_install.py

check: check-library
.PHONY: check-library
