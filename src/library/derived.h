/*
 * The machine codes of several components, for one application.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_DERIVED_H
#define HWIDENT_LIBRARY_DERIVED_H

#include "library/listener.h"

enum { DERIVED_MAX = sizeof HWIDENT_PROFILES - 1 };

struct derived {
    struct {
        char text[HWIDENT_CODE_SIZE];
        int err; /* why there is no code */
    } code[DERIVED_MAX];
};

/*
 * Derives a code for each letter of `profiles`, DERIVED_MAX at most, with the request's app id and
 * key, and reports each that is refused. Returns 0 if there is any code, else the most important
 * refusal.
 */
int derive_codes(hwident *h, const char *profiles, const struct hwident_request *request,
                 const struct listener *listener, struct derived *derived);

#endif
