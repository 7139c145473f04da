/*
 * A dump read from any file of up to 16 MiB and the 32 bytes before them, and written again.
 * SPDX-License-Identifier: MIT
 */
#include "any.h"

#include "host/dump_file.h"
#include "smbios/structure.h"

#include <string.h>

static struct source source;

/*@ requires readable(file, size); */
static void any_dump(const uint8_t *file, size_t size)
{
    uint8_t header[DUMP_HEADER];
    struct hwident_entry_point *ep = &source.entry_point;
    size_t table_size;

    source.entry_size = size < sizeof source.entry_bytes ? size : sizeof source.entry_bytes;
    memcpy(source.entry_bytes, file, source.entry_size);
    if (hwident_entry_point_parse(source.entry_bytes, source.entry_size, ep) != HWIDENT_OK)
        return;
    dump_header(&source, header);
    if (dump_table_size(ep, size, &table_size) == HWIDENT_OK)
        hwident_table_init(&source.table, file + ep->table_address, table_size, ep);
}

int main(void)
{
    ANY_BYTES(file, HWIDENT_TABLE_MAX_64 + DUMP_HEADER);

    any_dump((const uint8_t *)file, file_size);
    return 0;
}
