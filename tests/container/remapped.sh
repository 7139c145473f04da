# Docker with --userns-remap, wherever the tables come from: the container's root is an ordinary user
# of the host, whom the tables don't belong to. He can read them once the host's root has opened
# them to everybody.
# SPDX-License-Identifier: MIT
#
# Whoever sources it says: $tables_here, the folder that is mounted, and $UUID, which it gives;
# open_tables and close_tables, which change its mode.

# add_mapped_user FOLDER: to the accounts there.
add_mapped_user() {
    echo 'hwident:200000:65536' | tee "$1/subuid" >"$1/subgid"
    echo 'hwident:x:4242:4242::/:/bin/false' >>"$1/passwd"
    echo 'hwident:x:4242:' >>"$1/group"
}

check_remapped() {
    start_docker --userns-remap hwident
    docker_busybox
    mounted="-v $tables_here:/rootfs$tables"

    open_tables
    # shellcheck disable=SC2086 # words
    is "$UUID" docker run --rm $mounted app hwident get system-uuid
    docker run --rm --detach --entrypoint cat --interactive --name waiting app >/dev/null
    is 200000 sh -c 'docker top waiting -o uid,pid | tail -1 | cut -d " " -f 1'

    close_tables
    # shellcheck disable=SC2086,SC2016 # words; the container's shell
    fails 4 docker run --rm $mounted --entrypoint sh app -c 'for grant in chmod group fd copy; do
        hwident-prepare --grant $grant --user app -- hwident code --app com.example.app
    done'
    cp /tmp/.stderr /tmp/messages
    is 4 grep -c '^hwident-prepare: USERNS: ' /tmp/messages
    is 4 grep -c '^hwident: USERNS: ' /tmp/messages
}
