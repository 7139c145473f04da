# The volume and its two containers, before and after.
# SPDX-License-Identifier: MIT
busybox_image app
mkdir /tmp/volume
mount -t ext4 /dev/nvme0n1 /tmp/volume
init() {
    docker run -v $tables:/rootfs$tables:ro -v /tmp/volume:/identity app \
        hwident-prepare --grant copy:/identity/tables --copy-group 1000
}
main() {
    docker run --user 1000:1000 -v /tmp/volume:/identity:ro -e HWIDENT_TABLES=/identity/tables app "$@"
}
