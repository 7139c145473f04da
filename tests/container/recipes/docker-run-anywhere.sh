docker run --rm -v /sys/firmware:/rootfs/sys/firmware app
