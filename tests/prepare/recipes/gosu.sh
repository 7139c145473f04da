#!/bin/sh
set -e
hwident-prepare
exec gosu app "$@"
