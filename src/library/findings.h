/*
 * Where the firmware of a handle's tables breaks the specification. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_FINDINGS_H
#define HWIDENT_LIBRARY_FINDINGS_H

#include "lint/lint.h"

/* Passes each finding to `take`, in the table's order. `linter` comes from lint_new. */
static inline void findings_of(const hwident *h, struct linter *linter,
                               void (*take)(void *context, const struct finding *finding),
                               void *context)
{
    const struct finding_sink sink = {take, context, LINT_LISTED};

    lint_with(linter, hwident_table(h), hwident_entry_point(h), &sink);
}

#endif
