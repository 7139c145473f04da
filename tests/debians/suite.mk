# Builds on four Debians, each from a bare system: what `make deps` installs is enough to build
# without warnings, and `make test` passes. Many minutes, so not part of check-slow.

DEPS_SLOW += debootstrap # makes the systems
DEPS_SLOW += git         # gives them what is committed

DEBIANS ?= bullseye bookworm trixie sid

check-debians:
	@tests/debians/check $(BUILD) $(DEBIANS)

.PHONY: check-debians
