#!/bin/sh
set -e
hwident-prepare
exec su-exec app "$@"
