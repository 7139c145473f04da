# Runs one story over the kernel's tables, in the words of tests/lib/words.sh.
# SPDX-License-Identifier: MIT
#
# usage: story.sh STORY, with $MACHINE and $UUID (what qemu was given) in the environment

for folder in /tmp /run /etc /rootfs /host; do
    mkdir -p $folder
    mount -t tmpfs tmpfs $folder
done

# shellcheck disable=SC2034 # for the stories
tables=/sys/firmware/dmi/tables

. /words.sh
. "$1"
