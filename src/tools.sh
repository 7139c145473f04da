#!/bin/sh
# tools.sh COMPILER MUSL-COMPILER: says in one line which package is missing, if any is. The second
# compiler may be empty: it is not needed then.
# SPDX-License-Identifier: MIT
set -u

missing() {
    printf '%s: install %s (Debian: make deps), or see src/CONTRIBUTING.md\n' "$1" "$2" >&2
    exit 1
}

compiler=$1 musl=$2
command -v "${compiler%% *}" >/dev/null || missing "no compiler ${compiler%% *}" 'gcc and libc6-dev'
echo 'int main(void) { return 0; }' | $compiler -x c - -o /dev/null 2>/dev/null ||
    missing "$compiler cannot make a program" 'libc6-dev'
echo '#include <mbedtls/sha256.h>' | $compiler -x c -E - >/dev/null 2>&1 ||
    missing 'no mbedtls/sha256.h' 'libmbedtls-dev'
test -z "$musl" || command -v "${musl%% *}" >/dev/null ||
    missing "no ${musl%% *}" 'musl-tools, or use make LINK=static'
