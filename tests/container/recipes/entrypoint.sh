#!/bin/sh
set -e
exec hwident-prepare --user app -- "$@"
