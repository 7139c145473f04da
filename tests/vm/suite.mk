# Real kernels over real DMI tables, in virtual machines. Half a minute.

DEPS_CHECK += qemu-system-x86 seabios ovmf        # PCs and the firmware that makes their tables
DEPS_CHECK += qemu-system-arm qemu-efi-aarch64    # the same for arm64
DEPS_CHECK += gcc-aarch64-linux-gnu libc6-dev-arm64-cross # hwident for arm64
DEPS_CHECK += busybox-static dmidecode apparmor   # run in them
DEPS_CHECK += cpio binutils python3               # pack what runs in them, and start them

check-vm: all vm-arm64
	@tests/vm/check.py

VM_ARM64 := build/vm/arm64

# The kernels, and arm64's user space and libraries: unpacked there, never installed.
vm-packages:
	-@tests/vm/fetch.sh amd64 build/vm/amd64 linux-image-cloud-amd64
	-@tests/vm/fetch.sh arm64 $(VM_ARM64) linux-image-cloud-arm64 \
	  busybox-static dash util-linux libc6 libcap-ng0 dmidecode libjansson-dev libmbedtls-dev

# Without the compiler or the libraries check-vm skips what runs on arm64, and says so.
vm-arm64: vm-packages
	@command -v aarch64-linux-gnu-gcc >/dev/null && test -e $(VM_ARM64)/.packages || exit 0; \
	env CPPFLAGS="-isystem $(VM_ARM64)/usr/include -isystem $(VM_ARM64)/usr/include/aarch64-linux-gnu" \
	  LDFLAGS="-L$(VM_ARM64)/usr/lib/aarch64-linux-gnu" $(MAKE) --no-print-directory all \
	  CC=aarch64-linux-gnu-gcc AR=aarch64-linux-gnu-ar BUILD=build/arm64

check: check-vm
.PHONY: check-vm vm-packages vm-arm64
