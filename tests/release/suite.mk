# The release: static tarballs for six processors, run under an emulator, and the same bytes again from
# a different folder. Many minutes, so no part of check-slow.

DEPS_SLOW += gcc gcc-i686-linux-gnu libc6-dev-i386-cross # the compilers
DEPS_SLOW += gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-arm-linux-gnueabihf libc6-dev-armhf-cross
DEPS_SLOW += gcc-riscv64-linux-gnu libc6-dev-riscv64-cross gcc-s390x-linux-gnu libc6-dev-s390x-cross
DEPS_SLOW += dpkg-dev ca-certificates # fetches Debian's source packages
DEPS_SLOW += qemu-user-static python3 # runs the programs

check-release:
	@python3 tests/release/test_release.py

.PHONY: check-release
