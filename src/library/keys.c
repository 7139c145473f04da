/*
 * Keywords and what the catalogue says about their fields. SPDX-License-Identifier: MIT
 */
#include "library/keys.h"

#include "render/text.h"
#include "smbios/keyword.h"

bool key_exists(const char *key)
{
    return keyword_find(key) != NULL;
}

bool key_is_private(const char *key)
{
    const struct keyword *k = keyword_find(key);
    const struct schema *schema = k ? schema_of(k->type) : NULL;

    for (size_t i = 0; schema && i < schema->count; i++)
        if (schema->fields[i].offset == k->offset && schema->fields[i].flags & PRIVATE)
            return true;
    return false;
}

void key_print_all(struct page *out, const hwident *h, const char *key)
{
    const struct keyword *k = keyword_find(key);

    if (!k)
        return;
    HWIDENT_FOR_EACH_OF(hwident_table(h), k->type, structure)
    text_value(out, hwident_table(h), &structure, k->offset);
}
