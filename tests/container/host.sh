# Runs one story on this machine, with mounts of its own: this tree is at /tmp/tree, and a
# debian_image is this machine's own root folder with users app (1000) and bob (1001) and no other.
# SPDX-License-Identifier: MIT
#
# usage: host.sh TREE STORY
mount -t tmpfs tmpfs /mnt
mkdir /mnt/tree
mount --bind "$1" /mnt/tree
mount --move /mnt /tmp
story=/tmp/tree/tests/container/stories/$2
container=/tmp/tree/tests/container
engines=/tmp/tree/build/vm/amd64/usr
PATH=/tmp/tree/build:$engines/sbin:$engines/bin:$PATH
runc_options=

# The tables of this machine are left alone: no container gets to see them. What is said then depends
# on whether it has them: /sys/class/dmi is not masked.
if test -e /sys/class/dmi; then hidden=MASKED hidden_exit=6; else hidden=NODMI hidden_exit=3; fi
# shellcheck disable=SC2034 # for the stories
mount='' prepared="hwident-prepare: $hidden: " answer="hwident: $hidden: " refused=$answer
close_tables() { :; }

# layer LOWER FOLDER: the first folder's files, at the second one, where they can be changed.
layer() {
    mkdir -p "$2" "$2.upper" "$2.work"
    mount -t overlay overlay -o "lowerdir=$1,upperdir=$2.upper,workdir=$2.work" "$2"
}
copy_image() { layer "$1" "$2"; }
runc() { command runc --root /tmp/runc "$@"; }

# debian_image NAME: see above; our programs are in /usr/local/bin.
debian_image() {
    layer / "$images/$1"
    cp /tmp/tree/build/hwident /tmp/tree/build/hwident-prepare "$images/$1/usr/local/bin"
    for accounts in passwd group; do
        awk -F: '$3 > 0 && $3 < 1000' /etc/$accounts | cat $container/accounts/$accounts - \
            >"$images/$1/etc/$accounts"
    done
}

. /tmp/tree/tests/lib/words.sh
. $container/docker.sh
trap remove_containers EXIT
. "$story"
