/*
 * usage: calls DUMP CALL [ARGUMENT]
 * Makes one call of the library on the dump and prints its result or the name of its error.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include <stdio.h>
#include <string.h>

static const char app[] = "com.example.app";

static int value(hwident *h, const char *key)
{
    const char *text;
    int err = hwident_value(h, key, &text);

    if (err ? *text != '\0' : *text == '\0')
        puts("an error with a value, or neither");
    if (!err)
        puts(text);
    return err;
}

/* The dump may have no identity; then the answer must be the same, too. */
static int code(hwident *h, const char *profile)
{
    char text[HWIDENT_CODE_SIZE] = "before";
    int err = hwident_code_of(h, *profile, app, NULL, 0, text, sizeof text);

    if (err && strcmp(text, "before") != 0)
        puts("something was written on an error");
    if (!err)
        puts(text);
    return err;
}

static int json(hwident *h, const char *command)
{
    static const char *const keys[] = {"system-uuid", "product_name"};
    static const char *const values[] = {"b6f1c2a4-53d7-4e09-9a1e-7c30d2f48e65"};
    struct hwident_request request = {.size = sizeof request, .app = app, .raw = 1};
    const char *text;
    int err;

    if (strcmp(command, "get") == 0)
        request.operands = keys, request.operand_count = 2;
    if (strcmp(command, "match") == 0)
        request.operands = values, request.operand_count = 1;
    err = hwident_json(h, command, &request, &text, NULL);
    if (err == HWIDENT_E_MEMORY && text)
        puts("a text without memory");
    if (text)
        fputs(text, stdout);
    return err;
}

static int visit(void *context, const struct hwident_field *field)
{
    (void)context;
    printf("%s %s\n", field->key ? field->key : "-", field->text);
    return 0;
}

static int fields(hwident *h, const char *unused)
{
    struct hwident_structure s = {0};
    int err = 0;

    (void)unused;
    while (!err && hwident_table_next(hwident_table(h), &s) == 1)
        err = hwident_fields(h, &s, visit, NULL);
    return err;
}

static int dump(hwident *h, const char *file)
{
    return hwident_dump(h, file);
}

static const struct call {
    const char *name;
    int (*make)(hwident *h, const char *argument);
} calls[] = {{"value", value}, {"code", code}, {"json", json}, {"fields", fields}, {"dump", dump}};

static int run(hwident *h, const char *name, const char *argument)
{
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
        if (strcmp(calls[i].name, name) == 0)
            return calls[i].make(h, argument);
    puts("no such call");
    return 0;
}

int main(int argc, char **argv)
{
    hwident *h = NULL;
    struct hwident_options options = {
        .size = sizeof options, .dump = argv[1], .flags = argc > 4 ? HWIDENT_REDACT : 0};
    int err = hwident_open_with(&options, &h);

    if (!err)
        err = run(h, argv[2], argc > 3 ? argv[3] : "");
    if (err) {
        fputs(hwident_error_tag(err), stderr);
        (void)!hwident_why(h, err);
    }
    hwident_close(h);
    return hwident_error_exit(err);
}
