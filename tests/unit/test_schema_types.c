/*
 * What rows cannot express: the functions of the types 9 to 15, 22 to 40, 45 and 46.
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

/* ---- Slots (section 7.10) ---------------------------------------------------------------- */

#define SLOT     "System Slot Information\n\tDesignation: A\n"
#define SLOT_USE "\tData Bus Width: 8 bit\n\tCurrent Usage: In Use\n\tLength: Long\n"

static void slot_ids_are_as_the_type_says(void **state)
{
    (void)state;
    assert_text(SLOT "\tType: PC Card (PCMCIA)\n" SLOT_USE "\tID: Adapter 2, Socket 1\n"
                     "\tCharacteristics:\n\t\t5.0 V is provided\n",
                9, BYTES(1, 0x07, 3, 4, 4, 2, 1, 2));
    assert_text(SLOT "\tType: PCI\n" SLOT_USE "\tID: 2\n\tCharacteristics: None\n", 9,
                BYTES(1, 0x06, 3, 4, 4, 2, 1, 0));
    assert_text(SLOT "\tType: ISA\n" SLOT_USE "\tCharacteristics: Unknown\n", 9,
                BYTES(1, 0x03, 3, 4, 4, 2, 1, 3));
    assert_values("slot_id=258 slot_characteristics=- ", 9, BYTES(1, 0x03, 3, 4, 4, 2, 1, 3));
}

static const char *slot_type_name(uint8_t type)
{
    return name_table_find(schema_slot.fields[1].names, type);
}

static void only_slots_of_some_types_have_an_id(void **state)
{
    static const struct {
        uint8_t type;
        bool shown;
    } cases[] = {
        {0x03, false}, {0x04, true},  {0x05, true}, {0x06, true},  {0x08, false},
        {0x0D, false}, {0x0E, true},  {0x28, true}, {0x29, false}, {0x30, false},
        {0xA0, false}, {0xA4, false}, {0xA5, true}, {0xC4, true},  {0xC7, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *name = slot_type_name(cases[i].type);
        char expected[200];

        snprintf(expected, sizeof expected,
                 SLOT "\tType: %s\n" SLOT_USE "%s\tCharacteristics: None\n",
                 name ? name : "<OUT OF SPEC>", cases[i].shown ? "\tID: 2\n" : "");
        assert_text(expected, 9, BYTES(1, cases[i].type, 3, 4, 4, 2, 1, 0));
    }
}

static void edsff_slots_have_their_length_in_their_type(void **state)
{
    (void)state;
    assert_text(SLOT "\tType: EDSFF E1.L\n" SLOT_USE "\tID: 2\n\tCharacteristics: None\n", 9,
                BYTES(1, 0xC5, 3, 4, 4, 2, 1, 0));
    assert_values("slot_designation='A' slot_type=198 slot_data_bus_width=3 current_usage=4 "
                  "slot_length=3 slot_id=258 slot_characteristics=[ ] ",
                  9, BYTES(1, 0xC6, 3, 4, 3, 2, 1, 0));
}

static void slot_characteristics_are_two_bytes_from_2_1_on(void **state)
{
    (void)state;
    assert_values("slot_characteristics=[ <3.3 V is provided> ] ", 9,
                  BYTES(1, 0x06, 3, 4, 4, 2, 0, 4));
    assert_values("slot_characteristics=[ <3.3 V is provided> <PME signal is supported> ] ", 9,
                  BYTES(1, 0x06, 3, 4, 4, 2, 0, 4, 1));
}

static const uint8_t peers[] = {1, 0xBE, 8, 4, 4, 3, 7, 0, 0,    0, 0, 1, 0xFF, 8,    2,
                                5, 0,    2, 8, 4, 1, 0, 3, 0x10, 8, 5, 8, 0x14, 0x08, 3};

static void assert_peers(size_t size, const char *tail)
{
    char expected[1024];

    snprintf(expected, sizeof expected,
             SLOT "\tType: PCI Express 5\n\tData Bus Width: 1x or x1\n\tCurrent Usage: In Use\n"
                  "\tLength: Long\n\tID: 3\n\tCharacteristics: None\n"
                  "\tBus Address: 0000:01:1f.7\n\tData Bus Width (Base): 8\n\tPeer Devices: 2\n%s",
             tail);
    assert_text(expected, 9, peers, size);
}

#define PEER_1   "\tPeer Device 1: 0005:02:01.0 (Width 4)\n"
#define PEER_2   "\tPeer Device 2: 0001:03:02.0 (Width 8)\n"
#define SLOT_END "\tPCI Express Generation: 5\n\tSlot Physical Width: 1x or x1\n\tPitch: 20.68 mm\n"

static void slots_list_their_peers_and_what_follows(void **state)
{
    (void)state;
    assert_peers(sizeof peers, PEER_1 PEER_2 SLOT_END "\tHeight: Full height\n");
    assert_peers(sizeof peers - 1, PEER_1 PEER_2 SLOT_END);
    assert_values("peer_groups=[ { bus_address=0005:02:01.0 data_bus_width=4 } "
                  "{ bus_address=0001:03:02.0 data_bus_width=8 } ] slot_information=5 "
                  "slot_physical_width=8 slot_pitch_micrometers=20680 slot_height=3 ",
                  9, peers, sizeof peers);
}

static void slots_list_peers_where_all_are_whole(void **state)
{
    (void)state;
    assert_peers(25, PEER_1 PEER_2);
    assert_peers(24, "");
    assert_values("peer_groups=[ { bus_address=0005:02:01.0 data_bus_width=4 } ] ", 9, peers, 24);
    assert_values("peer_groups=[ { bus_address=0005:02:01.0 data_bus_width=4 } ] ", 9, peers, 20);
    assert_values("peer_groups=[ ] ", 9, peers, 19);
}

/* ---- Lists as long as the structure (sections 7.11, 7.14, 7.15) ----------------------------- */

#define DEVICE_A "\tType: Video\n\tStatus: Enabled\n\tDescription: A\n"

static void on_board_devices_fill_the_length(void **state)
{
    (void)state;
    assert_text("", 10, NULL, 0);
    assert_text("", 10, BYTES(0x83));
    assert_text("On Board Device Information\n" DEVICE_A, 10, BYTES(0x83, 1));
    assert_text("On Board Device Information\n" DEVICE_A, 10, BYTES(0x83, 1, 0x04));
    assert_text("On Board Device 1 Information\n" DEVICE_A
                "On Board Device 2 Information\n\tType: SCSI Controller\n\tStatus: Disabled\n"
                "\tDescription: B\n",
                10, BYTES(0x83, 1, 0x04, 2));
}

static void languages_beyond_the_strings_are_bad(void **state)
{
    uint8_t data[18] = {6, 1, [17] = 6};

    (void)state;
    assert_text("Firmware Language Information\n\tLanguage Description Format: Abbreviated\n"
                "\tInstallable Languages: 6\n\t\tA\n\t\tB\n\t\tC\n\t\tD\n\t\tE\n\t\t<BAD INDEX>\n"
                "\tCurrently Installed Language: <BAD INDEX>\n",
                13, data, sizeof data);
    assert_text("Firmware Language Information\n", 13, data, sizeof data - 1);
}

#define GROUP "Group Associations\n\tName: A\n"

static void groups_fill_the_length(void **state)
{
    (void)state;
    assert_text(GROUP "\tItems: 0\n", 14, BYTES(1));
    assert_text(GROUP "\tItems: 0\n", 14, BYTES(1, 9, 5));
    assert_text(GROUP "\tItems: 1\n\t\t0x0905 (System Slots)\n", 14, BYTES(1, 9, 5, 9));
    assert_text(GROUP "\tItems: 1\n\t\t0x0905 (System Slots)\n", 14, BYTES(1, 9, 5, 9, 0x80));
    assert_text(GROUP "\tItems: 2\n\t\t0x0001 (<OUT OF SPEC>)\n\t\t0x0002 (OEM-specific)\n", 14,
                BYTES(1, 125, 1, 0, 0x80, 2, 0));
    assert_values("items=[ { item_type=9 item_handle=0x0905 } ] ", 14, BYTES(1, 9, 5, 9));
}

/* ---- Event log (section 7.16) ------------------------------------------------------------- */

#define LOG_AREA                                                                                   \
    "System Event Log\n\tArea Length: 256 bytes\n\tHeader Start Offset: 0x0008\n"                  \
    "\tHeader Length: 8 bytes\n\tData Start Offset: 0x0010\n"
#define LOG_STATUS        "\tStatus: Invalid, Full\n\tChange Token: 0x00000007\n"
#define LOG_BYTES(method) 0, 1, 8, 0, 16, 0, method, 2, 7, 0, 0, 0, 0x12, 0x34, 0x56, 0x78

static void log_addresses_are_as_the_method_says(void **state)
{
    (void)state;
    assert_text(LOG_AREA "\tAccess Method: Indexed I/O, one 16-bit index port, one 8-bit data "
                         "port\n\tAccess Address: Index 0x3412, Data 0x7856\n" LOG_STATUS,
                15, BYTES(LOG_BYTES(2)));
    assert_text(LOG_AREA "\tAccess Method: Memory-mapped physical 32-bit address\n"
                         "\tAccess Address: 0x78563412\n" LOG_STATUS,
                15, BYTES(LOG_BYTES(3)));
    assert_text(LOG_AREA "\tAccess Method: General-purpose non-volatile data functions\n"
                         "\tAccess Address: 0x3412\n" LOG_STATUS,
                15, BYTES(LOG_BYTES(4)));
    assert_text(LOG_AREA "\tAccess Method: <OUT OF SPEC>\n"
                         "\tAccess Address: Unknown\n" LOG_STATUS,
                15, BYTES(LOG_BYTES(5)));
    assert_text(LOG_AREA "\tAccess Method: OEM-specific\n"
                         "\tAccess Address: Unknown\n" LOG_STATUS,
                15, BYTES(LOG_BYTES(0x80)));
}

static void a_log_whose_data_come_first_has_no_header_length(void **state)
{
    (void)state;
    assert_text("System Event Log\n\tArea Length: 1 bytes\n\tHeader Start Offset: 0x0010\n"
                "\tData Start Offset: 0x0010\n"
                "\tAccess Method: Memory-mapped physical 32-bit address\n"
                "\tAccess Address: 0x00000000\n\tStatus: Valid, Not Full\n"
                "\tChange Token: 0x00000000\n",
                15, BYTES(1, 0, 16, 0, 16, 0, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0));
}

static void a_log_header_of_one_byte_is_one_byte(void **state)
{
    (void)state;
    assert_text("System Event Log\n\tArea Length: 2 bytes\n\tHeader Start Offset: 0x0010\n"
                "\tHeader Length: 1 byte\n\tData Start Offset: 0x0011\n"
                "\tAccess Method: Memory-mapped physical 32-bit address\n"
                "\tAccess Address: 0x00000000\n\tStatus: Valid, Not Full\n"
                "\tChange Token: 0x00000000\n",
                15, BYTES(2, 0, 16, 0, 17, 0, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0));
}

#define LOG_MEMORY                                                                                 \
    LOG_AREA "\tAccess Method: Memory-mapped physical 32-bit address\n"                            \
             "\tAccess Address: 0x78563412\n" LOG_STATUS "\tHeader Format: OEM-specific\n"         \
             "\tSupported Log Type Descriptors: 2\n"
#define LOG_DESCRIPTOR_1 "\tDescriptor 1: End of log\n\tData Format 1: Handle\n"
#define LOG_DESCRIPTOR_2 "\tDescriptor 2: OEM-specific\n\tData Format 2: <OUT OF SPEC>\n"

static void log_descriptors_are_listed_where_all_are_whole(void **state)
{
    (void)state;
    assert_text(LOG_MEMORY LOG_DESCRIPTOR_1 LOG_DESCRIPTOR_2, 15,
                BYTES(LOG_BYTES(3), 0x80, 2, 2, 0xFF, 1, 0xFE, 7));
    assert_text(LOG_MEMORY, 15, BYTES(LOG_BYTES(3), 0x80, 2, 2, 0xFF, 1, 0xFE));
    assert_text(LOG_MEMORY LOG_DESCRIPTOR_1 LOG_DESCRIPTOR_2, 15,
                BYTES(LOG_BYTES(3), 0x80, 2, 2, 0xFF, 1, 0xFE, 7, 0));
    assert_text(LOG_MEMORY LOG_DESCRIPTOR_1 LOG_DESCRIPTOR_2, 15,
                BYTES(LOG_BYTES(3), 0x80, 2, 3, 0xFF, 1, 9, 0xFE, 7, 9));
    assert_text(LOG_MEMORY, 15, BYTES(LOG_BYTES(3), 0x80, 2, 3, 0xFF, 1, 9, 0xFE, 7));
    assert_values("supported_event_log_type_descriptors=[ { log_type=255 "
                  "variable_data_format_type=1 } ] ",
                  15, BYTES(LOG_BYTES(3), 0x80, 1, 2, 0xFF, 1, 0xFE, 7));
    assert_text(LOG_MEMORY, 15, BYTES(LOG_BYTES(3), 0x80, 2, 1, 0xFF, 1));
    assert_text(LOG_MEMORY, 15, BYTES(LOG_BYTES(3), 0x80, 2, 0, 0xFF, 1));
    assert_values("supported_event_log_type_descriptors=[ { log_type=255 "
                  "variable_data_format_type=1 } ] ",
                  15, BYTES(LOG_BYTES(3), 0x80, 2, 2, 0xFF, 1, 0xFE));
}

/* ---- Battery, power (sections 7.23, 7.26, 7.40) -------------------------------------------- */

#define BATTERY "Portable Battery\n\tLocation: A\n\tManufacturer: B\n"
#define BATTERY_DESIGN                                                                             \
    "\tDesign Capacity: 2000 mWh\n\tDesign Voltage: 7600 mV\n\tSBDS Version: D\n"                  \
    "\tMaximum Error: 5%\n"

static void a_battery_has_plain_or_smart_fields(void **state)
{
    (void)state;
    assert_text(
        BATTERY "\tName: C\n" BATTERY_DESIGN "\tSBDS Serial Number: 00AB\n"
                "\tSBDS Manufacture Date: 2012-08-27\n\tSBDS Chemistry: E\n"
                "\tOEM-specific Information: 0x00000001\n",
        22,
        BYTES(1, 2, 0, 0, 3, 2, 0xC8, 0, 0xB0, 0x1D, 4, 5, 0xAB, 0, 0x1B, 0x41, 5, 10, 1, 0, 0, 0));
    assert_text(
        BATTERY "\tManufacture Date: D\n\tSerial Number: E\n\tName: C\n"
                "\tChemistry: Lithium Ion\n" BATTERY_DESIGN
                "\tOEM-specific Information: 0x00000001\n",
        22,
        BYTES(1, 2, 4, 5, 3, 6, 0xC8, 0, 0xB0, 0x1D, 4, 5, 0xAB, 0, 0x1B, 0x41, 5, 10, 1, 0, 0, 0));
}

static void a_smart_serial_number_has_four_digits(void **state)
{
    uint8_t data[22] = {[12] = 0xAB};

    (void)state;
    assert_values("sbds_serial_number=0x00AB ", 22, data, sizeof data);
}

static void a_battery_before_2_2_has_no_smart_fields(void **state)
{
    (void)state;
    assert_text(BATTERY "\tManufacture Date: Not Specified\n\tSerial Number: Not Specified\n"
                        "\tName: C\n\tChemistry: Unknown\n\tDesign Capacity: 200 mWh\n"
                        "\tDesign Voltage: Unknown\n\tSBDS Version: D\n\tMaximum Error: 5%\n",
                22, BYTES(1, 2, 0, 0, 3, 2, 0xC8, 0, 0, 0, 4, 5));
}

static void a_date_needs_a_month_and_a_day(void **state)
{
    uint8_t data[22] = {[14] = 0x05};

    (void)state;
    assert_values("sbds_manufacture_date=- ", 22, data, sizeof data);
    data[14] = 0x20;
    assert_values("sbds_manufacture_date=- ", 22, data, sizeof data);
    data[14] = 0x25;
    assert_values("sbds_manufacture_date=1980-01-05 ", 22, data, sizeof data);
}

static void power_on_times_out_of_range_are_stars(void **state)
{
    (void)state;
    assert_values("next_scheduled_power_on=12-31 23:59:59 ", 25,
                  BYTES(0x12, 0x31, 0x23, 0x59, 0x59));
    assert_values("next_scheduled_power_on=*-* *:*:* ", 25, BYTES(0x13, 0x32, 0x24, 0x60, 0xFF));
    assert_values("next_scheduled_power_on=*-* *:*:* ", 25, BYTES(0x0A, 0x1A, 0x1F, 0x3B, 0x5C));
    assert_values("next_scheduled_power_on=*-* 00:00:00 ", 25, BYTES(0, 0, 0, 0, 0));
    assert_text("System Power Controls\n", 25, BYTES(0, 0, 0, 0));
}

static void a_power_supply_that_is_absent_says_so(void **state)
{
    uint8_t data[18] = {[8] = 1, [10] = 0x80, [11] = 0x01, [12] = 0xFF, [13] = 0xFF};

    (void)state;
    assert_values("max_power_capacity_milliwatts=1000 present=0 status=3 ", 39, data, sizeof data);
    assert_text("System Power Supply\n\tLocation: Not Specified\n\tName: Not Specified\n"
                "\tManufacturer: Not Specified\n\tSerial Number: Not Specified\n"
                "\tAsset Tag: Not Specified\n\tModel Part Number: Not Specified\n"
                "\tRevision: Not Specified\n\tMax Power Capacity: 1 W\n"
                "\tStatus: Not Present\n\tType: <OUT OF SPEC>\n"
                "\tInput Voltage Range Switching: <OUT OF SPEC>\n\tPlugged: Yes\n"
                "\tHot Replaceable: No\n\tCooling Device Handle: 0x0000\n"
                "\tInput Current Probe Handle: 0x0000\n",
                39, data, sizeof data);
    data[10] = 0x82;
    assert_values("present=1 status=3 ", 39, data, sizeof data);
    assert_values("input_voltage_probe_handle=- cooling_device_handle=0x0000 ", 39, data,
                  sizeof data);
}

/* ---- Sensors (sections 7.27 to 7.29) ------------------------------------------------------ */

static void probes_have_signs_and_decimals(void **state)
{
    static const uint8_t data[] = {1,    0x67, 0x0C, 0xFE, 0, 0x80, 0x0F, 0,
                                   0xFF, 0,    0x7D, 0,    1, 0,    0,    0};

    (void)state;
    assert_text("Voltage Probe\n\tDescription: A\n\tLocation: Motherboard\n\tStatus: OK\n"
                "\tMaximum Value: -0.500 V\n\tMinimum Value: Unknown\n\tResolution: 1.5 mV\n"
                "\tTolerance: 0.255 V\n\tAccuracy: 1.25%\n"
                "\tOEM-specific Information: 0x00000001\n",
                26, data, sizeof data);
    assert_text("Temperature Probe\n\tDescription: A\n\tLocation: Motherboard\n\tStatus: OK\n"
                "\tMaximum Value: -50.0 deg C\n\tMinimum Value: Unknown\n"
                "\tResolution: 0.015 deg C\n\tTolerance: 25.5 deg C\n\tAccuracy: 1.25%\n"
                "\tOEM-specific Information: 0x00000001\n",
                28, data, sizeof data);
    assert_values("maximum_value_millivolts=-500 minimum_value_millivolts=- "
                  "resolution_microvolts=1500 tolerance_millivolts=255 ",
                  26, data, sizeof data);
    assert_values("maximum_value_millidegrees_celsius=-50000 ", 28, data, sizeof data);
}

static void boards_have_temperature_probes_only(void **state)
{
    uint8_t data[16] = {1, 0x6C};

    (void)state;
    assert_values("location=12 status=3 ", 29, data, sizeof data);
    assert_non_null(name_table_find(schema_temperature_probe.fields[1].names, 0x0C));
    assert_null(name_table_find(schema_voltage_probe.fields[1].names, 0x0C));
    assert_null(name_table_find(schema_current_probe.fields[1].names, 0x0C));
}

/* ---- Reset and boot (sections 7.24, 7.32, 7.33) ------------------------------------------- */

static void without_watchdog_there_are_no_timers(void **state)
{
    (void)state;
    assert_text("System Reset\n\tStatus: Enabled\n\tWatchdog Timer: Not Present\n", 23,
                BYTES(0x1F, 1, 0, 2, 0, 3, 0, 4, 0));
    assert_text("System Reset\n\tStatus: Enabled\n\tWatchdog Timer: Present\n"
                "\tBoot Option: Do Not Reboot\n\tBoot Option On Limit: System Utilities\n"
                "\tReset Count: 1\n\tReset Limit: 2\n\tTimer Interval: 3 min\n\tTimeout: Unknown\n",
                23, BYTES(0x37, 1, 0, 2, 0, 3, 0, 0xFF, 0xFF));
    assert_values("timer_interval_seconds=180 timeout_seconds=240 ", 23,
                  BYTES(0x1F, 1, 0, 2, 0, 3, 0, 4, 0));
}

static void boot_services_have_a_checksum(void **state)
{
    uint8_t data[24] = {[4] = 0x77, 0x5F, 0x01, 0xF0, 0x00, 0x60, 0x0F};

    (void)state;
    data[0] = (uint8_t)(256 - (31 + 28 + 0x77 + 0x5F + 0xF1 + 0x60 + 0x0F) % 256);
    assert_text("Boot Integrity Services Entry Point\n\tChecksum: OK\n"
                "\t16-bit Entry Point Address: F001:5F77\n"
                "\t32-bit Entry Point Address: 0x000F6000\n",
                31, data, sizeof data);
    data[0]++;
    assert_values("checksum_valid=0 ", 31, data, sizeof data);
}

static void boot_statuses_have_ranges_of_others(void **state)
{
    uint8_t data[7] = {[6] = 8};
    static const struct {
        uint8_t status;
        const char *text;
    } cases[] = {
        {8, "System watchdog timer expired"},
        {9, "<OUT OF SPEC>"},
        {127, "<OUT OF SPEC>"},
        {128, "OEM-specific"},
        {191, "OEM-specific"},
        {192, "Product-specific"},
        {255, "Product-specific"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char expected[80];

        data[6] = cases[i].status;
        snprintf(expected, sizeof expected, "System Boot Information\n\tStatus: %s\n",
                 cases[i].text);
        assert_text(expected, 32, data, sizeof data);
    }
}

/* ---- Management (sections 7.35 to 7.39) ---------------------------------------------------- */

/* Its length is that of a type 36, so that the first string stands in it. */
static void a_management_device_that_is_too_long_has_its_strings(void **state)
{
    (void)state;
    assert_text("Management Device\n\tDescription: LM78-A\n\tType: LM78\n\tAddress: 0x00000001\n"
                "\tAddress Type: I/O Port\n",
                34, BYTES(1, 4, 1, 0, 0, 0, 3, 'L', 'M', '7', '8', '-'));
    assert_values("description=' ~ ~ A' ", 34, BYTES(1, 4, 1, 0, 0, 0, 3, ' ', '~', ' ', '~', ' '));
    assert_values("description='A' ", 34, BYTES(1, 4, 1, 0, 0, 0, 3, 'L', 'M', '7', '8', 0x1F));
    assert_values("description='A' ", 34, BYTES(1, 4, 1, 0, 0, 0, 3, 'L', 'M', '7', '8', 0x7F));
    assert_values("description='A' ", 34, BYTES(1, 4, 1, 0, 0, 0, 3, 'L', 'M', '7', '8'));
}

static void thresholds_that_are_not_there_have_no_line(void **state)
{
    (void)state;
    assert_text("Management Device Threshold Data\n\tUpper Critical Threshold: -2\n", 36,
                BYTES(0, 0x80, 0, 0x80, 0, 0x80, 0xFE, 0xFF, 0, 0x80, 0, 0x80));
    assert_values("lower_threshold_critical=- upper_threshold_critical=-2 ", 36,
                  BYTES(0, 0x80, 0, 0x80, 0, 0x80, 0xFE, 0xFF, 0, 0x80, 0, 0x80));
}

#define IPMI(interface, target)                                                                    \
    "IPMI Device Information\n\tInterface Type: " interface "\n\tSpecification Version: 2.0\n"     \
    "\tI2C Slave Address: " target "\n"
#define IPMI_KCS IPMI("KCS (Keyboard Control Style)", "0x10")
#define PORT_CA2 0xA3, 0x0C, 0, 0, 0, 0, 0, 0

static void ipmi_addresses_are_ports_memory_or_on_the_bus(void **state)
{
    (void)state;
    assert_text(IPMI_KCS "\tNV Storage Device: Not Present\n"
                         "\tBase Address: 0x0000000000000CA2 (I/O)\n"
                         "\tRegister Spacing: Successive Byte Boundaries\n",
                38, BYTES(1, 0x20, 0x20, 0xFF, PORT_CA2, 0, 0));
    assert_text(IPMI_KCS "\tNV Storage Device Address: 7\n"
                         "\tBase Address: 0x0000000000000CA3 (I/O)\n"
                         "\tRegister Spacing: 32-bit Boundaries\n"
                         "\tInterrupt Polarity: Active High\n\tInterrupt Trigger Mode: Level\n"
                         "\tInterrupt Number: 9\n",
                38, BYTES(1, 0x20, 0x20, 7, PORT_CA2, 0x5B, 9));
    assert_values("i2c_target_address=0x7F ", 38, BYTES(1, 0x20, 0xFF, 7, PORT_CA2, 0, 0));
    assert_text(
        IPMI("KCS (Keyboard Control Style)", "0x7f") "\tNV Storage Device Address: 0\n"
                                                     "\tBase Address: 0x0000000000000CA2 (I/O)\n",
        38, BYTES(1, 0x20, 0xFF, 0, PORT_CA2));
    assert_text(IPMI_KCS "\tNV Storage Device Address: 7\n"
                         "\tBase Address: 0x8000000000000002 (Memory-mapped)\n"
                         "\tRegister Spacing: 16-byte Boundaries\n\tInterrupt Number: 8\n",
                38, BYTES(1, 0x20, 0x20, 7, 2, 0, 0, 0, 0, 0, 0, 0x80, 0x80, 8));
    assert_values("i2c_target_address=0x10 nv_storage_device_address=7 "
                  "base_address=0x8000000000000002 base_address_space=memory ",
                  38, BYTES(1, 0x20, 0x20, 7, 2, 0, 0, 0, 0, 0, 0, 0x80, 0x80, 8));
    assert_values("base_address=0x10 base_address_space=smbus interrupt_number=- ", 38,
                  BYTES(4, 0x20, 0x20, 0xFF, 0x20, 0, 0, 0, 0, 0, 0, 0, 0x5B, 0));
    assert_text(IPMI("SSIF (SMBus System Interface)", "0x10") "\tNV Storage Device: Not Present\n"
                                                              "\tBase Address: 0x10 (SMBus)\n",
                38, BYTES(4, 0x20, 0x20, 0xFF, 0x20, 0, 0, 0, 0, 0, 0, 0, 0x5B, 0));
}

static void ipmi_without_modifier_has_an_even_address(void **state)
{
    (void)state;
    assert_text(IPMI_KCS "\tNV Storage Device: Not Present\n"
                         "\tBase Address: 0x0000000000000CA2 (I/O)\n",
                38, BYTES(1, 0x20, 0x20, 0xFF, PORT_CA2));
    assert_text("IPMI Device Information\n", 38, BYTES(1, 0x20, 0x20, 0xFF, 0xA3, 0x0C, 0));
}

/* ---- Additional information (section 7.41) ------------------------------------------------ */

#define ENTRY_1                                                                                    \
    "Additional Information 1\n\tReferenced Handle: 0x00a1\n\tReferenced Offset: 0x05\n"           \
    "\tString: A\n\tValue: 0x5a\n"
#define ENTRY_1_BYTES 6, 0xA1, 0, 5, 1, 0x5A

static void additional_entries_have_their_own_lengths(void **state)
{
    (void)state;
    assert_text(ENTRY_1 "Additional Information 2\n\tReferenced Handle: 0x0002\n"
                        "\tReferenced Offset: 0x06\n\tString: B\n\tValue: 0x0201\n",
                40, BYTES(2, ENTRY_1_BYTES, 7, 2, 0, 6, 2, 1, 2));
    assert_values("value=0x04030201 ", 40, BYTES(1, 9, 2, 0, 6, 2, 1, 2, 3, 4));
    assert_values("value=010203 ", 40, BYTES(1, 8, 2, 0, 6, 2, 1, 2, 3));
    assert_values("value= ", 40, BYTES(1, 5, 2, 0, 6, 2, 0));
}

static void additional_entries_end_with_one_that_is_cut(void **state)
{
    (void)state;
    assert_text("", 40, NULL, 0);
    assert_text(ENTRY_1, 40, BYTES(1, ENTRY_1_BYTES));
    assert_text(ENTRY_1, 40, BYTES(1, ENTRY_1_BYTES, 0));
    assert_text("", 40, BYTES(1, 6, 0xA1, 0, 5, 1));
    assert_text("Additional Information 1\n", 40, BYTES(1, 7, 0xA1, 0, 5, 1, 2));
    assert_text("Additional Information 1\n", 40, BYTES(1, 4, 0xA1, 0, 5, 1, 2));
    assert_text(ENTRY_1 "Additional Information 2\n", 40, BYTES(3, ENTRY_1_BYTES));
    assert_text(ENTRY_1 "Additional Information 2\n", 40, BYTES(3, ENTRY_1_BYTES, 4, 2, 0, 6));
    assert_text(ENTRY_1 "Additional Information 2\n", 40, BYTES(3, ENTRY_1_BYTES, 0, 2, 0, 6));
}

/* ---- Firmware inventory, string property (sections 7.46, 7.47) ------------------------------ */

#define FIRMWARE                                                                                   \
    "Firmware Inventory Information\n\tFirmware Component Name: A\n\tFirmware Version: B\n"        \
    "\tFirmware ID: C\n\tRelease Date: D\n\tManufacturer: E\n"                                     \
    "\tLowest Supported Firmware Version: Not Specified\n\tImage Size: 1 MiB\n"                    \
    "\tCharacteristics:\n\t\tUpdatable: Yes\n\t\tWrite-Protect: No\n\tState: Enabled\n"
#define FIRMWARE_BYTES 1, 2, 1, 3, 0, 4, 5, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 1, 0, 4

static void firmware_components_end_with_the_structure(void **state)
{
    (void)state;
    assert_text(FIRMWARE "\tAssociated Components: 2\n\t\t0x0001\n\t\t0x0002\n", 45,
                BYTES(FIRMWARE_BYTES, 2, 1, 0, 2, 0));
    assert_text(FIRMWARE, 45, BYTES(FIRMWARE_BYTES, 2, 1, 0, 2));
    assert_values("associated_component_handles=[ 0x0001 ] ", 45,
                  BYTES(FIRMWARE_BYTES, 2, 1, 0, 2));
    assert_text("Firmware Inventory Information\n", 45, BYTES(FIRMWARE_BYTES));
    assert_values("characteristics={ updatable=1 write_protect=0 } state=4 ", 45,
                  BYTES(FIRMWARE_BYTES));
}

static void string_properties_have_ranges_of_others(void **state)
{
    (void)state;
    assert_text("String Property\n\tString Property ID: UEFI device path\n"
                "\tString Property Value: A\n\tParent Handle: 0x0102\n",
                46, BYTES(1, 0, 1, 2, 1));
    assert_text("String Property\n\tString Property ID: Vendor-specific\n"
                "\tString Property Value: A\n\tParent Handle: 0x0102\n",
                46, BYTES(0xFF, 0xBF, 1, 2, 1));
    assert_text("String Property\n\tString Property ID: Vendor-specific\n"
                "\tString Property Value: A\n\tParent Handle: 0x0102\n",
                46, BYTES(0, 0x80, 1, 2, 1));
    assert_text("String Property\n\tString Property ID: OEM-specific\n"
                "\tString Property Value: A\n\tParent Handle: 0x0102\n",
                46, BYTES(0, 0xC0, 1, 2, 1));
    assert_text("String Property\n\tString Property ID: Reserved\n"
                "\tString Property Value: A\n\tParent Handle: 0x0102\n",
                46, BYTES(0, 0, 1, 2, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slot_ids_are_as_the_type_says),
        cmocka_unit_test(only_slots_of_some_types_have_an_id),
        cmocka_unit_test(edsff_slots_have_their_length_in_their_type),
        cmocka_unit_test(slot_characteristics_are_two_bytes_from_2_1_on),
        cmocka_unit_test(slots_list_their_peers_and_what_follows),
        cmocka_unit_test(slots_list_peers_where_all_are_whole),
        cmocka_unit_test(on_board_devices_fill_the_length),
        cmocka_unit_test(languages_beyond_the_strings_are_bad),
        cmocka_unit_test(groups_fill_the_length),
        cmocka_unit_test(log_addresses_are_as_the_method_says),
        cmocka_unit_test(a_log_whose_data_come_first_has_no_header_length),
        cmocka_unit_test(a_log_header_of_one_byte_is_one_byte),
        cmocka_unit_test(log_descriptors_are_listed_where_all_are_whole),
        cmocka_unit_test(a_battery_has_plain_or_smart_fields),
        cmocka_unit_test(a_smart_serial_number_has_four_digits),
        cmocka_unit_test(a_battery_before_2_2_has_no_smart_fields),
        cmocka_unit_test(a_date_needs_a_month_and_a_day),
        cmocka_unit_test(power_on_times_out_of_range_are_stars),
        cmocka_unit_test(a_power_supply_that_is_absent_says_so),
        cmocka_unit_test(probes_have_signs_and_decimals),
        cmocka_unit_test(boards_have_temperature_probes_only),
        cmocka_unit_test(without_watchdog_there_are_no_timers),
        cmocka_unit_test(boot_services_have_a_checksum),
        cmocka_unit_test(boot_statuses_have_ranges_of_others),
        cmocka_unit_test(a_management_device_that_is_too_long_has_its_strings),
        cmocka_unit_test(thresholds_that_are_not_there_have_no_line),
        cmocka_unit_test(ipmi_addresses_are_ports_memory_or_on_the_bus),
        cmocka_unit_test(ipmi_without_modifier_has_an_even_address),
        cmocka_unit_test(additional_entries_have_their_own_lengths),
        cmocka_unit_test(additional_entries_end_with_one_that_is_cut),
        cmocka_unit_test(firmware_components_end_with_the_structure),
        cmocka_unit_test(string_properties_have_ranges_of_others),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
