/*
 * Base board, chassis and the devices on the board: types 2, 3 and 41.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.3 */

const struct schema schema_base_board = {2, "Base Board Information"};

/* Section 7.4 */

const struct schema schema_chassis = {3, "Chassis Information"};

/* Section 7.42 */

const struct schema schema_onboard_device = {41, "Onboard Device"};
