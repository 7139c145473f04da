/*
 * Where the kernel's folder of tables is, and where containers are given it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_KERNEL_PLACES_H
#define HWIDENT_HOST_KERNEL_PLACES_H

#define TABLES_IN_SYS        "/firmware/dmi/tables"
#define KERNEL_TABLES        "/sys" TABLES_IN_SYS
#define KERNEL_TABLES_ROOTFS "/rootfs" KERNEL_TABLES

/* The option that mounts the tables into a container at a path that the engine doesn't mask. */
#define KERNEL_TABLES_MOUNT "-v " KERNEL_TABLES ":" KERNEL_TABLES_ROOTFS

enum { KERNEL_PLACES = 3 };

/* In the order in which they are read: the kernel's own folder comes first. */
extern const char *const kernel_places[KERNEL_PLACES];

#endif
