/*
 * The structure types that the catalogue knows.
 * SPDX-License-Identifier: MIT
 *
 * To add a type: write its rows in the file of its subject (type_*.c), in rising order of
 * offset as far as dmidecode prints them in that order, each enumeration above them as
 * `static const char *const x[] = {[0x01] = "Other", ...};` for a row to use as NAMES(x); name
 * the rows in a `const struct schema schema_x = {type, title, ROWS(rows)}`, declare that below
 * and enter it in decode.c's array.
 * What a row cannot say is a function in the row (FIELD_CUSTOM): it emits the same values
 * through the emit_* calls; a part that repeats has rows of its own, for schema_rows().
 */
#ifndef HWIDENT_SCHEMA_TYPES_H
#define HWIDENT_SCHEMA_TYPES_H

#include "schema/decode.h"
#include "schema/emit.h"

/* type_system.c */
extern const struct schema schema_platform_firmware, schema_system, schema_tpm, schema_inactive,
    schema_end_of_table;
/* type_strings.c */
extern const struct schema schema_oem_strings, schema_configuration_options, schema_language,
    schema_group_associations;
/* type_event_log.c */
extern const struct schema schema_event_log;
/* type_board.c */
extern const struct schema schema_base_board, schema_chassis;
/* type_processor.c */
extern const struct schema schema_processor, schema_cache, schema_processor_additional;
/* type_memory.c */
extern const struct schema schema_memory_controller, schema_memory_module, schema_memory_array,
    schema_memory_device, schema_memory_error_32, schema_memory_array_address,
    schema_memory_device_address, schema_memory_error_64, schema_memory_channel;
/* type_ports.c */
extern const struct schema schema_port_connector, schema_on_board_devices, schema_pointing_device,
    schema_onboard_device;
/* type_slots.c */
extern const struct schema schema_slot;
/* type_power.c */
extern const struct schema schema_battery, schema_power_controls, schema_power_supply;
/* type_sensors.c */
extern const struct schema schema_voltage_probe, schema_cooling_device, schema_temperature_probe,
    schema_current_probe;
/* type_boot.c */
extern const struct schema schema_system_reset, schema_hardware_security, schema_remote_access,
    schema_boot_integrity, schema_system_boot;
/* type_management.c */
extern const struct schema schema_management_device, schema_management_component,
    schema_management_threshold, schema_ipmi;
/* type_host_interface.c */
extern const struct schema schema_host_interface;
/* oem_*.c */
extern const struct schemas schemas_acer, schemas_dell, schemas_lenovo, schemas_hpe_g6,
    schemas_hpe_gen8, schemas_hpe_gen9, schemas_hpe_gen10, schemas_hpe_gen10_plus,
    schemas_hpe_gen11, schemas_hpe_gen12;
/* type_inventory.c */
extern const struct schema schema_additional_information, schema_firmware_inventory,
    schema_string_property;

#endif
