/*
 * The text of a UUID: what is read is written and read again the same, in either byte order.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

static void check_order(const uint8_t uuid[16])
{
    uint8_t canonical[16], swapped[16];

    memcpy(canonical, uuid, sizeof canonical);
    memcpy(swapped, uuid, sizeof swapped);
    hwident_uuid_canonical(canonical);
    hwident_uuid_swap(swapped);
    HOLDS(hwident_uuid_compare(uuid, uuid, HWIDENT_SMBIOS(2, 5)) == HWIDENT_SAME);
    HOLDS(hwident_uuid_compare(swapped, uuid, HWIDENT_SMBIOS(2, 6)) == HWIDENT_SAME);
    HOLDS(hwident_uuid_compare(swapped, uuid, 0) == HWIDENT_SAME);
    hwident_uuid_canonical(swapped);
    HOLDS(memcmp(canonical, swapped, sizeof canonical) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    char written[HWIDENT_UUID_TEXT_SIZE];
    uint8_t uuid[16], again[16];
    size_t where = SIZE_MAX;
    int err = hwident_uuid_parse(text, uuid, &where);

    HOLDS(err == HWIDENT_OK || err == HWIDENT_E_UUID_TEXT);
    HOLDS(where <= strlen(text) && (err || text[where] == '\0'));
    if (!err) {
        hwident_uuid_format(uuid, written);
        HOLDS(strlen(written) == HWIDENT_UUID_TEXT_SIZE - 1);
        HOLDS(!hwident_uuid_parse(written, again, NULL) && memcmp(uuid, again, sizeof uuid) == 0);
        check_order(uuid);
    }
    free(text);
    return 0;
}
