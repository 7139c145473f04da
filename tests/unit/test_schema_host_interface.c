/*
 * The management controller's host interface (section 7.43, DSP0270).
 * SPDX-License-Identifier: MIT
 */
#include "schema_values.h"

enum { HOST_INTERFACE = 42, REDFISH_SIZE = 0x5B + 4 };

#define TITLE   "Management Controller Host Interface\n"
#define NETWORK TITLE "\tHost Interface Type: Network\n"

/* What the tests change of one record of Redfish over IP. */
struct redfish {
    uint8_t assignment;
    uint8_t format;
    uint8_t name_size;
    int length_error; /* added to the length that the record states */
};

static const uint8_t usb[] = {2, 0x6B, 0x04, 0xB0, 0xFF};

static const uint8_t ipv6_address[16] = {0x20, 1, 0x0D, 0xB8, [15] = 1};
static const uint8_t ipv4_address[16] = {169, 254, 0, 17};

static size_t put_redfish(uint8_t *out, const struct redfish *redfish)
{
    const uint8_t *address = redfish->format == 2 ? ipv6_address : ipv4_address;
    uint8_t *data = out + 2;

    memset(out, 0, 2 + REDFISH_SIZE);
    out[0] = 4;
    out[1] = (uint8_t)(REDFISH_SIZE + redfish->length_error);
    data[0x0F] = 1;
    data[0x10] = data[0x32] = redfish->assignment;
    data[0x11] = data[0x33] = redfish->format;
    memcpy(data + 0x12, address, 16);
    memset(data + 0x22, 0xFF, 2);
    memcpy(data + 0x34, address, 16);
    memset(data + 0x44, 0xFF, 2);
    data[0x54] = 0xBB;
    data[0x55] = 0x01;
    data[0x5A] = redfish->name_size;
    memcpy(data + 0x5B, "host", 4);
    return 2 + REDFISH_SIZE;
}

struct interface {
    uint8_t data[256];
    size_t size;
};

/* A host interface of `type` with the device and one record. */
static struct interface build_interface(uint8_t type, const uint8_t *device, size_t device_size,
                                        const struct redfish *redfish)
{
    struct interface interface = {{type, (uint8_t)device_size}, 2};

    memcpy(interface.data + 2, device, device_size);
    interface.size += device_size;
    interface.data[interface.size++] = 1;
    interface.size += put_redfish(interface.data + interface.size, redfish);
    return interface;
}

static struct interface build_network(const struct redfish *redfish)
{
    return build_interface(0x40, usb, sizeof usb, redfish);
}

static void assert_interface(const struct interface *interface, const char *expected)
{
    assert_text(expected, HOST_INTERFACE, interface->data, interface->size);
}

#define USB NETWORK "\tDevice Type: USB\n\tidVendor: 0x046b\n\tidProduct: 0xffb0\n"
#define REDFISH                                                                                    \
    "\tProtocol ID: 04 (Redfish over IP)\n"                                                        \
    "\t\tService UUID: 00000000-0000-0000-0000-000000000001\n"

static void static_addresses_are_shown(void **state)
{
    const struct interface interface =
        build_network(&(struct redfish){.assignment = 1, .format = 1, .name_size = 4});

    (void)state;
    assert_interface(&interface,
                     USB REDFISH "\t\tHost IP Assignment Type: Static\n"
                                 "\t\tHost IP Address Format: IPv4\n"
                                 "\t\tIPv4 Address: 169.254.0.17\n\t\tIPv4 Mask: 255.255.0.0\n"
                                 "\t\tRedfish Service IP Discovery Type: Static\n"
                                 "\t\tRedfish Service IP Address Format: IPv4\n"
                                 "\t\tIPv4 Redfish Service Address: 169.254.0.17\n"
                                 "\t\tIPv4 Redfish Service Mask: 255.255.0.0\n"
                                 "\t\tRedfish Service Port: 443\n\t\tRedfish Service Vlan: 0\n"
                                 "\t\tRedfish Service Hostname: host\n");
}

static void addresses_of_others_are_not_shown(void **state)
{
    const struct interface interface =
        build_network(&(struct redfish){.assignment = 2, .format = 1, .name_size = 4});

    (void)state;
    assert_interface(&interface, USB REDFISH "\t\tHost IP Assignment Type: DHCP\n"
                                             "\t\tHost IP Address Format: IPv4\n"
                                             "\t\tRedfish Service IP Discovery Type: DHCP\n"
                                             "\t\tRedfish Service IP Address Format: IPv4\n"
                                             "\t\tRedfish Service Hostname: host\n");
    assert_values("host_ip_address=169.254.0.17 host_ip_mask=255.255.0.0 ", HOST_INTERFACE,
                  interface.data, interface.size);
}

static void ipv6_zeros_are_shortened_once(void **state)
{
    struct interface interface =
        build_network(&(struct redfish){.assignment = 3, .format = 2, .name_size = 4});
    uint8_t *address = interface.data + 2 + sizeof usb + 1 + 2 + 0x12;

    (void)state;
    assert_values("host_ip_address=2001:db8::1 ", HOST_INTERFACE, interface.data, interface.size);
    memset(address, 0, 16);
    assert_values("host_ip_address=:: ", HOST_INTERFACE, interface.data, interface.size);
    address[0] = 0xFE;
    assert_values("host_ip_address=fe00:: ", HOST_INTERFACE, interface.data, interface.size);
    memset(address, 0x10, 16);
    memset(address + 2, 0, 2);
    assert_values("host_ip_address=1010:0:1010:1010:1010:1010:1010:1010 ", HOST_INTERFACE,
                  interface.data, interface.size);
    memset(address, 0, 4);
    memset(address + 8, 0, 4);
    assert_values("host_ip_address=::1010:1010:0:0:1010:1010 ", HOST_INTERFACE, interface.data,
                  interface.size);
}

/* The mask behind the address begins with zeros. */
static void ipv6_zeros_end_with_the_address(void **state)
{
    struct interface interface =
        build_network(&(struct redfish){.assignment = 3, .format = 2, .name_size = 4});
    uint8_t *address = interface.data + 2 + sizeof usb + 1 + 2 + 0x12;

    (void)state;
    memset(address, 0, 32);
    memset(address + 4, 0x10, 8);
    assert_values("host_ip_address=::1010:1010:1010:1010:0:0 host_ip_mask=:: ", HOST_INTERFACE,
                  interface.data, interface.size);
}

static void addresses_without_format_are_absent(void **state)
{
    const struct interface interface =
        build_network(&(struct redfish){.assignment = 1, .format = 0, .name_size = 4});

    (void)state;
    assert_interface(&interface,
                     USB REDFISH "\t\tHost IP Assignment Type: Static\n"
                                 "\t\tHost IP Address Format: Unknown\n"
                                 "\t\tUnknown Address: <OUT OF SPEC>\n"
                                 "\t\tUnknown Mask: <OUT OF SPEC>\n"
                                 "\t\tRedfish Service IP Discovery Type: Static\n"
                                 "\t\tRedfish Service IP Address Format: Unknown\n"
                                 "\t\tUnknown Redfish Service Address: <OUT OF SPEC>\n"
                                 "\t\tUnknown Redfish Service Mask: <OUT OF SPEC>\n"
                                 "\t\tRedfish Service Port: 443\n\t\tRedfish Service Vlan: 0\n"
                                 "\t\tRedfish Service Hostname: host\n");
    assert_values("host_ip_address=- host_ip_mask=- ", HOST_INTERFACE, interface.data,
                  interface.size);
}

static void a_host_name_stays_in_its_record(void **state)
{
    struct interface interface =
        build_network(&(struct redfish){.assignment = 2, .format = 1, .name_size = 5});

    (void)state;
    assert_values("redfish_service_hostname=- ", HOST_INTERFACE, interface.data, interface.size);
    interface.data[interface.size - 5] = 3;
    assert_values("redfish_service_hostname='hos' ", HOST_INTERFACE, interface.data,
                  interface.size);
    interface.data[interface.size - 2] = 0;
    assert_values("redfish_service_hostname='ho' ", HOST_INTERFACE, interface.data, interface.size);
}

static void a_record_that_is_cut_ends_the_list(void **state)
{
    struct redfish redfish = {.assignment = 2, .format = 1, .name_size = 4, .length_error = 1};
    struct interface interface = build_network(&redfish);

    (void)state;
    assert_interface(&interface, USB);
    redfish.length_error = -1;
    interface = build_network(&redfish);
    assert_values("redfish_service_hostname=- ", HOST_INTERFACE, interface.data, interface.size);
    redfish.length_error = -4;
    redfish.name_size = 0;
    interface = build_network(&redfish);
    assert_values("redfish_service_hostname='' ", HOST_INTERFACE, interface.data, interface.size);
    redfish.name_size = 4;
    redfish.length_error = -5;
    interface = build_network(&redfish);
    assert_interface(&interface, USB "\tProtocol ID: 04 (Redfish over IP)\n");
    redfish.length_error = 0;
    interface = build_network(&redfish);
    interface.data[2 + sizeof usb] = 2;
    assert_values("redfish_service_hostname='host' } } ] ", HOST_INTERFACE, interface.data,
                  interface.size);
    interface.data[2 + sizeof usb] = 0;
    assert_interface(&interface, USB);
}

static void devices_are_as_their_type_says(void **state)
{
    (void)state;
    assert_text(NETWORK "\tDevice Type: PCI/PCIe\n\tVendorID: 0x10ec\n\tDeviceID: 0x8168\n"
                        "\tSubVendorID: 0x7470\n\tSubDeviceID: 0x3468\n",
                HOST_INTERFACE,
                BYTES(0x40, 9, 3, 0xEC, 0x10, 0x68, 0x81, 0x70, 0x74, 0x68, 0x34, 0));
    assert_text(NETWORK "\tDevice Type: USB v2\n\tidVendor: 0x0d28\n\tidProduct: 0x0204\n"
                        "\tMAC Address: 72:45:77:aa:f7:87\n\tDevice Characteristics:\n"
                        "\t\tCredential bootstrapping via IPMI is supported\n"
                        "\tCredential Bootstrapping Handle: 0xffff\n",
                HOST_INTERFACE,
                BYTES(0x40, 17, 4, 17, 0x28, 0x0D, 0x04, 0x02, 1, 0x72, 0x45, 0x77, 0xAA, 0xF7,
                      0x87, 1, 0, 0xFF, 0xFF, 0));
    assert_values("interface_type_specific_data={ device_type=5 vendor_id=0x0201 device_id=0x0403 "
                  "subsystem_vendor_id=0x0605 subsystem_id=0x0807 mac_address=00:01:02:03:04:05 "
                  "bus_address=0000:3b:02.1 device_characteristics=[ ] "
                  "credential_bootstrapping_handle=0x0042 } protocol_records=[ ] ",
                  HOST_INTERFACE,
                  BYTES(0x40, 24, 5, 24, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 0, 0x3B, 0x11,
                        0, 0, 0x42, 0, 0));
    assert_text(NETWORK "\tDevice Type: OEM\n\tVendor ID: 0x11:0x09:0x18:0x14\n", HOST_INTERFACE,
                BYTES(0x40, 5, 0x80, 0x11, 0x09, 0x18, 0x14, 0));
    assert_text(NETWORK "\tDevice Type: <OUT OF SPEC>\n", HOST_INTERFACE,
                BYTES(0x40, 5, 1, 0x11, 0x09, 0x18, 0x14, 0));
    assert_text(NETWORK "\tDevice Type: <OUT OF SPEC>\n", HOST_INTERFACE,
                BYTES(0x40, 5, 6, 0x11, 0x09, 0x18, 0x14, 0));
}

static void a_device_that_is_cut_has_only_its_type(void **state)
{
    (void)state;
    assert_text(NETWORK "\tDevice Type: USB\n", HOST_INTERFACE,
                BYTES(0x40, 4, 2, 0x6B, 0x04, 0xB0, 0));
    assert_text(NETWORK "\tDevice Type: OEM\n", HOST_INTERFACE,
                BYTES(0x40, 4, 0x80, 0x11, 0x09, 0x18, 0));
    assert_text(NETWORK, HOST_INTERFACE, BYTES(0x40, 0, 0, 0, 0, 0, 0));
}

static void nothing_is_shown_of_less_than_11_bytes(void **state)
{
    (void)state;
    assert_text(TITLE, HOST_INTERFACE, BYTES(0x40, 0, 0, 0, 0, 0));
    assert_values("interface_type=64 interface_type_specific_data=02ff ", HOST_INTERFACE,
                  BYTES(0x40, 2, 2, 0xFF, 0, 0));
    assert_values("interface_type=2 interface_type_specific_data=ff protocol_records=[ ] ",
                  HOST_INTERFACE, BYTES(2, 1, 0xFF, 0));
}

static void the_length_of_the_data_must_fit(void **state)
{
    (void)state;
    assert_text(TITLE, HOST_INTERFACE, BYTES(0x40, 6, 2, 0x6B, 0x04, 0xB0, 0xFF));
    assert_text(USB, HOST_INTERFACE, BYTES(0x40, 5, 2, 0x6B, 0x04, 0xB0, 0xFF));
    assert_text(USB, HOST_INTERFACE, BYTES(0x40, 5, 2, 0x6B, 0x04, 0xB0, 0xFF, 0));
    assert_text(TITLE, HOST_INTERFACE, BYTES(2, 0xFF, 1, 2, 0xFF, 0xFF, 0xFF, 0xFF));
    assert_text(TITLE, HOST_INTERFACE, BYTES(0x40));
    assert_text(TITLE, HOST_INTERFACE, NULL, 0);
}

static void other_interfaces_show_only_their_type(void **state)
{
    const struct redfish redfish = {.assignment = 1, .format = 1, .name_size = 4};
    const struct interface interface = build_interface(2, usb, sizeof usb, &redfish);

    (void)state;
    assert_interface(&interface, TITLE "\tHost Interface Type: KCS: Keyboard Controller Style\n");
    assert_values("interface_type=2 interface_type_specific_data=026b04b0ff "
                  "protocol_records=[ { protocol_type=4 protocol_type_specific_data={ "
                  "service_uuid=00000000-0000-0000-0000-000000000001 ",
                  HOST_INTERFACE, interface.data, interface.size);
    assert_values("protocol_records=[ { protocol_type=2 protocol_type_specific_data=0708 } "
                  "{ protocol_type=3 protocol_type_specific_data= } ] ",
                  HOST_INTERFACE, BYTES(2, 0, 2, 2, 2, 7, 8, 3, 0));
}

static void before_3_2_an_oem_is_of_four_bytes(void **state)
{
    char *values = values_of(VENDOR_OTHER, HWIDENT_SMBIOS(3, 1), HOST_INTERFACE,
                             BYTES(0xF0, 1, 2, 0x0A, 0xFF));

    (void)state;
    assert_string_equal(values, "interface_type=240 vendor_id=01020aff ");
    free(values);
    values = values_of(VENDOR_OTHER, HWIDENT_SMBIOS(3, 1), HOST_INTERFACE, BYTES(0xF0, 1, 2, 0x0A));
    assert_string_equal(values, "interface_type=240 ");
    free(values);
}

static void before_3_2_only_the_type_is_known(void **state)
{
    (void)state;
    assert_text(TITLE "\tHost Interface Type: MCTP\n", HOST_INTERFACE,
                BYTES(0x3F, 0, 0, 0, 0, 0, 0));
    assert_text(TITLE "\tHost Interface Type: <OUT OF SPEC>\n", HOST_INTERFACE,
                BYTES(0x41, 0, 0, 0, 0, 0, 0));
    assert_text_of(HWIDENT_SMBIOS(3, 1), TITLE "\tInterface Type: Network\n", HOST_INTERFACE,
                   BYTES(0x40, 5, 2, 0x6B, 0x04, 0xB0, 0xFF, 0));
    assert_text_of(HWIDENT_SMBIOS(3, 1), TITLE "\tInterface Type: OEM\n\tVendor ID: 0x01020AFF\n",
                   HOST_INTERFACE, BYTES(0xF0, 1, 2, 0x0A, 0xFF));
    assert_text_of(HWIDENT_SMBIOS(3, 1), TITLE "\tInterface Type: OEM\n", HOST_INTERFACE,
                   BYTES(0xF0, 1, 2, 0x0A));
    assert_text_of(HWIDENT_SMBIOS(3, 2), USB, HOST_INTERFACE,
                   BYTES(0x40, 5, 2, 0x6B, 0x04, 0xB0, 0xFF, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(static_addresses_are_shown),
        cmocka_unit_test(addresses_of_others_are_not_shown),
        cmocka_unit_test(ipv6_zeros_are_shortened_once),
        cmocka_unit_test(ipv6_zeros_end_with_the_address),
        cmocka_unit_test(addresses_without_format_are_absent),
        cmocka_unit_test(a_host_name_stays_in_its_record),
        cmocka_unit_test(a_record_that_is_cut_ends_the_list),
        cmocka_unit_test(devices_are_as_their_type_says),
        cmocka_unit_test(a_device_that_is_cut_has_only_its_type),
        cmocka_unit_test(nothing_is_shown_of_less_than_11_bytes),
        cmocka_unit_test(the_length_of_the_data_must_fit),
        cmocka_unit_test(other_interfaces_show_only_their_type),
        cmocka_unit_test(before_3_2_only_the_type_is_known),
        cmocka_unit_test(before_3_2_an_oem_is_of_four_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
