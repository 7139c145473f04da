# Checks src/identity/placeholders.c before it is compiled: every row has an existing rule set, a
# value and a source, UUIDs are well formed, strings have their first letter or digit, no value occurs
# twice, and the checksum is the one that the file states, so that no change goes unnoticed.
# `newest`: HWIDENT_RULES.
# SPDX-License-Identifier: MIT

function bad(what) {
    printf "%s:%d: %s: %s\n", FILENAME, FNR, what, $0 >"/dev/stderr"
    failed = 1
}

# A checksum that depends on the order of the characters.
function add(text,    i) {
    for (i = 1; i <= length(text); i++)
        sum = (sum * 31 + index(characters, substr(text, i, 1))) % 999983
}

function is_uuid(text) {
    return text ~ /^[-0-9a-f]+$/ && length(text) == 36 && gsub(/-/, "-", text) == 4 &&
        substr(text, 9, 1) substr(text, 14, 1) substr(text, 19, 1) substr(text, 24, 1) == "----"
}

BEGIN {
    for (i = 32; i < 127; i++)
        characters = characters sprintf("%c", i)
}

/^ \* Sum: [0-9]+$/ { stated = $3 }
/^const struct placeholder / { uuids = /_uuids/; inside = 1; lists++; row = ""; next }
!inside || /^ *(\/\*.*\*\/)?$/ { next }
/^};$/ {
    if (!ended)
        bad("the list has no end")
    inside = ended = 0
    next
}
{
    row = row $0
    if (row !~ /},$/) # it continues on the next line
        next
    if (row ~ /^    [{]0, NULL, NULL},$/) {
        ended = 1
    } else if (row !~ /^    [{][1-9][0-9]*, "([^"\\]|\\.)+", *"([^"\\]|\\.)+"(, *'.')?},$/) {
        bad("not a row {rule set, \"value\", \"source\"}")
    } else {
        split(row, part, "\"")
        split(part[1], number, /[{,]/)
        if (uuids && !is_uuid(part[2]))
            bad("not a UUID")
        first = tolower(substr(part[2], match(part[2], /[0-9A-Za-z]/), 1))
        if (!uuids && row !~ "'" first "'},$")
            bad("the last column is not the first letter or digit, " first)
        add(row)
        if (seen[uuids, tolower(part[2])]++)
            bad("the value stands twice")
        if (number[2] + 0 > newest)
            bad("a rule set that hwident.h does not have")
        rows++
    }
    row = ""
}

END {
    if (lists != 2 || inside)
        bad("the lists are not whole")
    if (!failed && sum != stated)
        bad("the lists have changed; if that is meant, state their sum, " sum ", in the comment above")
    exit failed
}
