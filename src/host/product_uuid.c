/*
 * Comparing the kernel's product_uuid with the table.
 * SPDX-License-Identifier: MIT
 */
#include "host/product_uuid.h"

#include "host/file.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PRODUCT_UUID "/sys/class/dmi/id/product_uuid"

/* Reads the attribute's one line; false if it can't be read. */
static bool read_attribute(char text[64])
{
    int fd = open(PRODUCT_UUID, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    size_t got = 0;
    int err;

    if (fd < 0)
        return false;
    err = file_read(fd, text, 63, 0, &got);
    (void)close(fd);
    text[got] = '\0';
    text[strcspn(text, "\n")] = '\0';
    return err == HWIDENT_OK;
}

static bool same_machine(const char *text, const uint8_t in_table[16])
{
    uint8_t shown[16], stored[16];

    if (hwident_uuid_parse(text, shown, NULL) != HWIDENT_OK)
        return false;
    memcpy(stored, in_table, sizeof stored);
    hwident_uuid_canonical(shown);
    hwident_uuid_canonical(stored);
    return memcmp(shown, stored, sizeof shown) == 0;
}

int product_uuid_check(const struct source *source, struct diagnosis *d)
{
    uint8_t uuid[16];
    char text[64];
    int err;

    if (source->provenance != HWIDENT_PROVENANCE_KERNEL || source->ignore_product_uuid)
        return HWIDENT_OK;
    err = hwident_table_uuid(&source->table, uuid);
    if (err && err != HWIDENT_E_UUID_ZERO && err != HWIDENT_E_UUID_ONES)
        return HWIDENT_OK;
    if (!read_attribute(text) || same_machine(text, uuid))
        return HWIDENT_OK;
    d->error = HWIDENT_E_MADEUP;
    (void)snprintf(d->cause, sizeof d->cause, "%s: names another machine than the table does",
                   PRODUCT_UUID);
    (void)snprintf(d->remedy, sizeof d->remedy,
                   "somebody mounted a made-up file over it (kind does): unmount it");
    return HWIDENT_E_MADEUP;
}
