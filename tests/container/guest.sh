# Containers in a virtual machine, whose root is an initramfs, which can't be pivoted.
# SPDX-License-Identifier: MIT
container=/tree/tests/container
runc_options=--no-pivot
copy_image() { cp -a "$1" "$2"; }
. $container/docker.sh
mount -t cgroup2 cgroup2 /sys/fs/cgroup

# What the application asks for, and what the host's root is told.
ask='hwident code --app com.example.app'
code=$($ask)
