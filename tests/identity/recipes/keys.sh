#!/bin/sh
# keys.sh: makes vendor.key, which signs and stays with the vendor, and vendor.pub, which verifies.
set -eu
openssl genpkey -algorithm ed25519 -out vendor.key
openssl pkey -in vendor.key -pubout -out vendor.pub
