# The release. Running the README's lines that install it takes seconds, building the tarball for amd64
# twice some minutes, and running those of six processors under an emulator many. check has only the
# first, and check-slow none.

DEPS_CHECK += busybox-static # unpacks a release as on Alpine

DEPS_SLOW += gcc gcc-i686-linux-gnu libc6-dev-i386-cross # the compilers
DEPS_SLOW += gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-arm-linux-gnueabihf libc6-dev-armhf-cross
DEPS_SLOW += gcc-riscv64-linux-gnu libc6-dev-riscv64-cross gcc-s390x-linux-gnu libc6-dev-s390x-cross
DEPS_SLOW += dpkg-dev ca-certificates # fetches Debian's source packages
DEPS_SLOW += qemu-user-static python3 # runs the programs
DEPS_SLOW += podman # makes one image of them

check-install-block:
	@python3 tests/release/test_install.py

check-release-amd64:
	@ARCHITECTURES=amd64 python3 tests/release/test_release.py

check-release:
	@python3 tests/release/test_release.py

check: check-install-block
.PHONY: check-install-block check-release-amd64 check-release
