/*
 * Structures of vendors: which vendor's they are, and their fields at lengths that are wrong by one.
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

/* ---- Whose ------------------------------------------------------------------------------------- */

static const struct {
    const char *manufacturer, *product;
    enum vendor vendor;
} machines[] = {
    {"Dell Inc.", "Tower", VENDOR_DELL},
    {"Dell Inc.     ", "Tower", VENDOR_DELL},
    {"Dell Computer Corporation", "Tower", VENDOR_DELL},
    {"Dell Inc", "Tower", VENDOR_OTHER},
    {"Dell Inc. X", "Tower", VENDOR_OTHER},
    {"dell inc.", "Tower", VENDOR_OTHER},
    {"Acer", "Laptop", VENDOR_ACER},
    {"LENOVO", "Laptop", VENDOR_LENOVO},
    {"Lenovo", "Laptop", VENDOR_OTHER},
    {"IBM", "Laptop", VENDOR_LENOVO},
    {"HP", "ProLiant DL385 G1", VENDOR_HP_G6},
    {"HP", "ProLiant DL380 G7", VENDOR_HP_G6},
    {"Hewlett-Packard", "ProLiant DL385p Gen8", VENDOR_HP_GEN8},
    {"HP", "ProLiant DL380 Gen9", VENDOR_HP_GEN9},
    {"HP", "ProLiant DL380 Gen10", VENDOR_HP_GEN10},
    {"HP", "ProLiant DL380 Gen10 Plus", VENDOR_HP_GEN10_PLUS},
    {"HP", "ProLiant DL380 Gen11", VENDOR_HP_GEN11},
    {"HP", "ProLiant DL380 Gen12", VENDOR_HP_GEN12},
    {"HP", "EliteBook Gen9", VENDOR_OTHER},
    {"HPE", "ProLiant", VENDOR_HPE_GEN10},
    {"HPE", "ProLiant G6", VENDOR_HPE_G6},
    {"HPE", "ProLiant Gen8", VENDOR_HPE_GEN8},
    {"HPE", "ProLiant Gen9", VENDOR_HPE_GEN9},
    {"Hewlett Packard Enterprise", "Synergy 480 Gen10", VENDOR_HPE_GEN10},
    {"HPE", "ProLiant DL110 Gen10 Plus", VENDOR_HPE_GEN10_PLUS},
    {"HPE", "ProLiant DL380 Gen11", VENDOR_HPE_GEN11},
    {"HPE", "ProLiant Compute DL380 Gen12", VENDOR_HPE_GEN12},
    {"HPE", "Apollo 4200", VENDOR_HPE_GEN10},
    {"HPE", "Edgeline EL300", VENDOR_HPE_GEN10},
    {"HPE", "proliant", VENDOR_OTHER},
    {"HPE", "ProLian", VENDOR_OTHER},
};

static void the_vendor_is_the_one_that_type_1_names(void **state)
{
    static const uint8_t system[] = {1, 2, 0, 0};

    (void)state;
    for (size_t i = 0; i < sizeof machines / sizeof machines[0]; i++) {
        const char *const strings[] = {machines[i].manufacturer, machines[i].product, NULL};
        struct builder builder = {0};
        struct hwident_table table;

        build_structure(&builder, 1, system, sizeof system, strings);
        table = build_table(&builder, HWIDENT_SMBIOS(2, 7));
        if (schema_vendor(&table) != machines[i].vendor)
            fail_msg("%s, %s", machines[i].manufacturer, machines[i].product);
    }
}

static void without_a_manufacturer_there_is_no_vendor(void **state)
{
    struct builder builder = {0};
    struct hwident_table table = build_table(&builder, HWIDENT_SMBIOS(2, 7));

    (void)state;
    assert_int_equal(schema_vendor(&table), VENDOR_OTHER);
    build_structure(&builder, 1, NULL, 0, NULL);
    table = build_table(&builder, HWIDENT_SMBIOS(2, 7));
    assert_int_equal(schema_vendor(&table), VENDOR_OTHER);
    build_structure(&builder, 1, BYTES(9), NULL);
    table = build_table(&builder, HWIDENT_SMBIOS(2, 7));
    assert_int_equal(schema_vendor(&table), VENDOR_OTHER);
}

static void assert_of(enum vendor vendor, const char *expected, uint8_t type, const void *data,
                      size_t size)
{
    const struct text_options options = {.vendor = vendor};

    assert_text_as(&options, HWIDENT_SMBIOS(2, 7), expected, type, data, size);
}

/* The names of all codes of the row with this key, code by code; '-' stands for those without. */
struct names_of {
    const char *key;
    uint64_t code;
    FILE *out;
    bool gap;
};

static void take_name(void *context, const struct value *value)
{
    struct names_of *names = context;

    if (!value->key || strcmp(value->key, names->key) != 0)
        return;
    if (value->kind == VALUE_ENUM && value->name)
        fprintf(names->out, "%s%02X %s\n", names->gap ? "-\n" : "", (unsigned)names->code,
                value->name);
    names->gap = value->kind != VALUE_ENUM || !value->name;
}

static void assert_names(enum vendor vendor, uint8_t type, size_t offset, size_t length,
                         const char *key, const char *expected)
{
    struct names_of names = {.key = key};
    const struct sink sink = {.take = take_name, .context = &names};
    uint8_t data[256] = {0};
    char *text;
    size_t size;

    names.out = open_memstream(&text, &size);
    assert_non_null(names.out);
    for (; names.code < 256; names.code++) {
        struct built one;

        data[offset - 4] = (uint8_t)names.code;
        build_one(&one, type, data, length - 4, HWIDENT_SMBIOS(2, 7));
        schema_decode(schema_find(&one.structure, vendor), &one.table, &one.structure, &sink);
    }
    fclose(names.out);
    assert_string_equal(text, expected);
    free(text);
}

#define STRINGS "\tStrings:\n\t\tA\n\t\tB\n\t\tC\n\t\tD\n\t\tE\n"

static void another_vendors_type_is_shown_in_bytes(void **state)
{
    (void)state;
    assert_of(VENDOR_OTHER,
              "OEM-specific Type\n\tHeader and Data:\n\t\tB1 08 00 00 02 00 00 00\n" STRINGS, 177,
              BYTES(2, 0, 0, 0));
    assert_of(VENDOR_HP_G6, "OEM-specific Type\n\tHeader and Data:\n\t\tC7 04 00 00\n" STRINGS, 199,
              NULL, 0);
    assert_of(VENDOR_HP_GEN9, "HP ProLiant CPU Microcode Patch Support Info\n", 199, NULL, 0);
}

static void structures_unknown_to_dmidecode_3_6_are_bytes_in_its_dialect(void **state)
{
    const struct text_options options = {.vendor = VENDOR_DELL, .dialect = DIALECT_3_6};

    (void)state;
    assert_text_as(&options, HWIDENT_SMBIOS(2, 7),
                   "OEM-specific Type\n\tHeader and Data:\n\t\tB1 08 00 00 02 00 00 00\n" STRINGS,
                   177, BYTES(2, 0, 0, 0));
}

/* ---- Dell -------------------------------------------------------------------------------------- */

static void dells_flags_are_named(void **state)
{
    (void)state;
    assert_of(VENDOR_DELL, "Dell BIOS Flags\n\tACPI WMI Supported: Yes\n", 177,
              BYTES(2, 0, 0, 0, 0, 0, 0, 0));
    assert_of(VENDOR_DELL, "Dell BIOS Flags\n\tACPI WMI Supported: No\n", 177,
              BYTES(0xFD, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF));
    assert_of(VENDOR_DELL, "Dell BIOS Flags\n", 177, BYTES(2, 0, 0, 0, 0, 0, 0));
}

static void dell_hotkeys_that_are_whole(void **state)
{
    (void)state;
    assert_of(VENDOR_DELL,
              "Dell Hotkeys\n\tHotkey Mappings:\n\t\tScancode 0x0107 -> Keycode 0x00ff\n", 178,
              BYTES(7, 1, 0xFF, 0, 8, 1, 0xFE));
    assert_values_of(VENDOR_DELL, "hotkey_mappings=[ { scancode=0x0107 keycode=0x00FF } ] ", 178,
                     BYTES(7, 1, 0xFF, 0, 8, 1, 0xFE));
}

#define INDEXED                                                                                    \
    "Dell Indexed I/O Access\n\tIndex Port: 0x0070\n\tData Port: 0x0071\n"                         \
    "\tType: Negative Word Checksum\n\tChecked Range Start Index: 0x10\n"                          \
    "\tChecked Range End Index: 0x2d\n\tCheck Value Index: 0x2e\n"
#define INDEXED_BYTES 0x70, 0, 0x71, 0, 3, 0x10, 0x2D, 0x2E

static void dell_tokens_end_with_the_last_place(void **state)
{
    (void)state;
    assert_of(VENDOR_DELL,
              INDEXED "\tTokens:\n\t\t0x0042 (location 0x11, AND mask 0xfe, OR mask 0x01)\n", 212,
              BYTES(INDEXED_BYTES, 0x42, 0, 0x11, 0xFE, 1, 0xFF, 0xFF, 0, 0, 0));
    assert_of(VENDOR_DELL, INDEXED, 212, BYTES(INDEXED_BYTES, 0x42, 0, 0x11, 0xFE, 1, 1, 1, 1, 1));
    assert_of(VENDOR_DELL, INDEXED, 212, BYTES(INDEXED_BYTES));
    assert_of(VENDOR_DELL, "Dell Indexed I/O Access\n", 212,
              BYTES(0x70, 0, 0x71, 0, 3, 0x10, 0x2D));
    assert_values_of(VENDOR_DELL,
                     "tokens=[ { token=0x0042 location=0x11 and_mask=0xFE or_mask=0x01 } ] ", 212,
                     BYTES(INDEXED_BYTES, 0x42, 0, 0x11, 0xFE, 1, 0xFF, 0xFF, 0, 0, 0));
}

#define CALLED                                                                                     \
    "Dell Token Interface\n\tCommand I/O Address: 0x00b2\n\tCommand I/O Code: 0x17\n"              \
    "\tSupported Command Classes Bitmap: 0x00180e0b\n"
#define CALLED_BYTES 0xB2, 0, 0x17, 0x0B, 0x0E, 0x18, 0

static void dell_checks_have_names(void **state)
{
    (void)state;
    assert_names(
        VENDOR_DELL, 212, 0x08, 0x0C, "check_type",
        "00 Word Checksum\n01 Byte Checksum\n02 CRC Checksum\n03 Negative Word Checksum\n");
}

static void dell_called_tokens_end_with_the_last_place(void **state)
{
    (void)state;
    assert_of(VENDOR_DELL,
              CALLED "\tTokens:\n\t\t0x8000 (location 0x8001, value 0x0102)\n"
                     "\t\t0x0000 (location 0xf321, value 0x0000)\n",
              218,
              BYTES(CALLED_BYTES, 0, 0x80, 1, 0x80, 2, 1, 0, 0, 0x21, 0xF3, 0, 0, 0xFF, 0xFF, 0, 0,
                    0, 0));
    assert_of(VENDOR_DELL, CALLED, 218, BYTES(CALLED_BYTES));
    assert_values_of(VENDOR_DELL, "tokens=[ { token=0x8000 location=0x8001 value=0x0102 } ] ", 218,
                     BYTES(CALLED_BYTES, 0, 0x80, 1, 0x80, 2, 1, 0xFF, 0xFF, 0, 0, 0, 0));
    assert_of(VENDOR_DELL, "Dell Token Interface\n", 218, BYTES(0xB2, 0, 0x17, 0x0B, 0x0E, 0x18));
}

/* ---- Acer ---------------------------------------------------------------------------------------- */

static void acers_hotkeys_are_decoded(void **state)
{
    (void)state;
    assert_of(VENDOR_ACER,
              "Acer Hotkey Function\n\tFunction bitmap for Communication Button: 0x0841\n"
              "\t\tWiFi: Yes\n\t\t3G: Yes\n\t\tWiMAX: No\n\t\tBluetooth: Yes\n"
              "\tFunction bitmap for Application Button: 0x0002\n"
              "\tFunction bitmap for Media Button: 0x0003\n"
              "\tFunction bitmap for Display Button: 0x0004\n"
              "\tFunction bitmap for Others Button: 0x0005\n"
              "\tCommunication Function Key Number: 6\n",
              170, BYTES(0x41, 8, 2, 0, 3, 0, 4, 0, 5, 0, 6));
    assert_of(VENDOR_ACER, "Acer Hotkey Function\n", 170, BYTES(0x41, 8, 2, 0, 3, 0, 4, 0, 5, 0));
    assert_values_of(VENDOR_ACER,
                     "communication_button={ wifi=1 3g=1 wimax=0 bluetooth=1 } "
                     "application_button=0x0002 ",
                     170, BYTES(0x41, 8, 2, 0));
}

/* ---- Lenovo -------------------------------------------------------------------------------------- */

/* Whether a structure with this first string is one that is known. */
static bool is_known(uint8_t type, const void *data, size_t size, const char *string)
{
    const char *const strings[] = {string, NULL};
    struct builder builder = {0};
    struct hwident_structure s = {0};
    struct hwident_table table;

    build_structure(&builder, type, data, size, strings);
    table = build_table(&builder, HWIDENT_SMBIOS(2, 7));
    assert_int_equal(hwident_table_next(&table, &s), 1);
    return schema_find(&s, VENDOR_LENOVO);
}

static void lenovos_structures_have_signatures(void **state)
{
    static const uint8_t zeros[0x17 - 4] = {0};

    (void)state;
    assert_true(is_known(131, zeros, 0x16 - 4, "TVT-Enablement"));
    assert_false(is_known(131, zeros, 0x15 - 4, "TVT-Enablement"));
    assert_false(is_known(131, zeros, 0x17 - 4, "TVT-Enablement"));
    assert_false(is_known(131, zeros, 0x16 - 4, "TVT-Enablemen"));
    assert_false(is_known(131, zeros, 0x16 - 4, "TVT-Enablemend"));
    assert_false(is_known(131, zeros, 0x16 - 4, NULL));
    assert_true(is_known(135, BYTES('T', 'P', 7, 3, 1, 0), NULL));
    assert_false(is_known(135, BYTES('T', 'P', 7, 3, 1), NULL));
    assert_false(is_known(135, BYTES('T', 'P', 7, 2, 1, 0), NULL));
    assert_true(is_known(140, BYTES('L', 'E', 'N', 'O', 'V', 'O', 11, 7, 1, 1, 2), NULL));
    assert_false(is_known(140, BYTES('L', 'E', 'N', 'O', 'V', 'O', 11, 7, 1, 1), NULL));
    assert_false(is_known(140, BYTES('L', 'E', 'N', 'O', 'V', 'O', 11, 6, 1, 1, 2), NULL));
}

static void thinkvantage_may_have_diagnostics(void **state)
{
    static const char *const strings[] = {"TVT-Enablement", NULL};
    uint8_t data[0x16 - 4] = {2};

    (void)state;
    for (unsigned bit = 0; bit < 8; bit++) {
        struct builder builder = {0};
        struct hwident_structure s = {0};
        struct hwident_table table;
        char text[256] = "";
        FILE *out = fmemopen(text, sizeof text, "w");
        struct page page;

        data[0x14 - 4] = (uint8_t)(1 << bit);
        build_structure(&builder, 131, data, sizeof data, strings);
        table = build_table(&builder, HWIDENT_SMBIOS(2, 7));
        assert_int_equal(hwident_table_next(&table, &s), 1);
        page_begin(&page, out);
        text_fields(&page, &table, &s, &(const struct text_options){.vendor = VENDOR_LENOVO});
        page_flush(&page);
        fclose(out);
        assert_string_equal(text, bit == 7 ? "ThinkVantage Technologies\n\tVersion: 2\n"
                                             "\tDiagnostics: Available\n"
                                           : "ThinkVantage Technologies\n\tVersion: 2\n"
                                             "\tDiagnostics: No\n");
    }
}

static void lenovos_structures_are_decoded(void **state)
{
    (void)state;
    assert_of(VENDOR_LENOVO,
              "ThinkPad Embedded Controller Program\n\tVersion ID: A\n\tRelease Date: B\n", 140,
              BYTES('L', 'E', 'N', 'O', 'V', 'O', 11, 7, 1, 1, 3));
    assert_of(VENDOR_LENOVO, "ThinkPad Device Presence Detection\n\tFingerprint Reader: Present\n",
              135, BYTES('T', 'P', 7, 3, 1, 1));
    assert_of(VENDOR_LENOVO, "ThinkPad Device Presence Detection\n\tFingerprint Reader: No\n", 135,
              BYTES('T', 'P', 7, 3, 1, 0xFE));
}

/* ---- HP and HPE: the server ---------------------------------------------------------------------- */

static void the_title_has_the_makers_name(void **state)
{
    (void)state;
    assert_of(VENDOR_HP_G6, "HP ProLiant Server System ID\n\tServer System ID: B\n", 195, BYTES(2));
    assert_of(VENDOR_HP_GEN9, "HP ProLiant Server System ID\n\tServer System ID: B\n", 195,
              BYTES(2));
    assert_of(VENDOR_HPE_GEN10, "HPE ProLiant Server System ID\n\tServer System ID: B\n", 195,
              BYTES(2));
    assert_of(VENDOR_HPE_GEN10, "HPE ProLiant Server System ID\n", 195, NULL, 0);
}

static void hp_ports_are_bits(void **state)
{
    (void)state;
    assert_of(VENDOR_HP_G6,
              "HP ProLiant Super IO Enable/Disable Indicator\n\tSerial Port A: Enabled\n"
              "\tSerial Port B: Disabled\n\tParallel Port: Disabled\n\tFloppy Disk Port: Enabled\n"
              "\tVirtual Serial Port: Disabled\n",
              194, BYTES(0x09));
}

static void hp_bits_are_at_their_positions(void **state)
{
    static const char *const ports[] = {
        "serial_port_a_enabled=1 serial_port_b_enabled=0 parallel_port_enabled=0 "
        "floppy_disk_port_enabled=0 virtual_serial_port_enabled=0 ",
        "serial_port_a_enabled=0 serial_port_b_enabled=1 parallel_port_enabled=0 "
        "floppy_disk_port_enabled=0 virtual_serial_port_enabled=0 ",
        "serial_port_a_enabled=0 serial_port_b_enabled=0 parallel_port_enabled=1 "
        "floppy_disk_port_enabled=0 virtual_serial_port_enabled=0 ",
        "serial_port_a_enabled=0 serial_port_b_enabled=0 parallel_port_enabled=0 "
        "floppy_disk_port_enabled=1 virtual_serial_port_enabled=0 ",
        "serial_port_a_enabled=0 serial_port_b_enabled=0 parallel_port_enabled=0 "
        "floppy_disk_port_enabled=0 virtual_serial_port_enabled=1 ",
    };
    static const char *const processors[] = {
        "bootstrap_processor=1 x2apic=0 advanced_thermal_margining=0 ",
        "bootstrap_processor=0 x2apic=1 advanced_thermal_margining=0 ",
        "bootstrap_processor=0 x2apic=0 advanced_thermal_margining=1 ",
    };

    (void)state;
    for (unsigned bit = 0; bit < 5; bit++)
        assert_values_of(VENDOR_HP_G6, ports[bit], 194, BYTES((uint8_t)(1 << bit)));
    for (unsigned bit = 0; bit < 3; bit++)
        assert_values_of(VENDOR_HP_G6, processors[bit], 197,
                         BYTES(0, 4, 0, (uint8_t)(1 << bit), 0xFF, 1));
}

static void hps_processors_are_decoded(void **state)
{
    (void)state;
    assert_of(VENDOR_HP_G6,
              "HP Processor Specific Information\n\tAssociated Handle: 0x0400\n\tAPIC ID: 16\n"
              "\tBSP: Yes\n\tx2APIC: No\n\tAdvanced Thermal Margining: Yes\n\tPhysical Socket: 2\n",
              197, BYTES(0, 4, 16, 5, 0xFF, 2));
    assert_of(VENDOR_HP_G6, "HP Processor Specific Information\n", 197, BYTES(0, 4, 16, 5, 0xFF));
    assert_values_of(
        VENDOR_HP_G6,
        "physical_slot=- physical_socket=2 maximum_power_watts=333 x2apic_id=0x00000201 "
        "unique_id=0x0807060504030201 interconnect_speed_mt_s=9600 ",
        197, BYTES(0, 4, 16, 7, 0xFF, 2, 0x4D, 1, 1, 2, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0x80, 0x25));
    assert_of(VENDOR_HP_G6,
              "HP ProLiant TControl Information\n\tAssociated Processor Handle: 0x0400\n"
              "\tTControl Value: N/A\n",
              211, BYTES(0, 4, 0));
    assert_of(VENDOR_HP_G6, "HP ProLiant TControl Information\n", 211, BYTES(0, 4));
}

static void hps_racks_are_decoded(void **state)
{
    (void)state;
    assert_of(VENDOR_HP_G6,
              "HP ProLiant System/Rack Locator\n\tRack Name: A\n\tEnclosure Name: B\n"
              "\tEnclosure Model: C\n\tEnclosure Serial: E\n\tEnclosure Bays: 16\n"
              "\tServer Bay: D\n\tBays Filled: 130\n",
              204, BYTES(1, 2, 3, 4, 16, 130, 5));
    assert_of(VENDOR_HP_G6, "HP ProLiant System/Rack Locator\n", 204, BYTES(1, 2, 3, 4, 16, 130));
}

static void hps_features_are_named(void **state)
{
#define FEATURES "HP ProLiant Information\n\tPower Features: 0x00000005\n"
#define OMEGA    "\tOmega Features: 0x0000000f\n"
    (void)state;
    assert_of(VENDOR_HP_G6, FEATURES, 219, BYTES(5, 0, 0, 0));
    assert_of(VENDOR_HP_G6, "HP ProLiant Information\n", 219, BYTES(5, 0, 0));
    assert_of(VENDOR_HP_G6, FEATURES OMEGA, 219,
              BYTES(5, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0, 1, 4, 0));
    assert_of(VENDOR_HP_G6,
              FEATURES OMEGA "\tMisc. Features: 0x00000401\n\t\tiCRU: Yes\n\t\tUEFI: Yes\n", 219,
              BYTES(5, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0));
    assert_values_of(VENDOR_HP_G6, "misc_features={ bits=0x00000402 icru=0 uefi=1 } ", 219,
                     BYTES(5, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0, 2, 4, 0, 0));
}

static void hps_trusted_modules_are_decoded(void **state)
{
#define MODULE "HP Trusted Module (TPM or TCM) Status\n\tStatus: "
#define ROM    "\tOption ROM Measuring: Yes\n\tHidden: No\n"
#define CHIP                                                                                       \
    "\tStandard Algorithm Supported: Yes\n\tChinese Algorithm Supported: No\n"                     \
    "\tTrusted Module Attributes: Soldered Down on System Board\n"                                 \
    "\tFIPS Certification: FIPS Certified\n\tAssociated Handle: 0x0201\n"
    (void)state;
    assert_of(VENDOR_HP_G6, MODULE "Not Present\n", 224, BYTES(4, 2, 0x12, 0x0B, 1, 2));
    assert_of(VENDOR_HP_G6, MODULE "Present/Enabled\n" ROM, 224, BYTES(5));
    assert_of(VENDOR_HP_G6, MODULE "Present/Enabled\n" ROM, 224, BYTES(5, 0, 0x12, 0x0B, 1));
    assert_of(VENDOR_HP_G6, MODULE "Present/Enabled\n" ROM "\tType: TPM 2.0\n" CHIP, 224,
              BYTES(5, 0, 0x12, 0x0B, 1, 2, 5));
    assert_of(VENDOR_HP_G6,
              MODULE "Present/Disabled\n" ROM "\tDisable Reason: Error Condition\n"
                     "\tError Condition: Self-Test\n\tType: Reserved\n" CHIP
                     "\tChip Identifier: STMicroGen11 TPM\n",
              224, BYTES(6, 6, 0x14, 0x0B, 1, 2, 5, 0));
    assert_values_of(VENDOR_HP_G6, "option_rom_measuring=0 hidden=1 ", 224, BYTES(9));
    assert_values_of(VENDOR_HP_G6, "mounting=- fips=- version_handle=- ", 224,
                     BYTES(1, 0, 0x30, 0xF0, 0xFF, 0xFF));
}

static const uint8_t blade[] = {0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88,
                                0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF, 4};

static void hp_blades_have_a_physical_identity(void **state)
{
    (void)state;
    assert_of(VENDOR_HP_G6,
              "HP Physical Attribute Information\n"
              "\tUUID: 00112233-4455-6677-8899-aabbccddeeff\n"
              "\tSerial Number: D\n",
              226, blade, sizeof blade);
    assert_of(VENDOR_HP_G6, "HP Physical Attribute Information\n", 226, blade, sizeof blade - 1);
}

static void hpes_values_are_named(void **state)
{
    (void)state;
    assert_names(VENDOR_HPE_GEN10, 230, 0x08, 0x0B, "fru_access_method",
                 "00 Not Available\n01 IPMI I2C\n02 iLO\n03 Chassis Manager\n");
    assert_names(VENDOR_HPE_GEN10, 203, 0x16, 0x1F, "device_type",
                 "00 Unknown\n-\n03 Flexible LOM\n04 Embedded LOM\n05 NIC in a Slot\n"
                 "06 Storage Controller\n07 Smart Array Storage Controller\n08 USB Hard Disk\n"
                 "09 Other PCI Device\n0A RAM Disk\n0B Firmware Volume\n0C UEFI Shell\n"
                 "0D Generic UEFI USB Boot Entry\n0E Dynamic Smart Array Controller\n0F File\n"
                 "10 NVME Hard Drive\n11 NVDIMM\n12 Embedded GPU\n");
    assert_names(VENDOR_HPE_GEN10, 203, 0x17, 0x1F, "device_location",
                 "00 Unknown\n01 Embedded\n02 iLO Virtual Media\n03 Front USB Port\n"
                 "04 Rear USB Port\n05 Internal USB\n06 Internal SD Card\n"
                 "07 Internal Virtual USB (Embedded NAND)\n08 Embedded SATA Port\n"
                 "09 Embedded Smart Array\n0A PCI Slot\n0B RAM Memory\n0C USB\n"
                 "0D Dynamic Smart Array Controller\n0E URL\n0F NVMe Drive Bay\n"
                 "10 NVDIMM Processor\n11 NVDIMM Board\n12 NVMe Riser\n13 NVDIMM Name Space\n"
                 "14 VROC SATA\n15 VROC NVMe\n");
    assert_names(VENDOR_HPE_GEN10, 238, 0x08, 0x0F, "location",
                 "00 Internal\n01 Front of Server\n02 Rear of Server\n"
                 "03 Embedded internal SD Card\n04 iLO USB\n"
                 "05 USB Hub for NAND Controller\n-\n07 Debug Port\n-\n09 OCP USB\n");
    assert_names(VENDOR_HPE_GEN10, 238, 0x09, 0x0F, "management_port",
                 "00 Not Shared\n01 Shared with physical switch\n"
                 "02 Shared with automatic control\n");
    assert_names(VENDOR_HPE_GEN10, 238, 0x0D, 0x0F, "port_speed_capability",
                 "-\n01 USB 1.1 Full Speed\n02 USB 2.0 High Speed\n03 USB 3.0 Super Speed\n");
    assert_names(
        VENDOR_HPE_GEN10, 216, 0x04, 0x17, "firmware_type",
        "-\n01 System ROM\n02 Redundant System ROM\n03 System ROM Bootblock\n"
        "04 Power Management Controller Firmware\n"
        "05 Power Management Controller Firmware Bootloader\n06 SL Chassis Firmware\n"
        "07 SL Chassis Firmware Bootloader\n08 Hardware PAL/CPLD\n"
        "09 SPS Firmware (ME Firmware)\n0A SL Chassis PAL/CPLD\n"
        "0B Compatibility Support Module (CSM)\n0C APML\n"
        "0D Smart Storage Battery (Megacell) Firmware\n"
        "0E Trusted Module (TPM or TCM) Firmware Version\n0F NVMe Backplane Firmware\n"
        "10 Intelligent Provisioning\n11 SPI Descriptor Version\n"
        "12 Innovation Engine Firmware (IE Firmware)\n13 UMB Backplane Firmware\n"
        "14 Embedded Diagnostics\n-\n20 EL Chassis Abstraction Revision\n"
        "21 EL Chassis Firmware Revision\n22 EL Chassis PAL/CPLD\n"
        "23 EL Cartride Abstraction Revision\n-\n30 Embedded Video Controller\n"
        "31 PCIe Riser Programmable Logic Device\n32 PCIe cards that contain a CPLD\n"
        "33 Intel NVMe VROC\n34 Intel SATA VROC\n35 Intel SPS Firmware\n"
        "36 Secondary System Programmable Logic Device\n37 CPU Mezzanine Board CPLD\n"
        "38 Intel Artic Sound -M Accelerator Models Firmware\n"
        "39 Ampere System Control Processor (SCP - PMPro+SMPro)\n3A Intel CFR information\n"
        "3B OCP cards\n3C DC-SCM CPLD\n3D Power Distribution Board CPLD\n"
        "3E PCIe Switch Board CPLD\n3F Sideband Board CPLD\n40 PCIe Riser MCU Firmware\n"
        "41 PCIe Switch Board Firmware\n42 Power Supply Firmware\n43 BMC Firmware\n");
}

static void hps_power_supplies_are_decoded(void **state)
{
#define SUPPLY                                                                                     \
    "HP Power Supply Information\n\tAssociated Handle: 0x0027\n\tManufacturer: A\n"                \
    "\tRevision: B\n\tAccess Method: iLO\n"
    (void)state;
    assert_of(VENDOR_HP_G6, SUPPLY "\tI2C Segment Number: 3\n\tI2C Address: 0x50\n", 230,
              BYTES(0x27, 0, 1, 2, 2, 3, 0xA0));
    assert_of(VENDOR_HP_G6, SUPPLY, 230, BYTES(0x27, 0, 1, 2, 2, 0xFF, 0xFF));
    assert_of(VENDOR_HP_G6, "HP Power Supply Information\n", 230, BYTES(0x27, 0, 1, 2, 2, 3));
}

/* ---- HP and HPE: devices ----------------------------------------------------------------------------- */

#define DEVICE_BYTES                                                                               \
    0x34, 0x12, 0xFE, 0xFF, 0xE4, 0x14, 0xFF, 0xFF, 0x3C, 0x10, 1, 2, 2, 0xFF, 0xFE, 0xFF, 1, 0,   \
        4, 9, 1, 2, 0, 0xFF, 1, 2, 3, 4
#define DEVICE                                                                                     \
    "HPE Device Correlation Record\n\tAssociated Device Record: 0x1234\n"                          \
    "\tAssociated SMBus Record: N/A\n\tPCI Vendor ID: 0x14e4\n"                                    \
    "\tPCI Device ID: 0xffff\n\tPCI Sub Vendor ID: 0x103c\n"                                       \
    "\tPCI Sub Device ID: 0x0201\n\tPCI Class Code: 0x02\n"                                        \
    "\tPCI Sub Class Code: 0xff\n\tParent Handle: N/A\n\tFlags: 0x0001\n"                          \
    "\t\tPeer Bifurcated Device: Yes\n"                                                            \
    "\tDevice Type: Embedded LOM\n\tDevice Location: Embedded Smart Array\n"                       \
    "\tDevice Instance: 1\n\tDevice Sub-Instance: 2\n\tBay: Unknown\n"                             \
    "\tEnclosure: Do Not Display\n\tDevice Path: A\n\tStructured Name: B\n\tDevice Name: C\n"
#define UEFI_PATH "\tUEFI Location: D\n\tAssociated Real/Phys Handle: 0x5678\n"
#define PART      "\tPCI Part Number: E\n\tSerial Number: A\n"

static void hpe_devices_grew_with_time(void **state)
{
    static const uint8_t bytes[] = {DEVICE_BYTES, 0x78, 0x56, 5, 1, 2, 0, 3, 0x11};

    (void)state;
    assert_of(VENDOR_HPE_GEN10,
              DEVICE UEFI_PATH PART "\tSegment Group Number: 0x0002\n\tPCI Device: 03:02.1\n", 203,
              bytes, 0x28 - 4);
    assert_of(VENDOR_HPE_GEN10, DEVICE UEFI_PATH PART, 203, bytes, 0x27 - 4);
    assert_of(VENDOR_HPE_GEN10, DEVICE UEFI_PATH, 203, bytes, 0x23 - 4);
    assert_of(VENDOR_HPE_GEN10, DEVICE, 203, bytes, 0x21 - 4);
    assert_of(VENDOR_HPE_GEN10, "HPE Device Correlation Record\n", 203, bytes, 0x1E - 4);
}

static void hpe_devices_may_be_missing(void **state)
{
    uint8_t bytes[] = {DEVICE_BYTES};

    (void)state;
    memset(bytes + 4, 0xFF, 10);
    assert_of(VENDOR_HPE_GEN10,
              "HPE Device Correlation Record\n\tAssociated Device Record: 0x1234\n"
              "\tAssociated SMBus Record: N/A\n\tPCI Device Info: Device Not Present\n"
              "\tParent Handle: N/A\n\tFlags: 0x0001\n\t\tPeer Bifurcated Device: Yes\n"
              "\tDevice Type: Embedded LOM\n"
              "\tDevice Location: Embedded Smart Array\n\tDevice Instance: 1\n"
              "\tDevice Sub-Instance: 2\n\tBay: Unknown\n\tEnclosure: Do Not Display\n"
              "\tDevice Path: A\n\tStructured Name: B\n\tDevice Name: C\n",
              203, bytes, 0x1F - 4);
    assert_values_of(VENDOR_HPE_GEN10, "pci_vendor_id=- pci_device_id=- ", 203, bytes, 0x1F - 4);
}

static void hpe_reserves_some_numbers(void **state)
{
    (void)state;
    assert_of(VENDOR_HPE_GEN10,
              "HPE ProLiant USB Port Connector Correlation Record\n\tAssociated Handle: 0x0201\n"
              "\tPCI Device: 03:00.4\n\tLocation: Reserved\n\tManagement Port: Not Shared\n"
              "\tPort Instance: 8\n\tParent Hub Port Instance: N/A\n"
              "\tPort Speed Capability: USB 2.0 High Speed\n\tDevice Path: A\n",
              238, BYTES(1, 2, 3, 4, 6, 0, 0, 8, 0xFE, 2, 1));
    assert_of(VENDOR_HPE_GEN10, "HPE ProLiant USB Port Connector Correlation Record\n", 238,
              BYTES(1, 2, 3, 4, 6, 0, 0, 8, 0xFE, 2));
    assert_values_of(VENDOR_HPE_GEN10, "management_port=256 ", 238,
                     BYTES(1, 2, 3, 4, 6, 0, 1, 8, 0xFE, 2, 1));
}

#define PXE "HP BIOS PXE NIC PCI and MAC Information\n"

static void hp_nics_that_are_whole(void **state)
{
    (void)state;
    assert_of(VENDOR_HP_G6,
              PXE "\tNIC 1: PCI device 03:02.1, MAC address 02:00:5E:10:00:01\n"
                  "\tNIC 2: Disabled\n\tNIC 3: Not Installed\n",
              209,
              BYTES(0x11, 3, 2, 0, 0x5E, 0x10, 0, 1, 0, 0, 1, 2, 3, 4, 5, 6, 0xFF, 0xFF, 1, 2, 3, 4,
                    5, 6, 7));
    assert_of(VENDOR_HP_G6, PXE, 209, BYTES(0x11, 3, 2, 0, 0x5E, 0x10, 0));
    assert_of(VENDOR_HP_G6,
              "HP BIOS iSCSI NIC PCI and MAC Information\n"
              "\tNIC 1: PCI device 03:02.1, MAC address 02:00:5E:10:00:01\n",
              221, BYTES(0x11, 3, 2, 0, 0x5E, 0x10, 0, 1));
    assert_values_of(VENDOR_HP_G6,
                     "nics=[ { pci_device=03:02.1 mac_address=02:00:5E:10:00:01 } - ] ", 209,
                     BYTES(0x11, 3, 2, 0, 0x5E, 0x10, 0, 1, 0, 0, 1, 2, 3, 4, 5, 6));
}

static void hp_nics_have_numbers(void **state)
{
    uint8_t bytes[0x29 - 4] = {1, 0, 3, 0x11, 2, 0, 0x5E, 0x10, 0, 1, [0x28 - 4] = 7};

    (void)state;
    assert_of(VENDOR_HP_G6, PXE "\tNIC 7: PCI device 03:02.1, MAC address 02:00:5E:10:00:01\n", 233,
              bytes, sizeof bytes);
    assert_of(VENDOR_HP_G6, PXE "\tNIC 1: PCI device 03:02.1, MAC address 02:00:5E:10:00:01\n", 233,
              bytes, sizeof bytes - 1);
    assert_of(VENDOR_HP_G6, PXE "\tNIC 1: PCI device 03:02.1, MAC address 02:00:5E:10:00:01\n", 233,
              bytes, 10);
    assert_of(VENDOR_HP_G6, PXE, 233, bytes, 9);
    assert_values_of(VENDOR_HP_G6,
                     "segment_group=0x0001 nic={ pci_device=03:02.1 "
                     "mac_address=02:00:5E:10:00:01 } nic_number=7 ",
                     233, bytes, sizeof bytes);
}

#define BACKPLANE "HP" BACKPLANE_REST
#define BACKPLANE_REST                                                                             \
    " HDD Backplane FRU Information\n\tFRU I2C Address: 0x50 raw(0xA1)\n\tBox Number: 770\n"       \
    "\tNVRAM ID: 0x504\n"
#define WWID "\tSAS Expander WWID: 0x500056B36789ABC0\n"

static void hp_backplanes_grew_with_time(void **state)
{
    static const uint8_t bytes[] = {0xA1, 2,    3,    4,    5, 0xC0, 0xAB, 0x89, 0x67,
                                    0xB3, 0x56, 0x00, 0x50, 8, 4,    3,    2};

    (void)state;
    assert_of(VENDOR_HP_G6,
              BACKPLANE WWID "\tTotal SAS Bays: 8\n\tA0 Bay Count: 4\n\tA2 Bay Count: 3\n"
                             "\tBackplane Name: B\n",
              236, bytes, 0x15 - 4);
    assert_of(VENDOR_HP_G6, BACKPLANE WWID "\tTotal SAS Bays: 8\n", 236, bytes, 0x14 - 4);
    assert_of(VENDOR_HP_G6, BACKPLANE WWID, 236, bytes, 0x11 - 4);
    assert_of(VENDOR_HP_G6, BACKPLANE, 236, bytes, 0x10 - 4);
    assert_values_of(VENDOR_HP_G6, "fru_i2c_address=0x50 box_number=770 nvram_id=0x0504 ", 236,
                     bytes, 0x10 - 4);
    assert_of(VENDOR_HP_G6, BACKPLANE, 236, bytes, 0x09 - 4);
    assert_of(VENDOR_HP_G6, "HP HDD Backplane FRU Information\n", 236, bytes, 0x07 - 4);
    assert_of(VENDOR_HPE_GEN10_PLUS, "HPE" BACKPLANE_REST WWID "\tTotal SAS Bays: 8\n", 236, bytes,
              0x15 - 4);
}

static void hpes_memory_modules_are_decoded(void **state)
{
#define DIMM                                                                                       \
    "HPE DIMM Vendor Information\n\tAssociated Handle: 0x0201\n\tDIMM Manufacturer: A\n"           \
    "\tDIMM Manufacturer Part Number: B\n"
    (void)state;
    assert_of(VENDOR_HPE_GEN10,
              DIMM "\tDIMM Vendor Serial Number: C\n\tDIMM Manufacture Date: 2019-W52\n", 237,
              BYTES(1, 2, 1, 2, 3, 0x19, 0x52));
    assert_of(VENDOR_HPE_GEN10, DIMM "\tDIMM Vendor Serial Number: C\n", 237, BYTES(1, 2, 1, 2, 3));
    assert_of(VENDOR_HPE_GEN10, DIMM, 237, BYTES(1, 2, 1, 2));
    assert_of(VENDOR_HPE_GEN10, "HPE DIMM Vendor Information\n", 237, BYTES(1, 2, 1));
}

/* ---- HP and HPE: firmware -------------------------------------------------------------------------------- */

static void hpe_microcode_that_is_whole(void **state)
{
#define MICROCODE "HPE ProLiant CPU Microcode Patch Support Info\n"
    static const uint8_t bytes[] = {1, 2, 3, 4, 0x19, 0x20, 0x17, 0x05, 0xF2, 0x06, 0x03, 0x00,
                                    1, 2, 3, 4, 0x19, 0x20, 0x17, 0x05, 0xF2, 0x06, 0x03};

    (void)state;
    assert_of(VENDOR_HPE_GEN10, MICROCODE "\t\tDate: 2019-05-17\n\t\tPatch: 0x4030201\n", 199,
              bytes, sizeof bytes);
    assert_of(VENDOR_HPE_GEN10, MICROCODE, 199, bytes, 11);
    assert_of(VENDOR_HPE_GEN10, MICROCODE "\t\tDate: 2021-12-30\n\t\tPatch: 0x1\n", 199,
              BYTES(1, 0, 0, 0, 0x21, 0x20, 0x30, 0x12, 0x85, 0x2F, 0x22, 0x00));
    assert_values_of(VENDOR_HPE_GEN10,
                     "patches=[ { cpu_id=0x000306F2 date=2019-05-17 patch=0x04030201 } ] ", 199,
                     bytes, sizeof bytes);
}

/* What the text says of a patch beside a processor of this family. */
static void assert_patch(uint8_t family, uint32_t id, const char *line)
{
    const struct text_options options = {.vendor = VENDOR_HPE_GEN10};
    uint8_t patch[12] = {1, [8] = (uint8_t)id, (uint8_t)(id >> 8), (uint8_t)(id >> 16)};
    struct builder builder = {0};
    struct hwident_structure s = {0};
    struct hwident_table table;
    char text[256] = "";
    FILE *out = fmemopen(text, sizeof text, "w");
    struct page page;

    build_structure(&builder, 4, BYTES(0, 3, family), NULL);
    build_structure(&builder, 199, patch, sizeof patch, NULL);
    table = build_table(&builder, HWIDENT_SMBIOS(2, 7));
    assert_int_equal(hwident_table_find(&table, 199, &s), 1);
    page_begin(&page, out);
    text_fields(&page, &table, &s, &options);
    page_flush(&page);
    fclose(out);
    assert_non_null(strstr(text, "\n\t\tDate: 0000-00-00\n\t\tPatch: 0x1\n"));
    if (line)
        assert_non_null(strstr(text, line));
    else
        assert_null(strstr(text, "CPU ID"));
}

static void a_patchs_processor_is_told_as_its_maker_does(void **state)
{
    (void)state;
    assert_patch(0xB3, 0x50657, "\n\tCPU ID: Type 0, Family 6, Model 85, Stepping 7\n");
    assert_patch(0x6B, 0x08012, "\n\tCPU ID: Family 23, Model 1, Stepping 2\n");
    assert_patch(0x02, 0x50657, NULL);
}

#define PLACE 0, 0xF8, 0xF6, 0xFF, 0, 0, 0, 0, 0, 0x40, 0, 0, 0x34, 0x12, 0, 0

static void hp_shows_where_its_own_service_is(void **state)
{
    (void)state;
    assert_of(VENDOR_HP_G6,
              "HP 64-bit CRU Information\n\tSignature: 0x55524324 ($CRU)\n"
              "\tPhysical Address: 0x00000000fff70a34\n\tLength: 0x00004000\n",
              212, BYTES('$', 'C', 'R', 'U', PLACE));
    assert_of(VENDOR_HP_G6, "HP 64-bit CRU Information\n\tSignature: 0x46485324 ($SHF)\n", 212,
              BYTES('$', 'S', 'H', 'F', PLACE));
    assert_of(VENDOR_HP_G6, "HP 64-bit CRU Information\n\tSignature: 0x7f485324\n", 212,
              BYTES('$', 'S', 'H', 0x7F, PLACE));
    assert_of(VENDOR_HP_G6, "HP 64-bit CRU Information\n\tSignature: 0xd5485324\n", 212,
              BYTES('$', 'S', 'H', 0xD5, PLACE));
    assert_of(VENDOR_HP_G6, "HP 64-bit CRU Information\n", 212,
              BYTES('$', 'C', 'R', 'U', 0, 0xF8, 0xF6, 0xFF, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0));
    assert_values_of(VENDOR_HP_G6,
                     "entry_address=0x00000000FFF70A34 physical_address=0x00000000FFF6F800 "
                     "length_bytes=0x00004000 ",
                     212, BYTES('$', 'S', 'H', 'F', PLACE));
}

static void hps_versions_are_decoded(void **state)
{
#define VERSION                                                                                    \
    "HP Version Indicator\n\tFirmware Type: System ROM\n\tFirmware Name String: A\n"               \
    "\tFirmware Version String: B\n"
    uint8_t bytes[0x17 - 4] = {1, 0, 1, 2, 0, 7, 8};

    (void)state;
    assert_of(VENDOR_HP_GEN8, VERSION "\tVersion Data: No Version Data\n", 216, bytes,
              sizeof bytes);
    assert_of(VENDOR_HP_GEN8, "HP Version Indicator\n", 216, bytes, sizeof bytes - 1);
    bytes[4] = 2;
    bytes[0x15 - 4] = 0x0A;
    assert_of(VENDOR_HP_GEN8, VERSION "\tVersion Data: 0.7\n\tUnique ID: 0x000a\n", 216, bytes,
              sizeof bytes);
}

static void hps_reserved_memory_is_decoded(void **state)
{
#define REGION                                                                                     \
    "\tMemory Location: 1\n\t\tSignature: $WHE\n\t\tPhysical Address: 0x00000000A0E5A000\n"
    (void)state;
    assert_of(VENDOR_HP_G6, "HP Reserved Memory Location\n" REGION "\t\tSize: 68 KiB\n", 229,
              BYTES('$', 'W', 'H', 'E', 0, 0xA0, 0xE5, 0xA0, 0, 0, 0, 0, 0, 0x10, 1, 0, 1));
    assert_of(VENDOR_HP_G6, "HP Reserved Memory Location\n" REGION "\t\tSize: 2 KiB\n", 229,
              BYTES('$', 'W', 'H', 'E', 0, 0xA0, 0xE5, 0xA0, 0, 0, 0, 0, 2, 0, 0, 0x80));
    assert_of(VENDOR_HP_G6, "HP Reserved Memory Location\n", 229,
              BYTES('$', 'W', 'H', 'E', 0, 0xA0, 0xE5, 0xA0, 0, 0, 0, 0, 2, 0, 0));
}

static void hp_inventory_shows_attributes_that_count(void **state)
{
#define INVENTORY                                                                                  \
    "HP ProLiant Inventory Record\n\tAssociated Handle: 0x0201\n\tPackage Version: 0x06050403\n"   \
    "\tVersion String: A\n"
    uint8_t bytes[0x27 - 4] = {1, 2, 3, 4, 5, 6, 1};

    (void)state;
    assert_of(VENDOR_HP_G6,
              INVENTORY "\tImage Size: Not Available\n\tAttributes Defined/Set:\n"
                        "\tLowest Supported Version: Not Available\n",
              240, bytes, sizeof bytes);
    assert_of(VENDOR_HP_G6, "HP ProLiant Inventory Record\n", 240, bytes, sizeof bytes - 1);
    bytes[0x0C - 4] = 4;
    bytes[0x13 - 4] = 0x11;
    bytes[0x1B - 4] = 0x13;
    bytes[0x23 - 4] = 9;
    assert_of(VENDOR_HP_G6,
              INVENTORY "\tImage Size: 1 KiB\n\tAttributes Defined/Set:\n\t\tUpdatable: Yes\n"
                        "\t\tUEFI Image: Yes\n\tLowest Supported Version: 0x00000009\n",
              240, bytes, sizeof bytes);
    assert_values_of(VENDOR_HP_G6, "attributes={ updatable=1 uefi_image=1 } ", 240, bytes,
                     sizeof bytes);
    bytes[0x1B - 4] = 0x02;
    bytes[0x12 - 4] = 1;
    assert_values_of(VENDOR_HP_G6,
                     "image_size_bytes=72057594037928960 attributes={ updatable=0 uefi_image=0 } ",
                     240, bytes, sizeof bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_vendor_is_the_one_that_type_1_names),
        cmocka_unit_test(without_a_manufacturer_there_is_no_vendor),
        cmocka_unit_test(another_vendors_type_is_shown_in_bytes),
        cmocka_unit_test(structures_unknown_to_dmidecode_3_6_are_bytes_in_its_dialect),
        cmocka_unit_test(dells_flags_are_named),
        cmocka_unit_test(dell_hotkeys_that_are_whole),
        cmocka_unit_test(dell_tokens_end_with_the_last_place),
        cmocka_unit_test(dell_checks_have_names),
        cmocka_unit_test(dell_called_tokens_end_with_the_last_place),
        cmocka_unit_test(acers_hotkeys_are_decoded),
        cmocka_unit_test(lenovos_structures_have_signatures),
        cmocka_unit_test(thinkvantage_may_have_diagnostics),
        cmocka_unit_test(lenovos_structures_are_decoded),
        cmocka_unit_test(the_title_has_the_makers_name),
        cmocka_unit_test(hp_ports_are_bits),
        cmocka_unit_test(hp_bits_are_at_their_positions),
        cmocka_unit_test(hps_processors_are_decoded),
        cmocka_unit_test(hps_racks_are_decoded),
        cmocka_unit_test(hps_features_are_named),
        cmocka_unit_test(hps_trusted_modules_are_decoded),
        cmocka_unit_test(hp_blades_have_a_physical_identity),
        cmocka_unit_test(hpes_values_are_named),
        cmocka_unit_test(hps_power_supplies_are_decoded),
        cmocka_unit_test(hpe_devices_grew_with_time),
        cmocka_unit_test(hpe_devices_may_be_missing),
        cmocka_unit_test(hpe_reserves_some_numbers),
        cmocka_unit_test(hp_nics_that_are_whole),
        cmocka_unit_test(hp_nics_have_numbers),
        cmocka_unit_test(hp_backplanes_grew_with_time),
        cmocka_unit_test(hpes_memory_modules_are_decoded),
        cmocka_unit_test(hpe_microcode_that_is_whole),
        cmocka_unit_test(a_patchs_processor_is_told_as_its_maker_does),
        cmocka_unit_test(hp_shows_where_its_own_service_is),
        cmocka_unit_test(hps_versions_are_decoded),
        cmocka_unit_test(hps_reserved_memory_is_decoded),
        cmocka_unit_test(hp_inventory_shows_attributes_that_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
