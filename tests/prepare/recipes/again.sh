#!/bin/sh
set -e
if [ "$(id -u)" = 0 ]; then
    mkdir -p /srv/data
    chown app /srv/data
    exec hwident-prepare --user app -- "$0" "$@"
fi
exec "$@"
