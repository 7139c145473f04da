#include "smbios/schema.h"
const struct schema *const schemas_hp[] = {NULL};
const struct schema *const schemas_hp_gen9[] = {NULL};
