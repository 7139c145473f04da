/*
 * The JSON of every command, by name; also as a text that the handle owns. SPDX-License-Identifier:
 * MIT
 */
#include "library/json_command.h"

#include "library/answer.h"
#include "library/handle.h"
#include "library/sized.h"

#include <string.h>

static int check_nothing(const struct hwident_request *request)
{
    return request->operand_count == 0 ? HWIDENT_OK : HWIDENT_E_USAGE;
}

static int check_dump(const struct hwident_request *request)
{
    return request->operand_count == 1 ? HWIDENT_OK : HWIDENT_E_USAGE;
}

static const struct command {
    const char *name;
    int (*check)(const struct hwident_request *request);
    int (*write)(struct answer *answer);
    bool asks_kernel; /* compared with the kernel's product_uuid first */
} commands[] = {
    {"summary", check_nothing, json_summary, false},
    {"get", check_get, json_get, false},
    {"show", check_nothing, json_show, false},
    {"code", check_code, json_code, true},
    {"match", check_match, json_match, true},
    {"explain", check_nothing, json_explain, false},
    {"lint", check_nothing, json_lint, false},
    {"dump", check_dump, json_dump, false},
};

static const struct command *find(const char *name)
{
    for (size_t i = 0; name && i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

static bool operands_are_there(const struct hwident_request *request)
{
    for (size_t i = 0; i < request->operand_count; i++)
        if (!request->operands || !request->operands[i])
            return false;
    return true;
}

/* If the handle could not be opened, only `explain` has more to say than the error. */
static int write(const struct command *command, struct answer *a)
{
    int err = command->write == json_explain ? HWIDENT_OK : handle_opened(a->h);

    if (!err && command->asks_kernel)
        err = hwident_check(a->h);
    return err ? answer_error(a, err) : command->write(a);
}

int json_command(hwident *h, const char *name, const struct hwident_request *request,
                 const struct listener *listener, struct page *out)
{
    const struct command *command = find(name);
    struct hwident_request own;
    struct answer answer = {
        .h = h, .command = name, .request = &own, .listener = listener, .out = out};
    int err = sized_take(request, &own, sizeof own);

    if (!h || !command || err || !operands_are_there(&own))
        return HWIDENT_E_USAGE;
    err = command->check(&own);
    return err ? err : write(command, &answer);
}

int json_no_memory(const char *name, const struct listener *listener, struct page *out)
{
    struct answer answer = {.command = name, .listener = listener, .out = out};

    return answer_error(&answer, HWIDENT_E_MEMORY);
}

/* ---- As one text ----------------------------------------------------------------------------- */

int hwident_json(hwident *h, const char *command, const struct hwident_request *request,
                 const char **json, size_t *size)
{
    struct page out;
    int err;

    if (json)
        *json = NULL;
    if (size)
        *size = 0;
    if (!h || !json)
        return HWIDENT_E_USAGE;
    h->json.size = 0;
    h->json.cut = false;
    page_begin_with(&out, kept_append, &h->json);
    err = json_command(h, command, request, NULL, &out);
    page_flush(&out);
    if (h->json.cut || err == HWIDENT_E_MEMORY)
        return handle_explain(h, NULL, HWIDENT_E_MEMORY);
    if (h->json.size == 0)
        return handle_opened(h) ? err : handle_explain(h, NULL, err);
    *json = h->json.bytes;
    if (size)
        *size = h->json.size;
    return err;
}
