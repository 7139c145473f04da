# The stories of services in a virtual machine with true tables. Its disk is a debian_image.
# SPDX-License-Identifier: MIT
. /tree/tests/container/guest.sh
# shellcheck disable=SC2034 # for the stories
mount="-v $tables:/rootfs$tables" prepared='hwident-prepare: OPENED: ' answer=$code \
    refused='hwident: PERMISSION: ' patience=120
close_tables() { hwident-prepare --restore; }

debian_image() {
    mkdir -p "$images/$1"
    mount -t ext4 /dev/nvme0n1 "$images/$1"
}
copy_image() {
    mkdir "$2"
    mount --bind "$1" "$2"
}
