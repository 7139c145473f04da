#!/bin/sh
exec hwident-prepare --if-root --user-env RUN_USER -- "$@"
