/*
 * A program that uses the library as its users do: UUID and machine code from a folder.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    char uuid[HWIDENT_UUID_TEXT_SIZE], code[HWIDENT_CODE_SIZE];
    hwident *h;
    int err = hwident_open(argc > 1 ? argv[1] : NULL, &h);

    if (!err)
        err = hwident_get(h, "system-uuid", uuid, sizeof uuid);
    if (!err)
        err = hwident_code(h, "com.example.app", NULL, 0, code, sizeof code);
    if (!err &&
        (printf("%s\n%s\n%s\n", uuid, code, hwident_provenance_name(hwident_provenance(h))) < 0 ||
         fflush(stdout) != 0))
        err = HWIDENT_E_OUTPUT;
    if (err)
        (void)fprintf(stderr, "hwident: %s\n", hwident_why(h, err));
    hwident_close(h);
    return hwident_error_exit(err);
}
