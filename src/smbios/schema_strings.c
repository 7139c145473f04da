/*
 * What the firmware says in strings and lists: types 11 to 15.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.12 */

const struct schema schema_oem_strings = {11, "OEM Strings"};

/* Section 7.13 */

const struct schema schema_configuration_options = {12, "System Configuration Options"};

/* Section 7.14 */

const struct schema schema_language = {13, "Firmware Language Information"};

/* Section 7.15 */

const struct schema schema_group_associations = {14, "Group Associations"};

/* Section 7.16 */

const struct schema schema_event_log = {15, "System Event Log"};
