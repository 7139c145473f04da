/*
 * A program whose own functions have the names of internal functions of the library. They end it
 * if the library calls them.
 * SPDX-License-Identifier: MIT
 */
#include <hwident.h>

#include <stdio.h>
#include <stdlib.h>

#define OWN(name)                                                                                  \
    void name(void);                                                                               \
    void name(void)                                                                                \
    {                                                                                              \
        fprintf(stderr, "the library called %s of the program\n", #name);                          \
        abort();                                                                                   \
    }

OWN(quote)
OWN(emit)
OWN(emit_text)
OWN(file_read)
OWN(file_read_whole)
OWN(digits_read)
OWN(keyword_find)
OWN(names_find)
OWN(source_open)
OWN(source_trouble)
OWN(schema_find)
OWN(schema_decode)
OWN(grade_uuid)
OWN(page_flush)
OWN(lint_table)
OWN(redact_table)
OWN(handle_explain)
OWN(mbedtls_md_setup)
OWN(mbedtls_md_hmac_starts)
OWN(mbedtls_hkdf_expand)
OWN(mbedtls_sha256_starts_ret)
OWN(mbedtls_platform_zeroize)

static int count(void *context, const struct hwident_field *field)
{
    *(size_t *)context += field->key != NULL;
    return 0;
}

int main(int argc, char **argv)
{
    char code[HWIDENT_CODE_SIZE] = "", uuid[64] = "";
    size_t fields = 0;
    hwident *h;
    int err = hwident_open(argc > 1 ? argv[1] : NULL, &h);

    if (!err)
        err = hwident_get(h, "system-uuid", uuid, sizeof uuid);
    if (!err)
        err = hwident_code(h, "com.example.app", NULL, 0, code, sizeof code);
    if (!err)
        HWIDENT_FOR_EACH(hwident_table(h), structure)
    (void)hwident_fields(h, &structure, count, &fields);
    printf("%s %s %zu\n%s\n", uuid, code, fields, err ? hwident_why(h, err) : "no error");
    hwident_close(h);
    return hwident_error_exit(err);
}
