#!/bin/sh
# install.sh DESTDIR MODE:FILE:PLACE…: puts every file at its place, or none. All are written beside
# their places first, so that a folder that can't be written and a full disk change nothing.
# SPDX-License-Identifier: MIT
set -eu
destdir=$1
shift

each() {
    for row in $rows; do
        mode=${row%%:*} place=$destdir${row##*:} file=${row#*:}
        file=${file%:*}
        "$@" || return
    done
}

write() {
    install -d "${place%/*}" || return
    case $mode in
    link) ln -sf "$file" "$place.new" ;;
    755) install -s --strip-program="${STRIP:-strip}" -m 755 "$file" "$place.new" ;;
    *) install -m "$mode" "$file" "$place.new" ;;
    esac
}

commit() { mv -f "$place.new" "$place"; }
discard() { rm -f "$place.new"; }

rows=$*
each write || {
    each discard
    echo "install: nothing was installed" >&2
    exit 1
}
each commit
