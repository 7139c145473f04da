# Real kernels with real DMI tables, in virtual machines. Takes half a minute.

DEPS_CHECK += qemu-system-x86 seabios ovmf        # PCs and the firmware that makes their tables
DEPS_CHECK += qemu-system-arm qemu-efi-aarch64    # the same for arm64
DEPS_CHECK += gcc-aarch64-linux-gnu libc6-dev-arm64-cross # hwident for arm64 (tests/builds)
DEPS_CHECK += busybox-static dmidecode apparmor   # run in them
DEPS_CHECK += secilc                              # compiles the policy for SELinux
DEPS_CHECK += cpio binutils python3               # pack what runs in them, and start them

check-vm: all packages-amd64 foreign-arm64
	@tests/vm/check.py

# The kernels, and arm64's user space: unpacked there, never installed.
PACKAGES_amd64 += linux-image-cloud-amd64
PACKAGES_arm64 += linux-image-cloud-arm64 busybox-static dash util-linux libc6 libcap-ng0 dmidecode

vm-packages: packages-amd64 packages-arm64

check: check-vm
.PHONY: check-vm vm-packages
