/*
 * Escaping text from outside, so that it fits into one line of a message.
 * SPDX-License-Identifier: MIT
 */
#include "host/quote.h"

#include <string.h>

void quote(const char *text, char quoted[QUOTED_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    char *out = quoted;
    int shown = 0;

    if (!*text) {
        memcpy(quoted, "\"\"", 3);
        return;
    }
    for (; *text && shown < QUOTED_MAX; text++, shown++) {
        unsigned char c = (unsigned char)*text;

        if (c >= 0x20 && c < 0x7F && c != '\\') {
            *out++ = (char)c;
            continue;
        }
        *out++ = '\\';
        *out++ = 'x';
        *out++ = digits[c >> 4];
        *out++ = digits[c & 0x0F];
    }
    if (*text) {
        memcpy(out, "...", 3);
        out += 3;
    }
    *out = '\0';
}
