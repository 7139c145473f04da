/*
 * Several values that were written down elsewhere, each compared with this machine.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_COMPARED_H
#define HWIDENT_LIBRARY_COMPARED_H

#include "library/listener.h"

/* Whether the values of the request can be read and its numbers fit: as hwident_json says. */
int compared_check(const struct hwident_request *request);

/* How many of the values have to match. */
size_t compared_needed(const struct hwident_request *request);

/*
 * "same", "swapped", "different", or "refused" for a comparison that says nothing; NULL for an
 * error that ends the command. `*err` is 0 or why.
 */
const char *compared_verdict(hwident *h, const struct hwident_request *request, size_t n, int *err);

/*
 * The keyword of another field of this machine that a UUID is where its verdict is "different" (an
 * administrator's number that stands in the serial number), or NULL.
 */
const char *compared_field(hwident *h, const char *verdict, const char *value);

/*
 * Compares all of them and tells of each that is refused; `*matched` are the same in either byte
 * order: values or, where the request says how many are needed, different components. Returns what the comparison comes to: 0, HWIDENT_E_DIFFERENT, the last refusal, or an error
 * that ends the command, with `*matched` SIZE_MAX.
 */
int compared_count(hwident *h, const struct hwident_request *request,
                   const struct listener *listener, size_t *matched);

#endif
