# The words that stories are written in: one line a check, named by the line itself.
# SPDX-License-Identifier: MIT

status=0
: >/tmp/.stdout
: >/tmp/.stderr

# try COMMAND…: runs it and keeps $status and what it wrote, for the checks below.
try() {
    status=0
    "$@" >/tmp/.stdout 2>/tmp/.stderr || status=$?
}

# verdict NAME CONDITION…: the result line; where it failed, what the last command did.
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

# exits STATUS COMMAND…: it ends so.
exits() {
    expected=$1
    shift
    try "$@"
    verdict "exit $expected: $*" test "$status" = "$expected"
}

# fails STATUS COMMAND…: it ends so and prints nothing.
fails() {
    expected=$1
    shift
    try "$@"
    verdict "exit $expected: $*" failed "$expected"
}
failed() { test "$status" = "$1" && ! test -s /tmp/.stdout; }

# says TEXT / prints TEXT: the last command's messages / its output hold TEXT.
says() { verdict "… says: $1" grep -qF -e "$1" /tmp/.stderr; }
prints() { verdict "… prints: $1" grep -qF -e "$1" /tmp/.stdout; }

# as_user ID COMMAND…: with this uid and gid, no other group and no capability.
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
