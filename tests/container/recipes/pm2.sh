#!/bin/sh
set -e
export PM2_HOME=/run/pm2
install -d -o 1000 -g 1000 "$PM2_HOME"
exec hwident-prepare --user 1000:1000 -- pm2-runtime start "$@"
