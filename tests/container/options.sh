# The README's image under Docker's daemon, wherever the tables come from: its lines verbatim, each
# grant, Docker's options one by one, and an application that is the container's first process.
# SPDX-License-Identifier: MIT
#
# Whoever sources it has started the daemon, built the image app, and says: $UUID and $code, which
# the tables give; $prepared, the preparer's message; mode_after GRANT, the mode and owner that the
# tables then have; open_tables and close_tables, which the host's root would do.
mounted="-v $tables:/rootfs$tables"
who="id -u && echo \$HOME && hwident get system-uuid && $ask"

# in_app [OPTION…] -- COMMAND…: runs it by the image's entrypoint, with the host's tables mounted.
in_app() {
    options=
    while test "$1" != --; do options="$options $1" && shift; done
    shift
    # shellcheck disable=SC2086 # words
    docker run --rm $mounted $options app "$@"
}

# in_closed …: the same with tables that are as the kernel made them.
in_closed() {
    close_tables
    in_app "$@"
}

close_tables
is "$code" sh $container/recipes/docker-run.sh
says "$prepared"
close_tables
is "$UUID" sh $container/recipes/docker-run-anywhere.sh

for grant in chmod group fd copy; do
    close_tables
    is "1000
/home/app
$UUID
$code" docker run --rm $mounted --entrypoint hwident-prepare app --grant $grant --user app -- \
        sh -c "$who"
    is "$(mode_after $grant)" stat -c '%a %u %g' $tables/DMI
done

exits 0 in_closed -t --init -- sh -c "test -t 1 && $ask"
prints "$code"
is "$code
NoNewPrivs:	1" in_closed --read-only --security-opt no-new-privileges -- \
    sh -c "$ask && grep NoNewPrivs /proc/self/status"

# Without capabilities root can't change users; two of them are enough.
fails 125 in_closed --cap-drop ALL -- $ask
says 'hwident-prepare: DROPFAIL: '
is "$(mode_after none)" stat -c '%a %u %g' $tables/DMI
is "$code" in_closed --cap-drop ALL --cap-add SETUID --cap-add SETGID -- $ask

# Started as the user, with a group more than passwd has for it: nothing to prepare.
open_tables
is "1000 1000 2000 $code" in_app -u 1000:1000 --group-add 2000 -- \
    sh -c "echo \$(id -u) \$(id -G) \$($ask)"
says 'hwident-prepare: GROUPS: '
close_tables

# The application is the first and only process; it gets the signal and has time to end.
docker run --detach --interactive --name waiting $mounted app \
    bash -c 'trap "echo goodbye; exit 7" TERM; echo ready; read -r' >/dev/null
logged() { docker logs waiting | grep -q "$1"; }
soon logged ready
is '1000 bash' sh -c 'docker top waiting -o uid,pid,comm | tail -n +2 | tr -s " " | cut -d " " -f 1,3'
exits 0 docker stop --time $patience waiting
is 7 docker wait waiting
is 'ready
goodbye' docker logs waiting

close_tables
exits 0 docker-compose --project-name hwident --file $container/recipes/compose.yaml up
prints "$code"
