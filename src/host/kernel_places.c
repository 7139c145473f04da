/*
 * Where the kernel's folder of tables is, and where containers are given it.
 * SPDX-License-Identifier: MIT
 */
#include "host/kernel_places.h"

const char *const kernel_places[KERNEL_PLACES] = {
    KERNEL_TABLES,
    KERNEL_TABLES_ROOTFS,
    "/host" KERNEL_TABLES,
};
