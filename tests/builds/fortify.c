/*
 * Debian's mbedTLS was compiled for glibc with _FORTIFY_SOURCE; musl has no such calls. These are
 * all that the tool needs of it.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__memset_chk(void *to, int byte, size_t size, size_t room);
char *__strncpy_chk(char *to, const char *from, size_t size, size_t room);
int __printf_chk(int flag, const char *format, ...);
int __snprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, ...);
int __vsnprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, va_list list);

void *__memset_chk(void *to, int byte, size_t size, size_t room)
{
    if (size > room)
        abort();
    return memset(to, byte, size);
}

char *__strncpy_chk(char *to, const char *from, size_t size, size_t room)
{
    if (size > room)
        abort();
    return strncpy(to, from, size);
}

int __vsnprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, va_list list)
{
    (void)flag;
    if (size > room)
        abort();
    return vsnprintf(to, size, format, list);
}

int __snprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, ...)
{
    va_list list;
    int length;

    va_start(list, format);
    length = __vsnprintf_chk(to, size, flag, room, format, list);
    va_end(list);
    return length;
}

int __printf_chk(int flag, const char *format, ...)
{
    va_list list;
    int length;

    (void)flag;
    va_start(list, format);
    length = vprintf(format, list);
    va_end(list);
    return length;
}
