# Real kernels over real DMI tables, in virtual machines.
# SPDX-License-Identifier: MIT

# Two PCs and two arm64 boards, with the firmware that makes the tables.
DEPS_CHECK += qemu-system-x86 seabios ovmf qemu-system-arm qemu-efi-aarch64
# The machines' user space, packed into an initramfs by a script in Python.
DEPS_CHECK += busybox-static dmidecode cpio binutils python3-minimal
# The programs built for arm64.
DEPS_CHECK += gcc-aarch64-linux-gnu libc6-dev-arm64-cross

VM := tests/vm
VM_CACHE := build/vm
VM_ARM64 := linux-image-cloud-arm64 busybox-static dash util-linux libc6 libcap-ng0 dmidecode \
  libjansson-dev libmbedtls-dev

# Kernels are unpacked here, never installed; without a network this says so, and check-vm skips.
vm-kernels:
	-$(VM)/fetch.sh amd64 $(VM_CACHE)/amd64 linux-image-cloud-amd64
	-$(VM)/fetch.sh arm64 $(VM_CACHE)/arm64 $(VM_ARM64)

# The same programs for arm64, against the libraries of its own packages.
arm64: CPPFLAGS_ARM64 := -isystem $(VM_CACHE)/arm64/usr/include \
  -isystem $(VM_CACHE)/arm64/usr/include/aarch64-linux-gnu
arm64: vm-kernels
	env CPPFLAGS="$(CPPFLAGS_ARM64)" LDFLAGS="-L$(VM_CACHE)/arm64/usr/lib/aarch64-linux-gnu" \
	  $(MAKE) all CC=aarch64-linux-gnu-gcc AR=aarch64-linux-gnu-ar BUILD=build/arm64

check-vm: all arm64
	$(VM)/check.py

check: check-vm

.PHONY: vm-kernels arm64 check-vm
