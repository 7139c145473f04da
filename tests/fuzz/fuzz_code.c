/*
 * A machine code as people type it, and the values that codes are made of.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

/* Reading the proper spelling changes nothing. */
static void check_reading(const char *text)
{
    char code[HWIDENT_CODE_SIZE], again[HWIDENT_CODE_SIZE];
    size_t where = SIZE_MAX;
    int err = hwident_code_parse(text, code, &where);

    HOLDS(where <= strlen(text));
    if (err) {
        HOLDS(hwident_error_exit(err) == 2);
        return;
    }
    HOLDS(strlen(code) == HWIDENT_CODE_SIZE - 1);
    HOLDS(!hwident_code_parse(code, again, NULL) && strcmp(code, again) == 0);
}

/* A code that is made can be read, and spaces around a serial number do not change it. */
static void check_deriving(char profile, const char *value)
{
    char code[HWIDENT_CODE_SIZE], again[HWIDENT_CODE_SIZE];
    char padded[80];
    size_t size = strlen(value);

    if (hwident_code_derive(profile, value, size, "app", NULL, 0, code))
        return;
    HOLDS(!hwident_code_parse(code, again, NULL) && strcmp(code, again) == 0);
    if (profile == 'u' || size > 64)
        return;
    (void)snprintf(padded, sizeof padded, "  %s ", value);
    HOLDS(!hwident_code_derive(profile, padded, strlen(padded), "app", NULL, 0, again));
    HOLDS(strcmp(code, again) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);

    if (size > 1 && text[0] == '=')
        check_deriving(text[1], text + (text[1] ? 2 : 1));
    else
        check_reading(text);
    free(text);
    return 0;
}
