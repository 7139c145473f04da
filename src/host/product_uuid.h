/*
 * The kernel's product_uuid beside the table: tools that make up the one forget the other.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_PRODUCT_UUID_H
#define HWIDENT_HOST_PRODUCT_UUID_H

#include "host/source.h"

/*
 * Compares /sys/class/dmi/id/product_uuid, where it can be read, with the table's UUID in canonical
 * form. HWIDENT_E_MADEUP with `*d` filled where they differ; nothing to compare is no error, nor
 * are tables that are not the kernel's, nor is a source that was told to ignore it.
 */
int product_uuid_check(const struct source *source, struct diagnosis *d);

#endif
