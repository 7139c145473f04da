#!/bin/sh
set -e
exec hwident-prepare --user-env RUN_USER -- "$@"
