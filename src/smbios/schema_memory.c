/*
 * Memory: types 5, 6, 16 to 20, 33 and 37.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.6 */

const struct schema schema_memory_controller = {5, "Memory Controller Information"};

/* Section 7.7 */

const struct schema schema_memory_module = {6, "Memory Module Information"};

/* Section 7.17 */

const struct schema schema_memory_array = {16, "Physical Memory Array"};

/* Section 7.18 */

const struct schema schema_memory_device = {17, "Memory Device"};

/* Section 7.19 */

const struct schema schema_memory_error_32 = {18, "32-bit Memory Error Information"};

/* Section 7.20 */

const struct schema schema_memory_array_address = {19, "Memory Array Mapped Address"};

/* Section 7.21 */

const struct schema schema_memory_device_address = {20, "Memory Device Mapped Address"};

/* Section 7.34 */

const struct schema schema_memory_error_64 = {33, "64-bit Memory Error Information"};

/* Section 7.38 */

const struct schema schema_memory_channel = {37, "Memory Channel"};
