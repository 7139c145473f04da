#!/bin/sh
set -e
hwident-prepare --if-root
exec supervisord -c /etc/supervisord.conf
