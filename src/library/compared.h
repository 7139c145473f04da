/*
 * Several values that were recorded earlier, each compared with this machine.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_COMPARED_H
#define HWIDENT_LIBRARY_COMPARED_H

#include "library/listener.h"

/*
 * Whether the values of the request can be parsed and its numbers are valid; errors as for
 * hwident_json.
 */
int compared_check(const struct hwident_request *request);

/* How many of the values have to match. */
size_t compared_needed(const struct hwident_request *request);

/*
 * "same", "swapped", "different", or "refused" if a comparison would mean nothing; NULL for an
 * error that ends the command. `*err` is 0 or the error.
 */
const char *compared_verdict(hwident *h, const struct hwident_request *request, size_t n, int *err);

/*
 * If the verdict on a UUID is "different" but another field of this machine contains it (an
 * administrator's number in the serial number), the keyword of that field; else NULL.
 */
const char *compared_field(hwident *h, const char *verdict, const char *value);

/*
 * Compares all values and reports each that is refused. `*matched` becomes how many are the same in
 * either byte order: values or, if the request says how many are needed, different components.
 * Returns the result: 0, HWIDENT_E_DIFFERENT, the last refusal, or an error that ends the command,
 * with `*matched` SIZE_MAX.
 */
int compared_count(hwident *h, const struct hwident_request *request,
                   const struct listener *listener, size_t *matched);

#endif
