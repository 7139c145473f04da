/*
 * Firmware and system: types 0, 1 and 43, and the markers 126 and 127.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.1 */

const struct schema schema_platform_firmware = {0, "Platform Firmware Information"};

/* Section 7.2 */

const struct schema schema_system = {1, "System Information"};

/* Section 7.44 */

const struct schema schema_tpm = {43, "TPM Device"};

/* Section 7.127 */

const struct schema schema_inactive = {126, "Inactive", .marker = true};

/* Section 7.128 */

const struct schema schema_end_of_table = {127, "End Of Table", .marker = true};
