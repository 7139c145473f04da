/*
 * The entry point: which table there is, and of which version (section 5.2).
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "smbios/bytes.h"

/* Sections 5.2.1 and 5.2.2; 0x1E is in the text of 2.1 and found in real firmware. */
enum { SM_LENGTH_MIN = 0x1E, SM3_LENGTH_MIN = 0x18, DMI_LENGTH = 0x0F, SM_DMI_PART = 0x10 };

/*@ requires readable(bytes, size);
    assigns \nothing; */
static bool sums_to_zero(const uint8_t *bytes, size_t size, size_t offset, size_t length)
{
    uint8_t sum = 0;

    /*@ loop invariant 0 <= i <= length;
        loop assigns i, sum;
        loop variant length - i; */
    for (size_t i = 0; i < length; i++)
        sum = (uint8_t)(sum + bytes_u8(bytes, size, offset + i));
    return sum == 0;
}

/*@ requires readable(bytes, size);
    assigns \nothing;
    ensures \result == HWIDENT_OK ==> length <= HWIDENT_ENTRY_POINT_MAX; */
static int check(const uint8_t *bytes, size_t size, size_t length, size_t length_min)
{
    if (length < length_min || length > HWIDENT_ENTRY_POINT_MAX || length > size)
        return HWIDENT_E_ENTRY_LENGTH;
    return sums_to_zero(bytes, size, 0, length) ? HWIDENT_OK : HWIDENT_E_CHECKSUM;
}

/* Corrects versions that firmware got wrong, as kernels and dmidecode do. */
/*@ assigns \nothing; */
static uint32_t repair(uint32_t version)
{
    switch (version) {
    case HWIDENT_SMBIOS(2, 31):
    case HWIDENT_SMBIOS(2, 33):
        return HWIDENT_SMBIOS(2, 3);
    case HWIDENT_SMBIOS(2, 51):
        return HWIDENT_SMBIOS(2, 6);
    default:
        return version;
    }
}

/*
 * The "_DMI_" part is the same alone and inside "_SM_". Its last byte, the BCD version, lies beyond
 * an "_SM_" that states a length of 0x1E. If the file ends there, the part's checksum can't be
 * computed, and that of the whole has to be enough.
 */
/*@ requires readable(bytes, size);
    requires \valid(ep) && \separated(ep, bytes + (0 .. size - 1));
    assigns ep->table_length, ep->table_address, ep->structure_count; */
static int read_dmi_part(const uint8_t *bytes, size_t size, size_t at,
                         struct hwident_entry_point *ep)
{
    if (bytes_hold(size, at, DMI_LENGTH) && !sums_to_zero(bytes, size, at, DMI_LENGTH))
        return HWIDENT_E_CHECKSUM;
    ep->table_length = (uint32_t)bytes_le(bytes, size, at + 0x06, 2);
    ep->table_address = bytes_le(bytes, size, at + 0x08, 4);
    ep->structure_count = (uint16_t)bytes_le(bytes, size, at + 0x0C, 2);
    return HWIDENT_OK;
}

/*@ requires readable(bytes, size);
    requires \valid(ep) && \separated(ep, bytes + (0 .. size - 1));
    assigns *ep;
    ensures \result == HWIDENT_OK ==> ep->length <= HWIDENT_ENTRY_POINT_MAX; */
static int read_sm(const uint8_t *bytes, size_t size, struct hwident_entry_point *ep)
{
    int err;

    ep->anchor = HWIDENT_ANCHOR_SM;
    ep->length = bytes_u8(bytes, size, 0x05);
    err = check(bytes, size, ep->length, SM_LENGTH_MIN);
    if (err)
        return err;
    if (!bytes_are(bytes, size, SM_DMI_PART, "_DMI_"))
        return HWIDENT_E_ANCHOR;
    ep->version_stated = HWIDENT_SMBIOS(bytes_u8(bytes, size, 0x06), bytes_u8(bytes, size, 0x07));
    ep->version = repair(ep->version_stated);
    ep->structure_max = (uint16_t)bytes_le(bytes, size, 0x08, 2);
    return read_dmi_part(bytes, size, SM_DMI_PART, ep);
}

/*@ requires readable(bytes, size);
    requires \valid(ep) && \separated(ep, bytes + (0 .. size - 1));
    assigns *ep;
    ensures \result == HWIDENT_OK ==> ep->length <= HWIDENT_ENTRY_POINT_MAX; */
static int read_sm3(const uint8_t *bytes, size_t size, struct hwident_entry_point *ep)
{
    int err;

    ep->anchor = HWIDENT_ANCHOR_SM3;
    ep->length = bytes_u8(bytes, size, 0x06);
    err = check(bytes, size, ep->length, SM3_LENGTH_MIN);
    if (err)
        return err;
    ep->version_stated = HWIDENT_SMBIOS(bytes_u8(bytes, size, 0x07), bytes_u8(bytes, size, 0x08)) |
                         bytes_u8(bytes, size, 0x09);
    ep->version = ep->version_stated;
    ep->table_length = (uint32_t)bytes_le(bytes, size, 0x0C, 4);
    ep->table_address = bytes_le(bytes, size, 0x10, 8);
    return HWIDENT_OK;
}

/*@ requires readable(bytes, size);
    requires \valid(ep) && \separated(ep, bytes + (0 .. size - 1));
    assigns *ep;
    ensures \result == HWIDENT_OK ==> ep->length <= HWIDENT_ENTRY_POINT_MAX; */
static int read_dmi(const uint8_t *bytes, size_t size, struct hwident_entry_point *ep)
{
    uint8_t bcd = bytes_u8(bytes, size, 0x0E);

    ep->anchor = HWIDENT_ANCHOR_DMI;
    ep->length = DMI_LENGTH;
    if (size < DMI_LENGTH)
        return HWIDENT_E_ENTRY_LENGTH;
    ep->version_stated = HWIDENT_SMBIOS(bcd >> 4, bcd & 0x0F);
    ep->version = ep->version_stated;
    return read_dmi_part(bytes, size, 0, ep);
}

/*@ requires readable((uint8_t *)bytes, size);
    requires \valid(ep);
    assigns *ep;
    ensures \result == HWIDENT_OK ==> ep->length <= HWIDENT_ENTRY_POINT_MAX; */
int hwident_entry_point_parse(const void *bytes, size_t size, struct hwident_entry_point *ep)
{
    struct hwident_entry_point found = {0};
    int err = HWIDENT_E_ANCHOR;

    if (bytes_are(bytes, size, 0, "_SM3_"))
        err = read_sm3(bytes, size, &found);
    else if (bytes_are(bytes, size, 0, "_SM_"))
        err = read_sm(bytes, size, &found);
    else if (bytes_are(bytes, size, 0, "_DMI_"))
        err = read_dmi(bytes, size, &found);
    *ep = found;
    return err;
}
