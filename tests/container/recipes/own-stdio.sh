#!/bin/sh
set -e
exec hwident-prepare --own-stdio --user app -- "$@"
