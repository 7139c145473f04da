/*
 * The strings of any structure, and which of them its fields refer to. The code treats a value of
 * each schema alike, so one is enough: that of type 11, which refers to as many as possible.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "schema/catalogue.h"
#include "schema/references.h"

int main(void)
{
    static struct references references;
    enum { OEM_STRINGS = 11 };
    ANY_BYTES(bytes, HWIDENT_TABLE_MAX_64);
    struct hwident_table table = {.bytes = (const uint8_t *)bytes,
                                  .size = bytes_size,
                                  .version = Frama_C_unsigned_int_interval(0, UINT32_MAX)};
    struct hwident_structure s = {.bytes = (const uint8_t *)bytes,
                                  .size = bytes_size,
                                  .type = OEM_STRINGS,
                                  .length = Frama_C_unsigned_char_interval(0, UINT8_MAX)};

    references_read(schema_of(OEM_STRINGS), &table, &s, &references);
    return 0;
}
