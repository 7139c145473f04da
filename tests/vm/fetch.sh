#!/usr/bin/env bash
# Unpacks Debian packages of any architecture into a folder, for machines that are not this one.
# This machine's own dpkg and APT are not involved: the state below is private.
# SPDX-License-Identifier: MIT
#
# usage: fetch.sh ARCHITECTURE FOLDER PACKAGE...
set -euo pipefail
arch=$1 folder=$2
shift 2
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

mkdir -p "$folder"
exec 9>"$folder/.lock"
flock 9
test "$(cat "$folder/.packages" 2>/dev/null)" != "$*" || exit 0

apt=$(realpath "$folder")/.apt
mkdir -p "$apt/lists/partial" "$apt/archives/partial"
: >"$apt/status"
cat >"$apt/conf" <<END
APT::Architecture "$arch";
APT::Architectures { "$arch"; };
APT::Sandbox::User "root";
Dir::State "$apt";
Dir::State::Lists "$apt/lists";
Dir::State::Status "$apt/status";
Dir::Cache "$apt";
Dir::Etc::SourceParts "$apt/none";
Dir::Etc::SourceList "$apt/sources.list";
Acquire::Languages "none";
END
# Debian's archive as this machine reaches it; other sources need not have the architecture.
apt-get indextargets --format "deb [signed-by=$keyring] \$(SITE) \$(RELEASE) \$(COMPONENT)" \
    'Created-By: Packages' 'Origin: Debian' | sort -u >"$apt/sources.list"
test -s "$apt/sources.list" || { echo "$0: APT knows no Debian archive: apt-get update first" >&2; exit 1; }

echo "fetching for $arch: $*"
export APT_CONFIG=$apt/conf
apt-get update -qq || : # an index that is missing is missed below, where its package is
# linux-image-cloud-* is empty and depends on the kernel of the day.
for package; do
    case $package in
    linux-image-*) apt-cache depends "$package" | sed -n 's/^ *Depends: \(linux-image-.*\)/\1/p' ;;
    *) echo "$package" ;;
    esac
done >"$apt/wanted"
(cd "$apt/archives" && xargs apt-get download -qq <"$apt/wanted")
for deb in "$apt"/archives/*.deb; do
    dpkg-deb -x "$deb" "$folder"
done
rm -r "$apt"
echo "$*" >"$folder/.packages"
