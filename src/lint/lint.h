/*
 * What the firmware got wrong against the specification (DSP0134 3.9). Pure functions over bytes;
 * knows the decoder's rows and identity's placeholders.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LINT_LINT_H
#define HWIDENT_LINT_LINT_H

#include "hwident.h"

enum lint_rule {
    /* The table as a whole. */
    LINT_ENTRY_VERSION,      /* a version that there never was */
    LINT_STRUCTURE_COUNT,    /* the entry point announces another number of structures */
    LINT_STRUCTURE_MAX,      /* the entry point announces another largest structure */
    LINT_TABLE_LENGTH,       /* bytes behind the last structure */
    LINT_BROKEN_STRUCTURE,   /* the walk ends at it */
    LINT_END_OF_TABLE,       /* none, where the length is only a maximum */
    LINT_REQUIRED_STRUCTURE, /* none of a type that every system has */
    LINT_ONE_ONLY,           /* several of a type that a system has once */
    /* A structure. */
    LINT_RESERVED_TYPE,    /* a type that the specification does not have */
    LINT_HANDLE_RANGE,     /* a handle that is reserved */
    LINT_HANDLE_DUPLICATE, /* a handle that an earlier structure has */
    LINT_SHORT_STRUCTURE,  /* shorter than it has ever been */
    LINT_CUT_FIELD,        /* ends inside a field */
    LINT_STRING_UNUSED,    /* a string that no field refers to */
    LINT_DEVICE_COUNT,     /* a memory array with another number of devices */
    /* A field. */
    LINT_STRING_MISSING,  /* a string number beyond the set */
    LINT_STRING_CONTROL,  /* control characters in a string */
    LINT_RESERVED_VALUE,  /* a number that is reserved or has no meaning */
    LINT_SIZES_DIFFER,    /* a size that stands in two fields, which disagree */
    LINT_DANGLING_HANDLE, /* a handle that no structure has */
    LINT_REQUIRED_VALUE,  /* no value, where there has to be one */
    LINT_DATE,            /* not written as mm/dd/yyyy */
    LINT_PLACEHOLDER,     /* what somebody forgot to fill in */
    LINT_RULES,
};

/* "string-missing"; static. */
const char *lint_rule_name(enum lint_rule rule);

struct finding {
    enum lint_rule rule;
    size_t offset;                             /* in the table, of the structure or the field */
    const struct hwident_structure *structure; /* NULL: it is about the table as a whole */
    const char *key;                           /* of the field, as in the inventory; or NULL */
    const char *text;                          /* what is wrong with it */
};

enum { LINT_SECTION_SIZE = 8 };

/* The section of the specification that says how it should be: "7.18". */
void lint_section(const struct finding *finding, char section[LINT_SECTION_SIZE]);

/* Where findings go. What `finding` points to is gone when the call returns. */
struct finding_sink {
    void (*take)(void *context, const struct finding *finding);
    void *context;
};

/* Outputs list this many: more say nothing more, and a table can be made that has millions. */
enum { LINT_LISTED = 10000 };

/*
 * Finds what is wrong with the table of `ep`; NULL where only the table is known.
 * HWIDENT_E_MEMORY before the first finding.
 */
int lint_table(const struct hwident_table *table, const struct hwident_entry_point *ep,
               const struct finding_sink *sink);

/* The same with memory that was there before, for who looks twice: free() it; NULL without memory. */
struct linter *lint_new(void);
void lint_with(struct linter *linter, const struct hwident_table *table,
               const struct hwident_entry_point *ep, const struct finding_sink *sink);

#endif
