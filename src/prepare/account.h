/*
 * Who to become: a user spec resolved over the bytes of passwd and group.
 * Pure functions: no files, no name service, no allocation, nothing but the caller's bytes.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_ACCOUNT_H
#define HWIDENT_PREPARE_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A part of some bytes, with the bounds of both; not zero-terminated. */
struct text {
    const char *bytes; /* the whole; NULL: no text */
    size_t whole;      /* its size */
    size_t start;      /* of the part */
    size_t size;
};

static inline struct text text_of(const char *bytes, size_t size)
{
    return (struct text){bytes, size, 0, size};
}

/* Groups in rising order, each once. The kernel's own limit is 65536. */
enum { GROUPS_MAX = 65536 };
struct groups {
    size_t count;
    uint32_t id[GROUPS_MAX];
};

struct target {
    uint32_t uid;
    uint32_t gid;
    bool has_groups;      /* this process has the groups already: set by ask_drop */
    uint64_t undo;        /* its capabilities that put owners and modes back: set by ask_drop */
    struct text name;     /* from passwd, in its bytes; size 0: passwd has no such uid */
    struct text home;     /* the same; as written there */
    struct groups groups; /* supplementary ones, including `gid`; 256 KiB, so that they come last */
};

/* Why a spec is refused. */
enum refusal {
    ACCEPTED,
    REFUSED_EMPTY,           /* no spec, or nothing on one side of the colon */
    REFUSED_COLONS,          /* more than one colon */
    REFUSED_CHARACTER,       /* a blank, a control byte, or a sign in front */
    REFUSED_NUMBER,          /* digits with a leading zero, or over 4294967294 */
    REFUSED_USER_UNKNOWN,    /* a name that passwd does not have */
    REFUSED_GROUP_UNKNOWN,   /* a name that group does not have */
    REFUSED_USER_LINE,       /* the wanted name's line in passwd is malformed */
    REFUSED_GROUP_LINE,      /* the wanted name's line in group is malformed */
    REFUSED_USER_AMBIGUOUS,  /* a number that is also the name of another uid */
    REFUSED_GROUP_AMBIGUOUS, /* a number that is also the name of another gid */
    REFUSED_NO_GROUP,        /* a uid that passwd does not have, and no group */
    REFUSED_ROOT,            /* uid 0, which was not allowed */
    REFUSED_GROUPS,          /* more groups than the kernel takes */
};

/* One sentence, static, without a full stop. */
const char *refusal_text(enum refusal refusal);

/* Only decimal digits, no leading zero except `0`, at most 4294967294 (all ones is not an id). */
bool number_read(struct text text, uint32_t *number);

/* Adds `id` in order. False if the set is full. */
bool groups_add(struct groups *groups, uint32_t id);
bool groups_have(const struct groups *groups, uint32_t id);

/* Whether `now` is the target's set. Engines differ in whether they list the primary group. */
bool target_has_groups(const struct target *target, const struct groups *now);

/*
 * Resolves `spec` (name, uid, name:group, uid:gid, …) with the contents of passwd and group.
 * A name or uid alone gets every group that lists it; with a group it gets that one only.
 */
enum refusal target_read(struct text spec, struct text passwd, struct text group, bool allow_root,
                         struct target *target);

#endif
