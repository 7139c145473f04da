/*
 * The README's example: builds against what was installed, and is run.
 * SPDX-License-Identifier: MIT
 */
#include <hwident.h>
#include <stdio.h>

int main(void)
{
    hwident *h;
    char text[64], code[HWIDENT_CODE_SIZE];
    int err = hwident_open(NULL, &h); /* NULL: the usual places */

    if (!err)
        err = hwident_get(h, "system-uuid", text, sizeof text);
    if (!err)
        err = hwident_code(h, "com.example.app", NULL, 0, code, sizeof code);
    if (err)
        fprintf(stderr, "%s\n", hwident_why(h, err)); /* cause and remedy, one line */
    else
        printf("%s %s\n", text, code);
    hwident_close(h);
    return hwident_error_exit(err);
}
