#!/bin/sh
# check.sh PUBLIC-KEY LICENCE: exit 0 if the licence is the vendor's, for this application, has not
# expired, and is for this machine.
set -eu
app=com.example.app

refuse() {
    echo "licence refused: $1" >&2
    exit 1
}

# The bytes whose signature is verified are those that are read afterwards.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$2" "$work/licence"
openssl pkeyutl -verify -rawin -pubin -inkey "$1" -in "$work/licence" -sigfile "$2.sig" \
    >"$work/said" 2>&1 || refuse "it does not have the vendor's signature"

field() { sed -n "s/^$1 //p" "$work/licence"; }

[ "$(field app)" = "$app" ] || refuse "it is for another application"
[ "$(date -u +%Y%m%d)" -le "$(field expires | tr -d -)" ] || refuse "it expired on $(field expires)"
hwident match --trusted --app "$app" --rules "$(field rules)" --need "$(field need)" \
    $(field code) >"$work/said" || refuse "hwident does not confirm that it is for this machine"
