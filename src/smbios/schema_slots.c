/*
 * Connectors, slots, devices of the older kinds: types 8 to 10 and 21.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.9 */

const struct schema schema_port_connector = {8, "Port Connector Information"};

/* Section 7.10 */

const struct schema schema_slot = {9, "System Slot Information"};

/* Section 7.11 */

const struct schema schema_on_board_devices = {10, "On Board Device Information"};

/* Section 7.22 */

const struct schema schema_pointing_device = {21, "Built-in Pointing Device"};
