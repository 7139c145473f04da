#!/bin/sh
set -e
hwident-prepare
exec setpriv --reuid app --regid app --init-groups "$@"
