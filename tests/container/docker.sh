# `docker run` for stories: runc with what Docker gives and hides by default (docker.json).
# An image is a folder below $images; $container is the folder of this file.
# SPDX-License-Identifier: MIT
images=/tmp/images

# docker run [--name NAME] [OPTION…] IMAGE COMMAND…: run.jq has the options. The container has a
# root folder of its own, which copy_image makes and which is removed when the story ends.
docker() {
    shift
    bundle=$(mktemp -d /tmp/hwident-XXXXXX)
    id=${bundle##*/}
    test "$1" != --name || id=$2
    jq -r -f "$container/run.jq" --arg words "$(printf '%s\001' "$@")" \
        --arg cgroup "/${bundle##*/}" "$container/docker.json" |
        { read -r image && cat >"$bundle/config.json" && copy_image "$images/$image" "$bundle/rootfs"; }
    # shellcheck disable=SC2086 # words
    runc run $runc_options --bundle "$bundle" "$id"
}

# beside COMMAND…: runs it beside the story, for `wait $!`; what it says goes to /tmp/log, which holds
# nothing else from the first moment on.
beside() {
    : >/tmp/log
    "$@" >/tmp/log 2>&1 &
}

# remove_containers: those that still run, and what the kernel keeps for them.
remove_containers() {
    for id in $(runc list --quiet); do runc delete --force "$id"; done
}

# busybox_image NAME: an image like Alpine's, with our programs and a user app, whose uid is 1000.
busybox_image() {
    mkdir -p "$images/$1/bin" "$images/$1/etc" "$images/$1/tmp"
    cp "$(command -v busybox)" "$(command -v hwident)" "$(command -v hwident-prepare)" "$images/$1/bin"
    for applet in sh cat id ls mkdir true; do ln -s busybox "$images/$1/bin/$applet"; done
    cp "$container/accounts/passwd" "$container/accounts/group" "$images/$1/etc"
}

# soon COMMAND…: checks that it succeeds within $patience seconds.
patience=60
soon() {
    tries=$((patience * 10))
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        test $tries -gt 0 || return 1
        sleep 0.1
    done
}

# process NAME: the process id, as seen from here, of a container's first process.
process() { runc state "$1" | jq .pid; }
