/*
 * A program that has the library loaded while the package is removed: says so, waits for a line,
 * then asks.
 * SPDX-License-Identifier: MIT
 */
#include <hwident.h>
#include <stdio.h>

int main(void)
{
    hwident *h;
    char text[HWIDENT_UUID_TEXT_SIZE];
    int err = 0;

    puts(hwident_version());
    (void)fflush(stdout);
    (void)getchar();
    err = hwident_open(NULL, &h);
    if (!err)
        err = hwident_get(h, "system-uuid", text, sizeof text);
    puts(err ? hwident_why(h, err) : text);
    hwident_close(h);
    return hwident_error_exit(err);
}
