/*
 * Processors and their caches: types 4, 7 and 44.
 * SPDX-License-Identifier: MIT
 */
#include "smbios/schema.h"

/* Section 7.5 */

const struct schema schema_processor = {4, "Processor Information"};

/* Section 7.8 */

const struct schema schema_cache = {7, "Cache Information"};

/* Section 7.45 */

const struct schema schema_processor_additional = {44, "Processor Additional Information",
                                                   .undecoded = true};
