/*
 * Where the kernel's folder of tables is, and where containers are given it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_KERNEL_PLACES_H
#define HWIDENT_HOST_KERNEL_PLACES_H

#define TABLES_IN_SYS        "/firmware/dmi/tables"
#define KERNEL_TABLES        "/sys" TABLES_IN_SYS
#define KERNEL_TABLES_ROOTFS "/rootfs" KERNEL_TABLES

/* What a container's start needs, so that the tables are seen beside the engine's mask. */
#define KERNEL_TABLES_MOUNT "-v " KERNEL_TABLES ":" KERNEL_TABLES_ROOTFS

enum { KERNEL_PLACES = 3 };

/* The kernel's own comes first, as the reader takes them. */
extern const char *const kernel_places[KERNEL_PLACES];

#endif
