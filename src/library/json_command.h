/*
 * The JSON of every command of the tool.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_JSON_COMMAND_H
#define HWIDENT_LIBRARY_JSON_COMMAND_H

#include "library/listener.h"
#include "render/page.h"

/*
 * Writes the text of hwident_json to `out` while making it, and returns the same; nothing is
 * written if the call is wrong. The caller flushes `out`.
 */
int json_command(hwident *h, const char *name, const struct hwident_request *request,
                 const struct listener *listener, struct page *out);

/* The same if there was no memory for a handle. */
int json_no_memory(const char *name, const struct listener *listener, struct page *out);

#endif
