#!/bin/sh
# sign.sh PRIVATE-KEY LICENCE: writes the vendor's signature to LICENCE.sig.
set -eu
openssl pkeyutl -sign -rawin -inkey "$1" -in "$2" -out "$2.sig"
