/*
 * The fortified calls in Debian's libmbedcrypto.a, which musl does not have (src/musl.mk).
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

void *__memset_chk(void *to, int byte, size_t size, size_t room);
void __explicit_bzero_chk(void *to, size_t size, size_t room);
int __printf_chk(int flag, const char *format, ...);

void *__memset_chk(void *to, int byte, size_t size, size_t room)
{
    if (size > room)
        abort();
    return memset(to, byte, size);
}

void __explicit_bzero_chk(void *to, size_t size, size_t room)
{
    if (size > room)
        abort();
    explicit_bzero(to, size);
}

/* Only self-tests print. */
int __printf_chk(int flag, const char *format, ...)
{
    (void)flag;
    (void)format;
    abort();
}
