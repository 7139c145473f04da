/*
 * Battery, power supply, cooling and probes: types 22, 25 to 29 and 39.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.23 */

const struct schema schema_battery = {22, "Portable Battery"};

/* Section 7.26 */

const struct schema schema_power_controls = {25, "System Power Controls"};

/* Section 7.27 */

const struct schema schema_voltage_probe = {26, "Voltage Probe"};

/* Section 7.28 */

const struct schema schema_cooling_device = {27, "Cooling Device"};

/* Section 7.29 */

const struct schema schema_temperature_probe = {28, "Temperature Probe"};

/* Section 7.30 */

const struct schema schema_current_probe = {29, "Electrical Current Probe"};

/* Section 7.40 */

const struct schema schema_power_supply = {39, "System Power Supply"};
