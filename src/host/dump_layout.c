/*
 * The layout of a dump: arithmetic on its entry point, no I/O.
 * SPDX-License-Identifier: MIT
 */
#include "host/dump_file.h"

#include "smbios/bytes.h"

#include <string.h>

/*@ requires \valid_read(ep) && \valid(size) && \separated(size, ep);
    assigns *size;
    ensures \result == HWIDENT_OK ==>
            0 < *size <= HWIDENT_TABLE_MAX_64 && ep->table_address + *size <= file_size;
    ensures \result == HWIDENT_OK ==> ep->length <= ep->table_address; */
int dump_table_size(const struct hwident_entry_point *ep, size_t file_size, size_t *size)
{
    size_t max = ep->anchor == HWIDENT_ANCHOR_SM3 ? HWIDENT_TABLE_MAX_64 : HWIDENT_TABLE_MAX_32;

    *size = 0;
    if (ep->table_address < ep->length || ep->table_address >= file_size)
        return HWIDENT_E_DUMP;
    *size = file_size - (size_t)ep->table_address;
    if (*size > ep->table_length)
        *size = ep->table_length;
    if (*size == 0)
        return HWIDENT_E_EMPTY;
    return *size <= max ? HWIDENT_OK : HWIDENT_E_BOUND;
}

/* Sets the byte at `at` so that `length` bytes from `begin` add up to zero. */
/*@ requires \valid(header + (0 .. DUMP_HEADER - 1));
    requires begin + length <= DUMP_HEADER && at < DUMP_HEADER;
    assigns header[0 .. DUMP_HEADER - 1]; */
static void mend_checksum(uint8_t header[DUMP_HEADER], size_t begin, size_t length, size_t at)
{
    uint8_t sum = 0;

    header[at] = 0;
    /*@ loop invariant begin <= i <= begin + length;
        loop assigns i, sum;
        loop variant begin + length - i; */
    for (size_t i = begin; i < begin + length; i++)
        sum = (uint8_t)(sum + header[i]);
    header[at] = (uint8_t)-sum;
}

/* Writes DUMP_HEADER at `at` as the table's address, `width` bytes wide. */
/*@ requires \valid(header + (0 .. DUMP_HEADER - 1));
    requires 0 < width && at + width <= DUMP_HEADER;
    assigns header[0 .. DUMP_HEADER - 1]; */
static void set_address(uint8_t header[DUMP_HEADER], size_t at, size_t width)
{
    memset(header + at, 0, width);
    header[at] = DUMP_HEADER;
}

/*@ requires \valid_read(source) && \valid(header + (0 .. DUMP_HEADER - 1));
    requires \separated(source, header + (0 .. DUMP_HEADER - 1));
    requires source->entry_size <= DUMP_HEADER && source->entry_point.length <= DUMP_HEADER;
    assigns header[0 .. DUMP_HEADER - 1]; */
void dump_header(const struct source *source, uint8_t header[DUMP_HEADER])
{
    const struct hwident_entry_point *ep = &source->entry_point;

    memset(header, 0, DUMP_HEADER);
    memcpy(header, source->entry_bytes, source->entry_size);
    switch (ep->anchor) {
    case HWIDENT_ANCHOR_SM3:
        set_address(header, 0x10, 8);
        mend_checksum(header, 0, ep->length, 0x05);
        break;
    case HWIDENT_ANCHOR_SM:
        set_address(header, 0x18, 4);
        mend_checksum(header, 0x10, 0x0F, 0x15);
        mend_checksum(header, 0, ep->length, 0x04);
        break;
    case HWIDENT_ANCHOR_DMI:
        set_address(header, 0x08, 4);
        mend_checksum(header, 0, 0x0F, 0x05);
        break;
    }
}
