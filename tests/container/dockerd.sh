# Docker's own daemon and client, with store, socket and control groups of the story's. They come
# from packages that are unpacked in build/vm and never installed, so that no service starts.
# SPDX-License-Identifier: MIT
unset -f docker
export DOCKER_HOST=unix:///tmp/docker.sock
cgroup=hwident-$$

# start_docker [OPTION…]
start_docker() {
    dockerd --host "$DOCKER_HOST" --data-root /tmp/docker --exec-root /tmp/docker-run \
        --pidfile /tmp/docker.pid --storage-driver overlay2 --iptables=false --ip6tables=false \
        --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "$cgroup" "$@" >/tmp/dockerd.log 2>&1 &
    daemon=$!
    soon test -S /tmp/docker.sock
    soon docker version
}
stop_docker() {
    docker ps --all --quiet | xargs --no-run-if-empty docker rm --force
    kill "$(cat /tmp/docker.pid)"
    wait "$daemon" || true
}
remove_containers() {
    stop_docker >/dev/null 2>&1
    find /sys/fs/cgroup -depth -type d -name "$cgroup" -exec rmdir {} \;
}

# readme_image: what the README's Dockerfile makes of Debian (/tmp/debian, if it is there), as app.
readme_image() {
    test -e /tmp/debian || "$container/debian.sh" /tmp/debian
    tar -C /tmp/debian -c . | docker import - debian:12-slim
    mkdir -p /tmp/context
    cp "$(command -v hwident)" "$(command -v hwident-prepare)" /tmp/context
    docker build --quiet --tag app --file "$container/recipes/Dockerfile" /tmp/context
}

# docker_busybox: a busybox_image that starts as the README's does, as app.
docker_busybox() {
    busybox_image app
    tar -C "$images/app" -c . | docker import --change 'ENV PATH=/bin' \
        --change 'ENTRYPOINT ["hwident-prepare", "--user", "app", "--"]' \
        --change 'CMD ["hwident", "get", "system-uuid"]' - app >/dev/null
}
