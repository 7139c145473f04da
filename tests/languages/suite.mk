# The programs of hwident-languages(7), each in its language, with the library or the tool, and
# the packages for other package managers. A minute, most of it compilers.

DEPS_SLOW += python3 python3-pip                 # machine.py; installs the wheel
DEPS_SLOW += golang-go                          # machine.go, machine_tool.go
DEPS_SLOW += nodejs $(if $(shell command -v npm),,npm) # machine.js, machine_tool.js, the package
DEPS_SLOW += openjdk-17-jdk-headless libjna-java # Machine.java
DEPS_SLOW += mono-mcs mono-runtime              # machine.cs
DEPS_SLOW += rustc                              # machine.rs
DEPS_SLOW += php-cli                            # machine.php; FFI is in it
DEPS_SLOW += ruby                               # machine.rb
DEPS_SLOW += libffi-platypus-perl               # machine.pl
DEPS_SLOW += g++                                # machine.cpp

# From npm, and not committed: without a network machine.js is skipped.
KOFFI := $(BUILD)/languages/node_modules/koffi
$(KOFFI):
	@mkdir -p $(BUILD)/languages
	@npm install --prefix $(BUILD)/languages --ignore-scripts --no-audit --no-fund --no-save \
	  --fetch-retries=0 koffi@3 >$(BUILD)/languages/npm.log 2>&1 || :

check-languages: all npm wheel $(KOFFI)
	@python3 tests/languages/test_languages.py
	@python3 tests/languages/test_npm.py
	@python3 tests/languages/test_wheel.py

check-slow: check-languages
.PHONY: check-languages
