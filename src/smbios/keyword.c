/*
 * Values by name, read with plain accessors: no table engine under the identity path.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/keyword.h"

#include "smbios/family.h"
#include "smbios/line.h"
#include "smbios/names.h"
#include "smbios/structure.h"

#include <string.h>

/* In dmidecode's order; offsets of sections 7.1 to 7.5. */
static const struct keyword keywords[] = {
    {"bios-vendor", "bios_vendor", 0, 0x04, KEYWORD_STRING},
    {"bios-version", "bios_version", 0, 0x05, KEYWORD_STRING},
    {"bios-release-date", "bios_date", 0, 0x08, KEYWORD_STRING},
    {"bios-revision", "bios_release", 0, 0x14, KEYWORD_RELEASE},
    {"firmware-revision", "ec_firmware_release", 0, 0x16, KEYWORD_RELEASE},
    {"system-manufacturer", "sys_vendor", 1, 0x04, KEYWORD_STRING},
    {"system-product-name", "product_name", 1, 0x05, KEYWORD_STRING},
    {"system-version", "product_version", 1, 0x06, KEYWORD_STRING},
    {"system-serial-number", "product_serial", 1, 0x07, KEYWORD_STRING},
    {"system-uuid", "product_uuid", 1, 0x08, KEYWORD_UUID},
    {"system-sku-number", "product_sku", 1, 0x19, KEYWORD_STRING},
    {"system-family", "product_family", 1, 0x1A, KEYWORD_STRING},
    {"baseboard-manufacturer", "board_vendor", 2, 0x04, KEYWORD_STRING},
    {"baseboard-product-name", "board_name", 2, 0x05, KEYWORD_STRING},
    {"baseboard-version", "board_version", 2, 0x06, KEYWORD_STRING},
    {"baseboard-serial-number", "board_serial", 2, 0x07, KEYWORD_STRING},
    {"baseboard-asset-tag", "board_asset_tag", 2, 0x08, KEYWORD_STRING},
    {"chassis-manufacturer", "chassis_vendor", 3, 0x04, KEYWORD_STRING},
    {"chassis-type", "chassis_type", 3, 0x05, KEYWORD_CHASSIS},
    {"chassis-version", "chassis_version", 3, 0x06, KEYWORD_STRING},
    {"chassis-serial-number", "chassis_serial", 3, 0x07, KEYWORD_STRING},
    {"chassis-asset-tag", "chassis_asset_tag", 3, 0x08, KEYWORD_STRING},
    {"processor-family", NULL, 4, 0x06, KEYWORD_FAMILY},
    {"processor-manufacturer", NULL, 4, 0x07, KEYWORD_STRING},
    {"processor-version", NULL, 4, 0x10, KEYWORD_STRING},
    {"processor-frequency", NULL, 4, 0x16, KEYWORD_MHZ},
};

enum { KEYWORDS = sizeof keywords / sizeof keywords[0] };

/*@ assigns \nothing;
    ensures \result == \null || valid_read_string((char *)\result); */
const char *hwident_keyword(size_t n)
{
    return n < KEYWORDS ? keywords[n].name : NULL;
}

/*@ assigns \nothing;
    ensures \result == \null || valid_read_string((char *)\result); */
const char *hwident_keyword_sysfs(size_t n)
{
    return n < KEYWORDS ? keywords[n].sysfs : NULL;
}

/*@ requires valid_read_string(key);
    assigns \nothing;
    ensures \result == \null || (\valid_read(\result) && valid_read_string(\result->name)); */
const struct keyword *keyword_find(const char *key)
{
    /*@ loop invariant 0 <= i <= KEYWORDS;
        loop assigns i;
        loop variant KEYWORDS - i; */
    for (size_t i = 0; i < KEYWORDS; i++) {
        const struct keyword *k = &keywords[i];

        if (strcmp(key, k->name) == 0 || (k->sysfs && strcmp(key, k->sysfs) == 0))
            return k;
    }
    return NULL;
}

/* Where a value is written, and its size with the closing zero. */
struct room {
    char *text;
    size_t size;
    size_t needed;
};

/*@ predicate room_whole(struct room *room) =
      \valid(room) && \valid(room->text + (0 .. room->size - 1)); */

/* Copies `length` bytes and the closing zero; bytes that are not printable ASCII become '.'. */
/*@ requires readable((uint8_t *)string, length);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int put(const char *string, size_t length, struct room *room)
{
    char *text = room->text;

    room->needed = length + 1;
    if (length >= room->size)
        return HWIDENT_E_BUFFER;
    /*@ loop invariant 0 <= i <= length;
        loop assigns i, text[0 .. length - 1];
        loop variant length - i; */
    for (size_t i = 0; i < length; i++)
        text[i] = line_printable((uint8_t)string[i]);
    text[length] = '\0';
    return HWIDENT_OK;
}

/*@ requires structure_whole(s);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int get_string(const struct hwident_structure *s, size_t offset, struct room *room)
{
    const char *string;
    size_t length;
    int err = hwident_structure_string_at(s, offset, &string, &length);

    return err ? err : put(string, length, room);
}

/*@ requires name == \null || valid_read_string(name);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int put_name(const char *name, struct room *room)
{
    return name ? put(name, strlen(name), room) : HWIDENT_E_UNKNOWN_VALUE;
}

/*@ requires structure_whole(s);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int get_release(const struct hwident_structure *s, size_t offset, struct room *room)
{
    uint64_t major, minor;
    struct line release = {0};

    if (!hwident_structure_field(s, offset, 1, &major) ||
        !hwident_structure_field(s, offset + 1, 1, &minor))
        return HWIDENT_E_SHORT;
    if (major == 0xFF || minor == 0xFF)
        return HWIDENT_E_UNKNOWN_VALUE;
    line_number(&release, major);
    line_char(&release, '.');
    line_number(&release, minor);
    return put(release.text, release.used, room);
}

/* Section 7.4.1; bit 7 says that a lock is present. */
/*@ requires structure_whole(s);
    requires \valid_read(k) && valid_read_string(k->name) && valid_read_string(key);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int get_chassis(const struct hwident_structure *s, const struct keyword *k, const char *key,
                       struct room *room)
{
    const struct names names = {chassis_types, CHASSIS_TYPES};
    uint64_t type;
    struct line number = {0};

    if (!hwident_structure_field(s, k->offset, 1, &type))
        return HWIDENT_E_SHORT;
    type &= 0x7F;
    if (strcmp(key, k->name) != 0) {
        line_number(&number, type);
        return put(number.text, number.used, room);
    }
    return put_name(names_find(&names, type), room);
}

/*@ requires structure_whole(s);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int get_family(const struct hwident_structure *s, struct room *room)
{
    uint64_t code;
    const char *name;

    if (!processor_family(s, &code, &name))
        return HWIDENT_E_SHORT;
    return put_name(name, room);
}

/*@ requires structure_whole(s);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int get_mhz(const struct hwident_structure *s, size_t offset, struct room *room)
{
    uint64_t mhz;
    struct line number = {0};

    if (!hwident_structure_field(s, offset, 2, &mhz))
        return HWIDENT_E_SHORT;
    if (mhz == 0)
        return HWIDENT_E_UNKNOWN_VALUE;
    line_number(&number, mhz);
    line_add(&number, " MHz");
    return put(number.text, number.used, room);
}

/*@ requires table_whole(table);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int get_uuid(const struct hwident_table *table, enum hwident_uuid_order order,
                    struct room *room)
{
    uint8_t uuid[16];
    char digits[HWIDENT_UUID_TEXT_SIZE];
    int err = hwident_table_uuid(table, uuid);

    if (err)
        return err;
    if (order == HWIDENT_UUID_SPEC) {
        if (table->version == 0)
            return HWIDENT_E_VERSION;
        order = table->version >= HWIDENT_SMBIOS(2, 6) ? HWIDENT_UUID_LE : HWIDENT_UUID_BE;
    }
    if (order == HWIDENT_UUID_LE)
        hwident_uuid_swap(uuid);
    hwident_uuid_format(uuid, digits);
    return put(digits, sizeof digits - 1, room);
}

/*@ requires table_whole(table);
    requires valid_read_string(key);
    requires room_whole(room);
    assigns room->needed, room->text[0 .. room->size - 1]; */
static int get(const struct hwident_table *table, const char *key, enum hwident_uuid_order order,
               struct room *room)
{
    const struct keyword *k = keyword_find(key);
    struct hwident_structure s = {0};
    int result;

    if (!k)
        return HWIDENT_E_KEYWORD;
    if (k->kind == KEYWORD_UUID)
        return get_uuid(table, order, room);
    result = hwident_table_find(table, k->type, &s);
    if (result != 1)
        return result < 0 ? result : HWIDENT_E_NO_STRUCTURE;
    switch (k->kind) {
    case KEYWORD_RELEASE:
        return get_release(&s, k->offset, room);
    case KEYWORD_FAMILY:
        return get_family(&s, room);
    case KEYWORD_MHZ:
        return get_mhz(&s, k->offset, room);
    case KEYWORD_CHASSIS:
        return get_chassis(&s, k, key, room);
    case KEYWORD_STRING:
    case KEYWORD_UUID:
        break;
    }
    return get_string(&s, k->offset, room);
}

/*@ requires table_whole(table);
    requires valid_read_string(key);
    requires \valid(text + (0 .. size - 1)) && (needed == \null || \valid(needed));
    assigns text[0 .. size - 1], *needed; */
int hwident_table_get(const struct hwident_table *table, const char *key,
                      /* NOLINTNEXTLINE(readability-non-const-parameter): room writes to it. */
                      enum hwident_uuid_order order, char *text, size_t size, size_t *needed)
{
    struct room room = {text, size, 0};
    int err = get(table, key, order, &room);

    if (needed)
        *needed = room.needed;
    return err;
}
