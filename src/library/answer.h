/*
 * The JSON of a command: its frame, and who is told of the errors that it meets.
 * SPDX-License-Identifier: MIT
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
 * Begins the object with schema, command, error and source; `err` as the handle explains it, 0:
 * null. The command then writes its own members and ends it.
 */
void answer_begin(struct answer *answer, int err);
void answer_end(struct answer *answer);

/* The whole object of a command that ends with `err`, of which the listener is told. Returns it. */
int answer_error(struct answer *answer, int err);

/* One command each: write the object, return what the command comes to. */
int json_summary(struct answer *answer);
int json_get(struct answer *answer);
int json_show(struct answer *answer);
int json_code(struct answer *answer);
int json_match(struct answer *answer);
int json_explain(struct answer *answer);
int json_lint(struct answer *answer);
int json_dump(struct answer *answer);

/* Before anything is read: whether the request fits the command. */
int check_get(const struct hwident_request *request);
int check_code(const struct hwident_request *request);
int check_match(const struct hwident_request *request);

#endif
