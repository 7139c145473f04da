/*
 * Comparing the kernel's product_uuid with the table: tools that fake one often forget the other.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_PRODUCT_UUID_H
#define HWIDENT_HOST_PRODUCT_UUID_H

#include "host/source.h"

/*
 * Compares /sys/class/dmi/id/product_uuid, if it can be read, with the table's UUID in canonical
 * form. HWIDENT_E_MADEUP with `*d` filled in if they differ. It is not an error if there is nothing
 * to compare, if the tables are not the kernel's, or if the source was told to ignore the file.
 */
int product_uuid_check(const struct source *source, struct diagnosis *d);

#endif
