# The commands that stories are written in: each line is a check and is its own name.
# SPDX-License-Identifier: MIT

status=0
: >/tmp/.stdout
: >/tmp/.stderr

# try COMMAND…: runs it and keeps $status and its output for the checks below.
try() {
    status=0
    "$@" >/tmp/.stdout 2>/tmp/.stderr || status=$?
}

# verdict NAME CONDITION…: prints the result line and, if it failed, what the last command did.
verdict() {
    name=$1
    shift
    if "$@"; then
        echo "ok $name"
    else
        echo "not ok $name"
        echo "#   exit $status"
        sed 's/^/#   stdout: /' /tmp/.stdout
        sed 's/^/#   stderr: /' /tmp/.stderr
    fi
}

# is TEXT COMMAND…: it succeeds and prints exactly TEXT.
is() {
    text=$1
    shift
    try "$@"
    verdict "$* = $text" printed "$text"
}
printed() { test "$status" = 0 && test "$(cat /tmp/.stdout)" = "$1"; }

# exits STATUS COMMAND…: it ends with that status.
exits() {
    expected=$1
    shift
    try "$@"
    verdict "exit $expected: $*" test "$status" = "$expected"
}

# fails STATUS COMMAND…: it ends with that status and prints nothing.
fails() {
    expected=$1
    shift
    try "$@"
    verdict "exit $expected: $*" failed "$expected"
}
failed() { test "$status" = "$1" && ! test -s /tmp/.stdout; }

# says TEXT / prints TEXT: the last command's messages / its output contain TEXT.
says() { verdict "… says: $1" grep -qF -e "$1" /tmp/.stderr; }
prints() { verdict "… prints: $1" grep -qF -e "$1" /tmp/.stdout; }

# as_user ID COMMAND…: runs it with this uid and gid, no other group and no capability.
as_user() {
    id=$1
    shift
    setpriv --reuid "$id" --regid "$id" --clear-groups --inh-caps=-all "$@"
}

# skip REASON: ends the story here.
skip() {
    echo "skip $1"
    exit 0
}

# The kernel makes no user namespace for a process in a chroot.
needs_user_namespace() {
    unshare --user true 2>/dev/null || skip 'no user namespace can be made here'
}
