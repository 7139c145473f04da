/*
 * Management of the machine: types 23, 24, 30 to 32, 34 to 36, 38, 40, 42, 45 and 46.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.24 */

const struct schema schema_system_reset = {23, "System Reset"};

/* Section 7.25 */

const struct schema schema_hardware_security = {24, "Hardware Security"};

/* Section 7.31 */

const struct schema schema_remote_access = {30, "Out-of-band Remote Access"};

/* Section 7.32 */

const struct schema schema_boot_integrity = {31, "Boot Integrity Services Entry Point"};

/* Section 7.33 */

const struct schema schema_system_boot = {32, "System Boot Information"};

/* Section 7.35 */

const struct schema schema_management_device = {34, "Management Device"};

/* Section 7.36 */

const struct schema schema_management_component = {35, "Management Device Component"};

/* Section 7.37 */

const struct schema schema_management_threshold = {36, "Management Device Threshold Data"};

/* Section 7.39 */

const struct schema schema_ipmi = {38, "IPMI Device Information"};

/* Section 7.41 */

const struct schema schema_additional_information = {40, "Additional Information", .repeats = true};

/* Section 7.43 */

const struct schema schema_host_interface = {42, "Management Controller Host Interface"};

/* Section 7.46 */

const struct schema schema_firmware_inventory = {45, "Firmware Inventory Information"};

/* Section 7.47 */

const struct schema schema_string_property = {46, "String Property Information", .undecoded = true};
