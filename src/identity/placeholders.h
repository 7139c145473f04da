/*
 * The list: values that many machines have and no rule catches.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_IDENTITY_PLACEHOLDERS_H
#define HWIDENT_IDENTITY_PLACEHOLDERS_H

struct placeholder {
    unsigned rules; /* the rule set that it came with: an update of the list revokes no licence */
    const char *value; /* a UUID in either byte order, or a string in any case */
    const char *seen;  /* where, or whose list has it */
    char first;        /* a string's first letter, in lower case, or digit: spares reading most */
};

/* Both lists end with a NULL value. */
extern const struct placeholder placeholder_uuids[];
extern const struct placeholder placeholder_serials[];

#endif
