#!/usr/bin/env bash
# Captures the tables of the machines into testdata, as dmidecode inside them dumps them.
# SPDX-License-Identifier: MIT
#
# usage: capture.sh [MACHINE…]
set -euo pipefail
cd "$(dirname "$0")/../.."

test $# -gt 0 || set -- seabios ovmf arm64 boards
for machine; do
    tests/vm/boot.py "$machine" tests/vm/capture/tables |
        sed -n '/# begin/,/# end/ { //! p }' | base64 -d >"testdata/qemu-$machine.bin"
done
