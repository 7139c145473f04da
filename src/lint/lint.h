/*
 * Where the firmware breaks the specification (DSP0134 3.9). These are pure functions over bytes;
 * they know the decoder's rows and identity's placeholders. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LINT_LINT_H
#define HWIDENT_LINT_LINT_H

#include "hwident.h"

enum lint_rule {
    /* About the table as a whole. */
    LINT_ENTRY_VERSION,      /* a version that was never published */
    LINT_STRUCTURE_COUNT,    /* the entry point announces a different number */
    LINT_STRUCTURE_MAX,      /* the entry point announces a different size */
    LINT_TABLE_LENGTH,       /* bytes after the last structure */
    LINT_BROKEN_STRUCTURE,   /* the walk cannot continue after it */
    LINT_END_OF_TABLE,       /* missing, though the length is only a maximum */
    LINT_REQUIRED_STRUCTURE, /* a type is missing that every system has */
    LINT_ONE_ONLY,           /* several of a type that a system may have only once */
    /* out a structur */
    LINT_RESERVED_TYPE,    /* a type that the specification does not define */
    LINT_HANDLE_RANGE,     /* a handle that is reserved */
    LINT_HANDLE_DUPLICATE, /* a handle that an earlier structure has too */
    LINT_SHORT_STRUCTURE,  /* shorter than any version allows */
    LINT_CUT_FIELD,        /* ends inside a field */
    LINT_STRING_UNUSED,    /* a string that no field refers to */
    LINT_DEVICE_COUNT,     /* a memory array with a different number of devices */
    /* out a fiel */
    LINT_STRING_MISSING,  /* a string number beyond the set */
    LINT_STRING_CONTROL,  /* control characters in a string */
    LINT_RESERVED_VALUE,  /* a number that is reserved or has no meaning */
    LINT_SIZES_DIFFER,    /* a size is in two fields, and they disagree */
    LINT_DANGLING_HANDLE, /* a handle that no structure has */
    LINT_REQUIRED_VALUE,  /* a required value is missing */
    LINT_DATE,            /* not written as mm/dd/yyyy */
    LINT_PLACEHOLDER,     /* a text that somebody forgot to fill in */
    LINT_RULES,
};

/* "string-missing"; static. */
const char *lint_rule_name(enum lint_rule rule);

struct finding {
    enum lint_rule rule;
    size_t offset;                             /* in the table, of the structure or the field */
    const struct hwident_structure *structure; /* NULL: about the table as a whole */
    const char *key;                           /* the field's, as in the inventory; or NULL */
    const char *text;                          /* what is wrong */
};

enum { LINT_SECTION_SIZE = 8 };

/* The section of the specification with the rule: "7.18". */
void lint_section(const struct finding *finding, char section[LINT_SECTION_SIZE]);

/* Where findings go. What `finding` points to is only valid during the call. */
struct finding_sink {
    void (*take)(void *context, const struct finding *finding);
    void *context;
    size_t listed; /* the text of each finding after so many can be empty */
};

/* Outputs list at most this many: a forged table can have millions of findings. */
enum { LINT_LISTED = 10000 };

/*
 * Finds what is wrong with the table of `ep`; `ep` is NULL if only the table is known.
 * HWIDENT_E_MEMORY can only come before the first finding.
 */
int lint_table(const struct hwident_table *table, const struct hwident_entry_point *ep,
               const struct finding_sink *sink);

/* A linter that can be used for several runs; free() it. NULL if memory runs out. */
struct linter *lint_new(void);
void lint_with(struct linter *linter, const struct hwident_table *table,
               const struct hwident_entry_point *ep, const struct finding_sink *sink);

#endif
