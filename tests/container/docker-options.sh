# What `docker run` can be asked for, and what then becomes of the README's image.
# SPDX-License-Identifier: MIT
mounted="-v $tables:/rootfs$tables"

# in_app [OPTION…] -- COMMAND…: runs it by the image's entrypoint, with the host's tables mounted.
in_app() {
    options=
    while test "$1" != --; do options="$options $1" && shift; done
    shift
    # shellcheck disable=SC2086 # words
    docker run --rm $mounted $options app "$@"
}

is "$code" sh $container/recipes/docker-run.sh
says "hwident-prepare: $opened"
is "$UUID" docker run --rm $mounted app
is "1000 /home/app $code" in_app -- sh -c "echo \$(id -u) \$HOME \$($ask)"

is "1000 $code" in_app --init -- sh -c "echo \$(id -u) \$($ask)"
is "$code" in_app --read-only -- $ask
is "$code" in_app --security-opt no-new-privileges -- $ask
is 'NoNewPrivs:	1' in_app --security-opt no-new-privileges -- grep NoNewPrivs /proc/self/status
exits 0 in_app -t -- sh -c "test -t 1 && $ask"
prints "$code"

# Without capabilities nobody can become another user; two of them are enough for that.
fails 125 in_app --cap-drop ALL -- $ask
says 'hwident-prepare: DROPFAIL: '
is "$code" in_app --cap-drop ALL --cap-add SETUID --cap-add SETGID -- $ask

# Started as the user, with a group more than passwd has for it.
is "$code" docker run --rm $mounted -u 1000:1000 --group-add 2000 --entrypoint hwident app \
    code --app com.example.app

# The application is the first process, and it alone; it gets the signal, with time to say goodbye.
docker run --detach --interactive --name waiting $mounted app \
    bash -c 'trap "echo goodbye; exit 7" TERM; echo ready; read -r' >/dev/null
logged() { docker logs waiting | grep -q "$1"; }
soon logged ready
is '1000 bash' sh -c 'docker top waiting -o uid,pid,comm | tail -n +2 | tr -s " " | cut -d " " -f 1,3'
exits 0 docker stop waiting
is 7 docker wait waiting
is 'ready
goodbye' docker logs waiting
