# Docker in a virtual machine, in a Debian of its own, over true tables: what stories/docker and
# stories/docker-remapped check over made-up ones, and AppArmor's profile docker-default.
# SPDX-License-Identifier: MIT
container=/tree/tests/container
tables=/sys/firmware/dmi/tables
. /tree/tests/lib/words.sh
. $container/docker.sh
. $container/dockerd.sh
# shellcheck disable=SC2034 # for what follows
patience=600 prepared='hwident-prepare: OPENED: '
ask='hwident code --app com.example.app'
code=$($ask)

open_tables() { hwident-prepare 2>/dev/null; }
close_tables() { hwident-prepare --restore; }
mode_after() {
    case $1 in
    chmod) echo '444 0 0' ;;
    group) echo '440 0 1000' ;;
    *) echo '400 0 0' ;;
    esac
}

is "$UUID" hwident get system-uuid
is "$UUID" dmidecode -s system-uuid
start_docker
trap stop_docker EXIT
exits 0 readme_image
is 'docker-default (enforce)' docker run --rm app cat /proc/self/attr/current
. $container/options.sh

# Not root, the tables closed, nobody to open them.
fails 4 in_closed -u 1000:1000 -- $ask
says 'hwident: PERMISSION: '
# The profile refuses everything below /sys/firmware, by that path: beside it the mount is free.
open_tables
fails 4 docker run --rm -v $tables:$tables --security-opt systempaths=unconfined app
says 'hwident-prepare: LSM: '
says 'hwident: LSM: '
close_tables
is "$UUID" docker run --rm --privileged app
close_tables

stop_docker >/dev/null
. $container/remapped.sh
# shellcheck disable=SC2034 # for remapped.sh
tables_here=$tables
add_mapped_user /etc
check_remapped
