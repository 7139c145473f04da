/*
 * HP's and HPE's servers (ProLiant and its kin): which structures each generation has.
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

#define OF_ALL_GENERATIONS                                                                         \
    &schema_hpe_super_io, &schema_hpe_server_id, &schema_hpe_processor, &schema_hpe_rack,          \
        &schema_hpe_pxe_nics, &schema_hpe_thermal_control, &schema_hpe_features,                   \
        &schema_hpe_trusted_module, &schema_hpe_physical, &schema_hpe_reserved_memory,             \
        &schema_hpe_power, &schema_hpe_nic, &schema_hpe_inventory, &schema_hpe_dimm_configuration, \
        &schema_hpe_riser, &schema_hpe_mhs_riser, &schema_hpe_other_board

/* Older generations use these types for other things. */
#define SINCE_GEN9                                                                                 \
    OF_ALL_GENERATIONS, &schema_hpe_microcode, &schema_hpe_device, &schema_hpe_dimm_attributes,    \
        &schema_hpe_dimm_vendor, &schema_hpe_usb_port, &schema_hpe_usb_device

#define GEN9_TO_GEN11  SINCE_GEN9, &schema_hpe_other_rom, &schema_hpe_dimm_location
#define GEN10_TO_GEN11 GEN9_TO_GEN11, &schema_hpe_version, &schema_hpe_drive

static const struct schema *const g6[] = {OF_ALL_GENERATIONS, &schema_hpe_cru,
                                          &schema_hpe_iscsi_nics, &schema_hpe_backplane};
static const struct schema *const gen8[] = {OF_ALL_GENERATIONS, &schema_hpe_cru,
                                            &schema_hpe_version_gen8, &schema_hpe_backplane};
static const struct schema *const gen9[] = {GEN9_TO_GEN11, &schema_hpe_version_gen9,
                                            &schema_hpe_backplane};
static const struct schema *const gen10[] = {GEN10_TO_GEN11, &schema_hpe_backplane};
static const struct schema *const gen10_plus[] = {GEN10_TO_GEN11, &schema_hpe_backplane_gen10_plus};
static const struct schema *const gen11[] = {GEN10_TO_GEN11};
static const struct schema *const gen12[] = {SINCE_GEN9, &schema_hpe_version, &schema_hpe_drive,
                                             &schema_hpe_other_rom_gen12,
                                             &schema_hpe_dimm_location_gen12};

const struct schemas schemas_hpe_g6 = SCHEMAS(g6);
const struct schemas schemas_hpe_gen8 = SCHEMAS(gen8);
const struct schemas schemas_hpe_gen9 = SCHEMAS(gen9);
const struct schemas schemas_hpe_gen10 = SCHEMAS(gen10);
const struct schemas schemas_hpe_gen10_plus = SCHEMAS(gen10_plus);
const struct schemas schemas_hpe_gen11 = SCHEMAS(gen11);
const struct schemas schemas_hpe_gen12 = SCHEMAS(gen12);
