/*
 * What the files about HP's and HPE's servers share. Facts that dmidecode's output does not show
 * are OpenDMI's.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_OEM_HPE_H
#define HWIDENT_SCHEMA_OEM_HPE_H

#include "schema/types.h"

/* The title, which begins with the maker's name of the time. */
#define BRANDED(words) .title = "HP " words, .hpe = "HPE " words

/* oem_hpe_devices.c */
extern const struct schema schema_hpe_device, schema_hpe_pxe_nics, schema_hpe_iscsi_nics,
    schema_hpe_nic, schema_hpe_backplane, schema_hpe_dimm, schema_hpe_usb_port;
/* oem_hpe_firmware.c */
extern const struct schema schema_hpe_microcode, schema_hpe_cru, schema_hpe_version,
    schema_hpe_reserved_memory, schema_hpe_inventory;

#endif
