#!/bin/sh
# tools.sh LINK MUSL-COMPILER COMPILER FLAGS: if something that building needs is missing, says in one
# line which package brings it.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2086 # compilers and flags may be several words
set -u
link=$1 musl=$2 compiler=$3 flags=$4

missing() {
    printf '%s: install %s (Debian: make deps; elsewhere: see src/CONTRIBUTING.md)\n' "$1" "$2" >&2
    exit 1
}

# PACKAGE PROGRAM...
need() {
    package=$1
    shift
    for program; do
        command -v "$program" >/dev/null || missing "no program $program" "$package"
    done
}

# SOURCE COMMAND...: whether the compiler takes it.
takes() {
    source=$1
    shift
    printf '%s\n' "$source" | "$@" $flags -x c - -o /dev/null 2>/dev/null
}

main='int main(void) { return 0; }'
need gcc ${compiler%% *}
need binutils as ld ar nm objcopy strip
need mawk awk
takes "$main" $compiler || missing "$compiler makes no programs" libc6-dev
takes '#include <linux/magic.h>' $compiler -c || missing 'no linux/magic.h' linux-libc-dev
takes '#include <mbedtls/sha256.h>' $compiler -c || missing 'no mbedtls/sha256.h' libmbedtls-dev

case $link in
musl)
    command -v ${musl%% *} >/dev/null || missing "no ${musl%% *}" 'musl-tools, or use make LINK=dynamic'
    takes "$main" $musl -static || missing "$musl makes no programs" musl-dev
    ;;
static)
    takes "$main" $compiler -static || missing 'no libc.a' libc6-dev
    ;;
dynamic)
    takes "$main" $compiler -lmbedcrypto || missing 'no libmbedcrypto.so' libmbedtls-dev
    exit
    ;;
esac
takes "$main" $compiler -l:libmbedcrypto.a ||
    missing 'no libmbedcrypto.a' 'libmbedtls-dev, or use make LINK=dynamic'
