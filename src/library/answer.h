/*
 * The JSON of a command: its frame, and the listener for its errors. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_ANSWER_H
#define HWIDENT_LIBRARY_ANSWER_H

#include "library/listener.h"
#include "render/json.h"

struct answer {
    hwident *h;
    const char *command;
    const struct hwident_request *request;
    const struct listener *listener;
    struct page *out;
    struct json json;
};

/*
 * Begins the object and writes schema, command, error (`err` as the handle explains it; 0: null)
 * and source. The command then writes its own members and ends the object.
 */
void answer_begin(struct answer *answer, int err);
void answer_end(struct answer *answer);

/*
 * Writes the whole object of a command that fails with `err`, and tells the listener. Returns
 * `err`.
 */
int answer_error(struct answer *answer, int err);

/* One function for each command: it writes the object and returns the command's result. */
int json_summary(struct answer *answer);
int json_get(struct answer *answer);
int json_show(struct answer *answer);
int json_code(struct answer *answer);
int json_match(struct answer *answer);
int json_explain(struct answer *answer);
int json_lint(struct answer *answer);
int json_dump(struct answer *answer);

/* Check, before anything is read, whether the request is valid for the command. */
int check_get(const struct hwident_request *request);
int check_code(const struct hwident_request *request);
int check_match(const struct hwident_request *request);

#endif
