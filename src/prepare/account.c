/*
 * User specs, passwd and group lines: one cursor over hostile bytes, and every doubt a refusal.
 * The C libraries' own readers turn malformed lines into uid 0.
 * SPDX-License-Identifier: MIT
 */
#include "prepare/account.h"

enum { LINE_MAX_SIZE = 1024 * 1024, DIGITS_MAX = 10 };

/* passwd(5): name:password:uid:gid:comment:home:shell. group(5): name:password:gid:members. */
enum { NAME = 0, ID = 2, PASSWD_GID = 3, GROUP_MEMBERS = 3, PASSWD_HOME = 5 };
enum { GROUP_FIELDS = 4, PASSWD_FIELDS = 7 };

struct line {
    struct text field[PASSWD_FIELDS];
    uint32_t id;
    uint32_t gid; /* passwd only */
};

enum search { ABSENT, FOUND, MALFORMED };

#define WRITE "write name, uid, name:group or uid:gid"

const char *refusal_text(enum refusal refusal)
{
    static const char *const texts[] = {
        [ACCEPTED] = "accepted",
        [REFUSED_EMPTY] = "empty, or nothing on one side of the colon; " WRITE,
        [REFUSED_COLONS] = "more than one colon; " WRITE,
        [REFUSED_CHARACTER] = "a blank, a control byte or a leading sign; " WRITE,
        [REFUSED_NUMBER] = "a number with a leading zero, or over 4294967294; write one up to that",
        [REFUSED_USER_UNKNOWN] = "no such user in /etc/passwd; users from elsewhere are written "
                                 "as uid:gid",
        [REFUSED_GROUP_UNKNOWN] = "no such group in /etc/group; groups from elsewhere are written "
                                  "as a gid",
        [REFUSED_USER_LINE] = "the user's line in /etc/passwd is malformed; correct it",
        [REFUSED_GROUP_LINE] = "the group's line in /etc/group is malformed; correct it",
        [REFUSED_USER_AMBIGUOUS] = "a uid, but /etc/passwd has a user of this name with a "
                                   "different uid; rename that user",
        [REFUSED_GROUP_AMBIGUOUS] = "a gid, but /etc/group has a group of this name with a "
                                    "different gid; rename that group",
        [REFUSED_NO_GROUP] = "no such uid in /etc/passwd and no group given",
        [REFUSED_ROOT] = "this is uid 0; name a different user, or allow it with --allow-root",
        [REFUSED_GROUPS] = "more than 65536 groups; take the user out of some",
    };

    return texts[refusal];
}

/* Texts are read through this only: the byte `at`, or 0 past the end of the whole. */
static char byte_at(struct text text, size_t at)
{
    size_t offset = text.start + at;

    if (offset >= text.whole)
        return '\0';
    return text.bytes[offset];
}

/*
 * Moves the bytes before the first `end` (all of them if there is none) from `rest` to `part` and
 * steps over `end`. Returns whether `end` was there.
 */
static bool cut(struct text *rest, char end, struct text *part)
{
    const char *bytes = rest->bytes;
    size_t at = rest->start, stop = at + rest->size;
    bool there;

    if (stop > rest->whole)
        stop = rest->whole;
    /* Where most of this program's own time goes, so the bounds are compared outside. */
    while (at < stop && bytes[at] != end)
        at++;
    there = at < stop;
    *part = *rest;
    part->size = at - rest->start;
    rest->start = at + there;
    rest->size = there ? stop - rest->start : 0;
    return there;
}

static bool has(struct text text, char byte)
{
    struct text part;

    return cut(&text, byte, &part);
}

static bool equal(struct text a, struct text b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (byte_at(a, i) != byte_at(b, i))
            return false;
    return true;
}

static bool digits_only(struct text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (byte_at(text, i) < '0' || byte_at(text, i) > '9')
            return false;
    return text.size > 0;
}

bool number_read(struct text text, uint32_t *number)
{
    uint64_t value = 0;

    if (!digits_only(text) || text.size > DIGITS_MAX || (byte_at(text, 0) == '0' && text.size > 1))
        return false;
    for (size_t i = 0; i < text.size; i++)
        value = value * 10 + (uint64_t)(byte_at(text, i) - '0');
    if (value >= UINT32_MAX)
        return false;
    *number = (uint32_t)value;
    return true;
}

/* ---- Groups ---------------------------------------------------------------------------------- */

/* The set is read through this only. Past the end it returns no valid id. */
static uint32_t group_at(const struct groups *groups, size_t at)
{
    return at < GROUPS_MAX ? groups->id[at] : UINT32_MAX;
}

/* The index at which `id` is or would be inserted. */
static size_t groups_place(const struct groups *groups, uint32_t id)
{
    size_t low = 0, high = groups->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (group_at(groups, middle) < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool groups_have(const struct groups *groups, uint32_t id)
{
    size_t place = groups_place(groups, id);

    return place < groups->count && group_at(groups, place) == id;
}

bool groups_add(struct groups *groups, uint32_t id)
{
    size_t place = groups_place(groups, id);

    if (place < groups->count && group_at(groups, place) == id)
        return true;
    if (groups->count >= GROUPS_MAX || place > groups->count)
        return false;
    for (size_t i = groups->count; i > place; i--)
        groups->id[i] = groups->id[i - 1];
    groups->id[place] = id;
    groups->count++;
    return true;
}

bool target_has_groups(const struct target *target, const struct groups *now)
{
    size_t primary = !groups_have(now, target->gid); /* the target's list has it always */

    if (now->count + primary != target->groups.count)
        return false;
    for (size_t i = 0; i < now->count; i++)
        if (!groups_have(&target->groups, group_at(now, i)))
            return false;
    return true;
}

/* ---- Lines ----------------------------------------------------------------------------------- */

/* Empty fields, in the bytes of `text`. */
static struct line no_line(struct text text)
{
    struct line line = {.id = 0};

    text.size = 0;
    for (size_t i = 0; i < PASSWD_FIELDS; i++)
        line.field[i] = text;
    return line;
}

/* Splits a line that has exactly `fields` fields and well-formed numbers. */
static bool line_read(struct text text, size_t fields, struct line *line)
{
    bool more = true;

    *line = no_line(text);
    if (text.size >= LINE_MAX_SIZE || has(text, '\r') || has(text, '\0'))
        return false;
    for (size_t i = 0; i < fields; i++) {
        if (!more)
            return false;
        more = cut(&text, ':', &line->field[i]);
    }
    if (more || line->field[NAME].size == 0 || !number_read(line->field[ID], &line->id))
        return false;
    return fields != PASSWD_FIELDS || number_read(line->field[PASSWD_GID], &line->gid);
}

/* One field of a line that may have too few. */
static struct text field(struct text line, size_t number)
{
    struct text part = line;

    for (size_t i = 0; i <= number; i++)
        cut(&line, ':', &part);
    return part;
}

/* The first line with that name decides, even if it is malformed. */
static enum search find_name(struct text file, size_t fields, struct text name, struct line *line)
{
    while (file.size > 0) {
        struct text text;

        cut(&file, '\n', &text);
        if (equal(field(text, NAME), name))
            return line_read(text, fields, line) ? FOUND : MALFORMED;
    }
    return ABSENT;
}

/* The first well-formed line with that number decides; a malformed line has no number. */
static enum search find_id(struct text file, size_t fields, uint32_t id, struct line *line)
{
    while (file.size > 0) {
        struct text text;
        uint32_t number = 0;

        cut(&file, '\n', &text);
        if (number_read(field(text, ID), &number) && number == id && line_read(text, fields, line))
            return FOUND;
    }
    return ABSENT;
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Like glibc: blanks before a member are skipped, blanks after it belong to the name. */
static struct text without_blanks(struct text member)
{
    while (member.size > 0 && is_blank(byte_at(member, 0))) {
        member.start++;
        member.size--;
    }
    return member;
}

static bool lists(struct text members, struct text name)
{
    while (members.size > 0) {
        struct text member;

        cut(&members, ',', &member);
        if (equal(without_blanks(member), name))
            return true;
    }
    return false;
}

/* Adds every group that lists `name`. */
static bool add_listing(struct text group, struct text name, struct groups *groups)
{
    while (group.size > 0) {
        struct text text;
        struct line line;

        cut(&group, '\n', &text);
        if (line_read(text, GROUP_FIELDS, &line) && lists(line.field[GROUP_MEMBERS], name) &&
            !groups_add(groups, line.id))
            return false;
    }
    return true;
}

/* ---- The spec -------------------------------------------------------------------------------- */

static enum refusal check_side(struct text side)
{
    if (side.size == 0)
        return REFUSED_EMPTY;
    if (byte_at(side, 0) == '+' || byte_at(side, 0) == '-')
        return REFUSED_CHARACTER;
    for (size_t i = 0; i < side.size; i++) {
        unsigned char byte = (unsigned char)byte_at(side, i);

        if (byte <= ' ' || byte == 0x7F)
            return REFUSED_CHARACTER;
    }
    return ACCEPTED;
}

/*
 * One side of the spec as a number: written as a number or as a name in the file. `*search` says
 * whether `line` is the file's line for it.
 */
static enum refusal read_side(struct text side, struct text file, size_t fields, uint32_t *id,
                              struct line *line, enum search *search)
{
    bool user = fields == PASSWD_FIELDS;
    enum refusal refusal = check_side(side);

    if (refusal != ACCEPTED)
        return refusal;
    if (digits_only(side) && !number_read(side, id))
        return REFUSED_NUMBER;
    *search = find_name(file, fields, side, line);
    if (*search == MALFORMED)
        return user ? REFUSED_USER_LINE : REFUSED_GROUP_LINE;
    if (digits_only(side)) {
        if (*search == FOUND && line->id != *id)
            return user ? REFUSED_USER_AMBIGUOUS : REFUSED_GROUP_AMBIGUOUS;
        *search = find_id(file, fields, *id, line);
        return ACCEPTED;
    }
    if (*search == ABSENT)
        return user ? REFUSED_USER_UNKNOWN : REFUSED_GROUP_UNKNOWN;
    *id = line->id;
    return ACCEPTED;
}

enum refusal target_read(struct text spec, struct text passwd, struct text group, bool allow_root,
                         struct target *target)
{
    struct text user;
    struct line line = no_line(passwd), group_line = no_line(group);
    enum search search = ABSENT, group_search = ABSENT;
    bool with_group = cut(&spec, ':', &user);
    enum refusal refusal;

    target->groups.count = 0;
    target->uid = target->gid = 0;
    target->name = target->home = text_of(NULL, 0);
    if (has(spec, ':'))
        return REFUSED_COLONS;
    refusal = read_side(user, passwd, PASSWD_FIELDS, &target->uid, &line, &search);
    if (refusal != ACCEPTED)
        return refusal;
    if (search == FOUND) {
        target->name = line.field[NAME];
        target->home = line.field[PASSWD_HOME];
    }
    if (with_group) {
        refusal = read_side(spec, group, GROUP_FIELDS, &target->gid, &group_line, &group_search);
        if (refusal != ACCEPTED)
            return refusal;
    } else if (search != FOUND) {
        return REFUSED_NO_GROUP;
    } else {
        target->gid = line.gid;
        if (!add_listing(group, line.field[NAME], &target->groups))
            return REFUSED_GROUPS;
    }
    if (target->uid == 0 && !allow_root)
        return REFUSED_ROOT;
    return groups_add(&target->groups, target->gid) ? ACCEPTED : REFUSED_GROUPS;
}
