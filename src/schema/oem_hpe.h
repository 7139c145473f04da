/*
 * What the files about HP's and HPE's servers share. Facts that dmidecode's output does not show
 * are OpenDMI's.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_OEM_HPE_H
#define HWIDENT_SCHEMA_OEM_HPE_H

#include "schema/types.h"

/* The title, which begins with the name that the maker had at that time. */
#define BRANDED(words) .title = "HP " words, .hpe = "HPE " words
/* The same where dmidecode 3.6 has different words. */
#define BRANDED_OLDER(words, was) BRANDED(words), .older = "HP " was, .hpe_older = "HPE " was

/* oem_hpe_server.c */
extern const struct schema schema_hpe_super_io, schema_hpe_server_id, schema_hpe_rack,
    schema_hpe_features, schema_hpe_trusted_module, schema_hpe_physical, schema_hpe_power;
/* oem_hpe_processor.c */
extern const struct schema schema_hpe_processor, schema_hpe_microcode, schema_hpe_thermal_control;
/* oem_hpe_memory.c */
extern const struct schema schema_hpe_dimm_location, schema_hpe_dimm_location_gen12,
    schema_hpe_dimm_attributes, schema_hpe_dimm_vendor, schema_hpe_dimm_configuration;
/* oem_hpe_devices.c */
extern const struct schema schema_hpe_device, schema_hpe_riser, schema_hpe_mhs_riser,
    schema_hpe_other_board;
/* oem_hpe_storage.c */
extern const struct schema schema_hpe_backplane, schema_hpe_backplane_gen10_plus, schema_hpe_drive;
/* oem_hpe_network.c */
extern const struct schema schema_hpe_pxe_nics, schema_hpe_iscsi_nics, schema_hpe_nic;
/* oem_hpe_usb.c */
extern const struct schema schema_hpe_usb_port, schema_hpe_usb_device;
/* oem_hpe_firmware.c */
extern const struct schema schema_hpe_other_rom, schema_hpe_other_rom_gen12, schema_hpe_cru,
    schema_hpe_reserved_memory, schema_hpe_inventory;
/* oem_hpe_version.c */
extern const struct schema schema_hpe_version_gen8, schema_hpe_version_gen9, schema_hpe_version;

/* ---- oem_hpe_values.c: functions that rows of several files use ------------------------------ */

/* Whether the contents of a memory module or a drive are encrypted. */
extern const char *const hpe_encryption[4];

/* Appends bus, device and function: "03:00.1". */
void line_pci(struct line *line, uint64_t bus, uint64_t device);

/* A row's function: a byte for the bus, one for device and function. */
void decode_pci(const struct decoding *d);

/* A row's function: a number, in text without leading zeros. */
void decode_short_hex(const struct decoding *d);

/* A group: the row's bits as a number, with the text `text`, and `rows` for what the bits mean. */
void emit_bits(const struct decoding *d, const char *text, const struct field *rows, size_t count);

#endif
