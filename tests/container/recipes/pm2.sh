#!/bin/sh
set -e
export PM2_HOME=/tmp/pm2
exec hwident-prepare --user 1000:1000 -- pm2-runtime start "$@"
