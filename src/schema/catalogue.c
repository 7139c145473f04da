/*
 * The catalogue: the schema of each type.
 * SPDX-License-Identifier: MIT
 */
#include "schema/catalogue.h"

#include "schema/types.h"

static const struct schema *const schemas[] = {
    [0] = &schema_platform_firmware,
    [1] = &schema_system,
    [2] = &schema_base_board,
    [3] = &schema_chassis,
    [4] = &schema_processor,
    [5] = &schema_memory_controller,
    [6] = &schema_memory_module,
    [7] = &schema_cache,
    [8] = &schema_port_connector,
    [9] = &schema_slot,
    [10] = &schema_on_board_devices,
    [11] = &schema_oem_strings,
    [12] = &schema_configuration_options,
    [13] = &schema_language,
    [14] = &schema_group_associations,
    [15] = &schema_event_log,
    [16] = &schema_memory_array,
    [17] = &schema_memory_device,
    [18] = &schema_memory_error_32,
    [19] = &schema_memory_array_address,
    [20] = &schema_memory_device_address,
    [21] = &schema_pointing_device,
    [22] = &schema_battery,
    [23] = &schema_system_reset,
    [24] = &schema_hardware_security,
    [25] = &schema_power_controls,
    [26] = &schema_voltage_probe,
    [27] = &schema_cooling_device,
    [28] = &schema_temperature_probe,
    [29] = &schema_current_probe,
    [30] = &schema_remote_access,
    [31] = &schema_boot_integrity,
    [32] = &schema_system_boot,
    [33] = &schema_memory_error_64,
    [34] = &schema_management_device,
    [35] = &schema_management_component,
    [36] = &schema_management_threshold,
    [37] = &schema_memory_channel,
    [38] = &schema_ipmi,
    [39] = &schema_power_supply,
    [40] = &schema_additional_information,
    [41] = &schema_onboard_device,
    [42] = &schema_host_interface,
    [43] = &schema_tpm,
    [44] = &schema_processor_additional,
    [45] = &schema_firmware_inventory,
    [46] = &schema_string_property,
    [126] = &schema_inactive,
    [127] = &schema_end_of_table,
};

const struct schema *schema_of(uint8_t type)
{
    return type < sizeof schemas / sizeof schemas[0] ? schemas[type] : NULL;
}

const struct schema *schema_find(const struct hwident_structure *structure, enum vendor vendor)
{
    const struct schema *schema = schema_of(structure->type);

    for (size_t i = 0; !schema && schema_of_vendor(vendor, i); i++) {
        const struct schema *own = schema_of_vendor(vendor, i);

        if (own->type == structure->type && (!own->is || own->is(structure)))
            schema = own;
    }
    return schema;
}
