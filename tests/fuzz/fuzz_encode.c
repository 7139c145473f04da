/*
 * Structures that the input describes, written as section 6.1 says: decoding gives them back.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

enum { HEADER = 4 };

/* What the next structure is to be; `strings` are apart by zeros, and empty ones are none. */
struct wanted {
    const uint8_t *area, *strings;
    size_t area_size, strings_size;
    uint8_t type;
    uint16_t handle;
};

static bool next_wanted(const uint8_t **data, size_t *size, struct wanted *wanted)
{
    if (*size == 0)
        return false;
    wanted->type = (uint8_t)fuzz_choice(data, size, UINT8_MAX + 1);
    wanted->handle = (uint16_t)(fuzz_choice(data, size, UINT8_MAX + 1) << 8);
    wanted->handle |= (uint16_t)fuzz_choice(data, size, UINT8_MAX + 1);
    wanted->area_size = fuzz_choice(data, size, UINT8_MAX - HEADER + 1);
    if (wanted->area_size > *size)
        wanted->area_size = *size;
    wanted->area = *data;
    *data += wanted->area_size;
    *size -= wanted->area_size;
    wanted->strings = fuzz_cut(data, size, UINT8_MAX, &wanted->strings_size);
    return true;
}

static const uint8_t *next_string(struct wanted *wanted, size_t *length)
{
    const uint8_t *string = NULL;

    *length = 0;
    while (*length == 0 && wanted->strings_size > 0)
        string = fuzz_cut(&wanted->strings, &wanted->strings_size, 0, length);
    return string;
}

static uint8_t *put(uint8_t *to, const void *bytes, size_t size)
{
    if (size > 0)
        memcpy(to, bytes, size);
    return to + size;
}

static uint8_t *encode(uint8_t *to, struct wanted wanted)
{
    const uint8_t header[HEADER] = {wanted.type, (uint8_t)(HEADER + wanted.area_size),
                                    (uint8_t)wanted.handle, (uint8_t)(wanted.handle >> 8)};
    const uint8_t *string, *none;
    size_t length;

    none = to = put(put(to, header, sizeof header), wanted.area, wanted.area_size);
    while (string = next_string(&wanted, &length), length > 0)
        to = put(put(to, string, length), "", 1);
    return put(to, "\0", to == none ? 2 : 1);
}

static void check_structure(const struct hwident_structure *s, struct wanted wanted)
{
    const uint8_t *string;
    const char *found;
    size_t length, found_length;
    uint8_t number = 1;

    HOLDS(s->type == wanted.type && s->handle == wanted.handle);
    HOLDS(s->length == HEADER + wanted.area_size);
    for (size_t i = 0; i < wanted.area_size; i++) {
        uint64_t value;

        HOLDS(hwident_structure_field(s, HEADER + i, 1, &value) && value == wanted.area[i]);
    }
    while (string = next_string(&wanted, &length), length > 0) {
        HOLDS(hwident_structure_string(s, number, &found, &found_length) == HWIDENT_OK);
        HOLDS(found_length == length && memcmp(found, string, length) == 0);
        if (number++ == UINT8_MAX)
            return;
    }
    HOLDS(hwident_structure_string(s, number, &found, &found_length) == HWIDENT_E_BAD_INDEX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* A byte of input asks for no more than a header and two zeros. */
    uint8_t *bytes = malloc(size * (HEADER + 2) + 1), *end = bytes;
    const uint8_t *rest = data;
    size_t left = size;
    struct hwident_structure s = {0};
    struct hwident_table table;
    struct wanted wanted;

    HOLDS(bytes != NULL);
    while (next_wanted(&rest, &left, &wanted))
        end = encode(end, wanted);
    hwident_table_init(&table, bytes, (size_t)(end - bytes), NULL);
    while (next_wanted(&data, &size, &wanted)) {
        HOLDS(hwident_table_next(&table, &s) == 1);
        check_structure(&s, wanted);
    }
    HOLDS(hwident_table_next(&table, &s) == 0);
    free(bytes);
    return 0;
}
