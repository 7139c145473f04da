#!/bin/sh
# tools.sh COMPILER FLAGS: if something that every test needs is missing, says in one line which package
# brings it. A test that needs more is skipped without it.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2086 # both may be several words
set -u

missing() {
    printf '%s: install %s (Debian: make deps-test; elsewhere: see src/CONTRIBUTING.md)\n' "$1" "$2" >&2
    exit 1
}

command -v python3 >/dev/null || missing 'no program python3' python3
echo '#include <cmocka.h>' | $1 $2 -x c -E - >/dev/null 2>&1 || missing 'no cmocka.h' libcmocka-dev
