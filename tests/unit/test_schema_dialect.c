/*
 * The text of dmidecode 3.6: its titles, labels, names and units, and lines that it has or lacks.
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

static void assert_both(uint32_t version, const char *newer, const char *older, uint8_t type,
                        const void *data, size_t size)
{
    const struct text_options options = {.dialect = DIALECT_3_6};

    assert_text_of(version, newer, type, data, size);
    assert_text_as(&options, version, older, type, data, size);
}

static void an_older_dialect_says_bios_for_firmware(void **state)
{
    static const uint8_t data[] = {1, 2, 0, 0xF0, 3, 0x7F, 0x80, 0x08, 0, 0,
                                   0, 0, 0, 0,    3, 1,    3,    4,    5, 8};

    (void)state;
    assert_both(HWIDENT_SMBIOS(2, 7),
                "Platform Firmware Information\n\tVendor: A\n\tVersion: B\n\tRelease Date: C\n"
                "\tAddress: 0xF0000\n\tRuntime Size: 64 KiB\n\tROM Size: 8 MiB\n"
                "\tCharacteristics:\n\t\tPCI is supported\n\t\tFirmware is upgradeable\n"
                "\t\tACPI is supported\n\t\tUSB legacy is supported\n"
                "\t\tBIOS boot specification is supported\n\tPlatform Firmware Revision: 3.4\n"
                "\tEmbedded Controller Firmware Revision: 5.8\n",
                "BIOS Information\n\tVendor: A\n\tVersion: B\n\tRelease Date: C\n"
                "\tAddress: 0xF0000\n\tRuntime Size: 64 kB\n\tROM Size: 8 MB\n"
                "\tCharacteristics:\n\t\tPCI is supported\n\t\tBIOS is upgradeable\n"
                "\t\tACPI is supported\n\t\tUSB legacy is supported\n"
                "\t\tBIOS boot specification is supported\n\tBIOS Revision: 3.4\n"
                "\tFirmware Revision: 5.8\n",
                0, data, sizeof data);
}

static void a_label_that_3_7_does_not_print_is_not_printed(void **state)
{
    static const uint8_t data[] = {1, 2, 0, 0, 3, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 5};
    const char *const text = "Vendor: A\n\tVersion: B\n\tRelease Date: C\n\tROM Size: 64 K";
    char newer[256], older[256];

    (void)state;
    snprintf(newer, sizeof newer,
             "Platform Firmware Information\n\t%siB\n\tCharacteristics:\n\t\t%s", text,
             "Firmware characteristics not supported\n");
    snprintf(older, sizeof older, "BIOS Information\n\t%.*skB\n\tCharacteristics:\n\t\t%s",
             (int)strlen(text) - 1, text, "BIOS characteristics not supported\n");
    assert_both(HWIDENT_SMBIOS(2, 4), newer, older, 0, data, sizeof data);
}

static void languages_were_the_bioss(void **state)
{
    static const uint8_t data[0x16 - 4] = {[0x15 - 4] = 1};

    (void)state;
    assert_both(HWIDENT_SMBIOS(2, 7),
                "Firmware Language Information\n\tLanguage Description Format: Long\n"
                "\tInstallable Languages: 0\n\tCurrently Installed Language: A\n",
                "BIOS Language Information\n\tLanguage Description Format: Long\n"
                "\tInstallable Languages: 0\n\tCurrently Installed Language: A\n",
                13, data, sizeof data);
}

#define MODULE(unit)                                                                               \
    "Memory Module Information\n\tSocket Designation: A\n\tBank Connections: 1\n"                  \
    "\tCurrent Speed: 60 ns\n\tType: DIMM\n\tInstalled Size: 256 " unit                            \
    " (Double-bank Connection)\n\tEnabled Size: 256 " unit                                         \
    " (Single-bank Connection)\n\tError Status: OK\n"

static void types_that_others_refer_to_had_other_names(void **state)
{
    static const uint8_t group[] = {1, 0, 2, 0, 13, 3, 0};

    (void)state;
    assert_both(HWIDENT_SMBIOS(2, 6),
                "Group Associations\n\tName: A\n\tItems: 2\n\t\t0x0002 (Platform Firmware)\n"
                "\t\t0x0003 (Firmware Language)\n",
                "Group Associations\n\tName: A\n\tItems: 2\n\t\t0x0002 (BIOS)\n"
                "\t\t0x0003 (BIOS Language)\n",
                14, group, sizeof group);
}

static void sizes_had_other_units(void **state)
{
    (void)state;
    assert_both(HWIDENT_SMBIOS(2, 0), MODULE("MiB"), MODULE("MB"), 6,
                BYTES(1, 0x1F, 60, 0x00, 0x01, 0x88, 8, 0));
}

static void every_unit_has_an_older_one(void **state)
{
    static const char *const units[][2] = {
        {" bytes", " bytes"}, {" KiB", " kB"}, {" MiB", " MB"}, {" GiB", " GB"}, {" TiB", " TB"},
        {" PiB", " PB"},      {" EiB", " EB"}, {" ZiB", " ZB"}, {" YiB", " YB"}, {"", ""}};
    (void)state;
    for (unsigned i = 0; i < sizeof units / sizeof units[0]; i++) {
        assert_string_equal(size_unit(DIALECT_3_7, i), units[i][0]);
        assert_string_equal(size_unit(DIALECT_3_6, i), units[i][1]);
    }
}

#define SLOT(type)                                                                                 \
    "System Slot Information\n\tDesignation: A\n\tType: " type "\n\tData Bus Width: 4x or x4\n"    \
    "\tCurrent Usage: In Use\n\tLength: Short\n"
#define SLOT_END "\tCharacteristics:\n\t\tOpening is shared\n"

static void slots_of_these_types_had_no_number(void **state)
{
    (void)state;
    assert_both(HWIDENT_SMBIOS(2, 7), SLOT("M.2 Socket 3") "\tID: 5\n" SLOT_END,
                SLOT("M.2 Socket 3") SLOT_END, 9, BYTES(1, 0x17, 0x0A, 4, 3, 5, 0, 8));
    assert_both(HWIDENT_SMBIOS(2, 7), SLOT("PCI Express 4 SFF-8639 (U.2)") "\tID: 5\n" SLOT_END,
                SLOT("PCI Express 4 SFF-8639 (U.2)") SLOT_END, 9,
                BYTES(1, 0x24, 0x0A, 4, 3, 5, 0, 8));
    assert_both(HWIDENT_SMBIOS(2, 7), SLOT("AGP 8x") "\tID: 5\n" SLOT_END,
                SLOT("AGP 8x") "\tID: 5\n" SLOT_END, 9, BYTES(1, 0x13, 0x0A, 4, 3, 5, 0, 8));
    assert_both(HWIDENT_SMBIOS(2, 7), SLOT("PCI Express 6+") "\tID: 5\n" SLOT_END,
                SLOT("PCI Express 6+") "\tID: 5\n" SLOT_END, 9,
                BYTES(1, 0xC4, 0x0A, 4, 3, 5, 0, 8));
}

#define CHASSIS                                                                                    \
    "Chassis Information\n\tManufacturer: A\n\tType: Desktop\n\tLock: Not Present\n"               \
    "\tVersion: B\n\tSerial Number: C\n\tAsset Tag: D\n\tBoot-up State: Safe\n"                    \
    "\tPower Supply State: Safe\n\tThermal State: Safe\n\tSecurity Status: None\n"                 \
    "\tOEM Information: 0x00000000\n\tHeight: 1 U\n\tNumber Of Power Cords: 1\n"                   \
    "\tContained Elements: 0\n"

static void padding_was_taken_for_a_sku(void **state)
{
    static const uint8_t data[] = {1, 3, 2, 3, 4, 3, 3, 3, 3, 0, 0, 0, 0, 1, 1, 0, 0, 0};

    (void)state;
    assert_both(HWIDENT_SMBIOS(2, 6), CHASSIS, CHASSIS "\tSKU Number: Not Specified\n", 3, data,
                sizeof data);
}

#define PROCESSOR(upgrade)                                                                         \
    "\tExternal Clock: Unknown\n\tMax Speed: Unknown\n\tCurrent Speed: Unknown\n"                  \
    "\tStatus: Unpopulated\n\tUpgrade: " upgrade "\n"
#define PROCESSOR_HEAD                                                                             \
    "Processor Information\n\tSocket Designation: A\n\tType: Central Processor\n"                  \
    "\tFamily: Other\n\tManufacturer: B\n\tID: 00 00 00 00 00 00 00 00\n\tVersion: C\n"

static void processors_had_an_unknown_voltage_and_fewer_sockets(void **state)
{
    uint8_t data[0x1A - 4] = {1, 3, 1, 2, [0x10 - 4] = 3, [0x19 - 4] = 0x51};

    (void)state;
    assert_both(HWIDENT_SMBIOS(2, 0), PROCESSOR_HEAD PROCESSOR("Socket BGA1964"),
                PROCESSOR_HEAD "\tVoltage: Unknown\n" PROCESSOR("<OUT OF SPEC>"), 4, data,
                sizeof data);
    data[0x19 - 4] = 0x50;
    assert_both(HWIDENT_SMBIOS(2, 0), PROCESSOR_HEAD PROCESSOR("Socket LGA7529"),
                PROCESSOR_HEAD "\tVoltage: Unknown\n" PROCESSOR("Socket LGA7529"), 4, data,
                sizeof data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_older_dialect_says_bios_for_firmware),
        cmocka_unit_test(a_label_that_3_7_does_not_print_is_not_printed),
        cmocka_unit_test(languages_were_the_bioss),
        cmocka_unit_test(types_that_others_refer_to_had_other_names),
        cmocka_unit_test(sizes_had_other_units),
        cmocka_unit_test(every_unit_has_an_older_one),
        cmocka_unit_test(slots_of_these_types_had_no_number),
        cmocka_unit_test(padding_was_taken_for_a_sku),
        cmocka_unit_test(processors_had_an_unknown_voltage_and_fewer_sockets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
