#!/bin/sh
# Makes a Debian root folder of packages that this machine has installed, with all they depend on.
# SPDX-License-Identifier: MIT
#
# usage: debian.sh FOLDER PACKAGE…
set -eu
folder=$1
shift

mkdir -p "$folder/proc" "$folder/sys" "$folder/dev" "$folder/tmp" "$folder/etc" \
    "$folder/srv" "$folder/usr/local/bin"
chmod 1777 "$folder/tmp"
for name in bin sbin lib lib64; do
    mkdir -p "$folder/usr/$name"
    ln -s usr/$name "$folder/$name"
done
apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks \
    --no-replaces --no-enhances base-files base-passwd bash coreutils dash grep login passwd "$@" |
    grep '^[a-z]' | sort -u | xargs dpkg-query --listfiles 2>/dev/null | grep ^/ |
    grep -v -e ^/usr/share/doc/ -e ^/usr/share/man/ -e ^/usr/share/locale/ -e ^/usr/include/ | sort -u |
    tar -c --no-recursion --files-from=- 2>/dev/null |
    tar -x -C "$folder" --keep-directory-symlink
cp /usr/share/base-passwd/passwd.master "$folder/etc/passwd"
cp /usr/share/base-passwd/group.master "$folder/etc/group"
