/*
 * Evidence of the byte order in which a UUID was written: it is shown, but decoding ignores it.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/uuid_text.h"
#include "smbios/structure.h"

#include <string.h>

enum { UUID_SIZE = 16 };

/* VMware's serial number repeats the UUID's bytes in the order they are stored. */
/*@ requires table_whole(table) && readable(uuid, UUID_SIZE);
    assigns \nothing; */
static bool vmware_serial(const struct hwident_table *table, const uint8_t uuid[UUID_SIZE])
{
    uint8_t repeated[UUID_SIZE] = {0};
    struct hwident_component serial;

    return !hwident_component_read(table, 's', 0, &serial) &&
           bytes_are(serial.value, serial.size, 0, "VMware") && uuid_of_text(&serial, repeated) &&
           bytes_equal(repeated, uuid, UUID_SIZE);
}

/* Amazon's UUIDs begin with the letters "ec2". */
static bool ec2(const uint8_t uuid[UUID_SIZE])
{
    return uuid[0] == 0xEC && uuid[1] >> 4 == 0x2;
}

/* RFC 9562: the variant's two bits, then a version that exists. */
static bool version_nibble(const uint8_t uuid[UUID_SIZE])
{
    return uuid[8] >> 6 == 2 && uuid[6] >> 4 >= 1 && uuid[6] >> 4 <= 8;
}

/* Signs that a UUID is in the order in which it was written, the strongest first. */
static const struct {
    const char *evidence;
    bool (*shows)(const uint8_t uuid[UUID_SIZE]);
} signs[] = {
    {"dell-prefix", uuid_is_dell},
    {"ec2-prefix", ec2},
    {"version-nibble", version_nibble},
};

enum hwident_uuid_order hwident_table_uuid_order(const struct hwident_table *table,
                                                 const char **evidence)
{
    uint8_t stored[UUID_SIZE], swapped[UUID_SIZE];

    *evidence = NULL;
    if (hwident_table_uuid(table, stored))
        return HWIDENT_UUID_SPEC;
    memcpy(swapped, stored, UUID_SIZE);
    hwident_uuid_swap(swapped);
    *evidence = "vmware-serial";
    if (vmware_serial(table, stored))
        return HWIDENT_UUID_BE;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        bool be = signs[i].shows(stored), le = signs[i].shows(swapped);

        *evidence = signs[i].evidence;
        if (be != le)
            return be ? HWIDENT_UUID_BE : HWIDENT_UUID_LE;
    }
    *evidence = NULL;
    return HWIDENT_UUID_SPEC;
}
