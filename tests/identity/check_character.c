/*
 * What the check character finds, tried out on a thousand codes: every wrong character, every
 * exchange of two up to 30 places apart (jumps among them), every twin, every wrong profile letter.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include <stdio.h>
#include <string.h>

enum { CODES = 1000, FIRST = 5, LAST = 37, LETTER = 3, FAR = 30 };

static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
static unsigned long tried, missed;

static void expect_refusal(const char *code)
{
    char read[HWIDENT_CODE_SIZE];

    tried++;
    missed += hwident_code_parse(code, read, NULL) != HWIDENT_E_CODE_CHECK;
}

static void wrong_characters(const char *code)
{
    char changed[HWIDENT_CODE_SIZE];

    for (size_t at = FIRST; at <= LAST; at++)
        for (const char *c = alphabet; *c; c++) {
            memcpy(changed, code, sizeof changed);
            changed[at] = *c;
            if (*c != code[at])
                expect_refusal(changed);
            /* A twin error: two equal neighbours become two equal others. */
            if (at < LAST && code[at] == code[at + 1] && *c != code[at]) {
                changed[at + 1] = *c;
                expect_refusal(changed);
            }
        }
}

static void exchanges(const char *code)
{
    char changed[HWIDENT_CODE_SIZE];

    for (size_t a = FIRST; a < LAST; a++)
        for (size_t b = a + 1; b <= LAST && b - a <= FAR; b++) {
            if (code[a] == code[b])
                continue;
            memcpy(changed, code, sizeof changed);
            changed[a] = code[b];
            changed[b] = code[a];
            expect_refusal(changed);
        }
}

static void wrong_letters(const char *code)
{
    char changed[HWIDENT_CODE_SIZE];

    memcpy(changed, code, sizeof changed);
    for (const char *profile = HWIDENT_PROFILES; *profile; profile++) {
        changed[LETTER] = *profile;
        if (*profile != code[LETTER])
            expect_refusal(changed);
    }
}

int main(void)
{
    for (unsigned i = 0; i < CODES; i++) {
        char serial[16], code[HWIDENT_CODE_SIZE];
        int size = snprintf(serial, sizeof serial, "SN%u", i);

        if (hwident_code_derive(HWIDENT_PROFILES[1 + i % 3], serial, (size_t)size, "app", NULL, 0,
                                code))
            return 1;
        wrong_characters(code);
        exchanges(code);
        wrong_letters(code);
    }
    printf("check character: %lu errors tried on %d codes, %lu not found\n", tried, CODES, missed);
    return missed != 0;
}
