#!/bin/sh
set -e
if [ "$(id -u)" = 0 ]; then
    mkdir -p /tmp/data
    chown app /tmp/data
    exec hwident-prepare --user app -- "$0" "$@"
fi
exec "$@"
