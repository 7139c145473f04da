/*
 * The management controller's host interface: type 42, with what the Redfish host interface
 * specification (DSP0270) puts into it.
 * SPDX-License-Identifier: MIT
 */
#include "schema/types.h"

#include "smbios/bytes.h"

/* Section 7.43 */

enum { ROW_TYPE = 0x04, ROW_SIZE = 0x05, ROW_DATA = 0x06, SHORTEST = 0x0B };

/* 7.43.1 and DSP0239 */
static const char *const interface_types[] = {
    [0x02] = "KCS: Keyboard Controller Style",
    [0x03] = "8250 UART Register Compatible",
    [0x04] = "16450 UART Register Compatible",
    [0x05] = "16550/16550A UART Register Compatible",
    [0x06] = "16650/16650A UART Register Compatible",
    [0x07] = "16750/16750A UART Register Compatible",
    [0x08] = "16850/16850A UART Register Compatible",
    [0x09] = "I2C/SMBus",
    [0x0A] = "I3C",
    [0x0B] = "PCIe VDM",
    [0x0C] = "MMBI",
    [0x0D] = "PCC",
    [0x0E] = "UCIe",
    [0x0F] = "USB",
    [0x40] = "Network",
    [0xF0] = "OEM",
};

/* dmidecode calls those from 09 on MCTP. */
enum {
    INTERFACE_MCTP = 0x09,
    INTERFACE_LAST_MCTP = 0x3F,
    INTERFACE_NETWORK = 0x40,
    INTERFACE_OEM = 0xF0
};

/* 7.43.2 */
static const char *const protocol_types[] = {
    [0x00] = "Reserved", [0x01] = "Reserved",        [0x02] = "IPMI",
    [0x03] = "MCTP",     [0x04] = "Redfish over IP", [0xF0] = "OEM",
};

enum { PROTOCOL_REDFISH = 0x04 };

/* What dmidecode shows more of than the type. */
static bool is_network(const struct hwident_structure *s)
{
    return bytes_u8(s->bytes, s->length, ROW_TYPE) == INTERFACE_NETWORK;
}

static void decode_mac_address(const struct decoding *d)
{
    struct line line = {0};

    for (size_t i = 0; i < d->field->width; i++) {
        if (i > 0)
            line_char(&line, ':');
        line_lower(&line, field_number(d, d->field->offset + i, 1), 2);
    }
    emit_text(d, line.text);
}

static void decode_vendor_number(const struct decoding *d)
{
    struct line line = {0};

    for (size_t i = 0; i < d->field->width; i++) {
        line_add(&line, i > 0 ? ":0x" : "0x");
        line_lower(&line, field_number(d, d->field->offset + i, 1), 2);
    }
    emit_bytes(d, d->field->offset, d->field->width, line.text);
}

/* DSP0270, device descriptors. Offsets from the device type. */
static const char *const device_types[] = {
    [0x02] = "USB", [0x03] = "PCI/PCIe", [0x04] = "USB v2", [0x05] = "PCI/PCIe v2"};

enum { DEVICE_OEM = 0x80 };

static const char *const device_characteristics[] = {
    "Credential bootstrapping via IPMI is supported"};

enum { BOOTSTRAPPING_SUPPORTED = 1 << 0 };

static void decode_device_characteristics(const struct decoding *d)
{
    uint64_t bits = field_number(d, d->field->offset, 2);

    emit_array_begin(d, NULL);
    if ((bits & BOOTSTRAPPING_SUPPORTED) == 0)
        emit_remark(d, NULL, "None");
    emit_bit_names(d, bits, d->field->names);
    emit_array_end(d);
}

/* It has a meaning only if bootstrapping is supported. */
static void decode_bootstrapping_handle(const struct decoding *d)
{
    uint64_t handle = field_number(d, d->field->offset, 2);
    struct field field = *d->field;
    struct decoding here = *d;
    struct line line = {0};

    if ((field_number(d, 0, 2) & BOOTSTRAPPING_SUPPORTED) == 0)
        field.label = NULL;
    here.field = &field;
    line_add(&line, "0x");
    line_lower(&line, handle, 4);
    emit_hex(&here, handle, 2, line.text);
}

static const struct field bootstrapping[] = {
    {0x00, 2, FIELD_CUSTOM, "Device Characteristics", "device_characteristics",
     NAMES(device_characteristics), .decode = decode_device_characteristics},
    {0x02, 2, FIELD_CUSTOM, "Credential Bootstrapping Handle", "credential_bootstrapping_handle",
     .decode = decode_bootstrapping_handle},
};

static void decode_bootstrapping(const struct decoding *d)
{
    schema_rows(d, bootstrapping, 2, d->base + d->field->offset, 4);
}

static const struct field usb_device[] = {
    {0x01, 2, FIELD_HEX, "idVendor", "vendor_id", .flags = LOWER},
    {0x03, 2, FIELD_HEX, "idProduct", "product_id", .flags = LOWER},
};

static const struct field pci_device[] = {
    {0x01, 2, FIELD_HEX, "VendorID", "vendor_id", .flags = LOWER},
    {0x03, 2, FIELD_HEX, "DeviceID", "device_id", .flags = LOWER},
    {0x05, 2, FIELD_HEX, "SubVendorID", "subsystem_vendor_id", .flags = LOWER},
    {0x07, 2, FIELD_HEX, "SubDeviceID", "subsystem_id", .flags = LOWER},
};

static const struct field usb_device_v2[] = {
    {0x02, 2, FIELD_HEX, "idVendor", "vendor_id", .flags = LOWER},
    {0x04, 2, FIELD_HEX, "idProduct", "product_id", .flags = LOWER},
    {0x06, 1, FIELD_STRING, NULL, "serial_number", .flags = PRIVATE},
    {0x07, 6, FIELD_CUSTOM, "MAC Address", "mac_address", .decode = decode_mac_address,
     .flags = PRIVATE},
    {0x0D, 4, FIELD_CUSTOM, NULL, NULL, .decode = decode_bootstrapping},
};

static const struct field pci_device_v2[] = {
    {0x02, 2, FIELD_HEX, "VendorID", "vendor_id", .flags = LOWER},
    {0x04, 2, FIELD_HEX, "DeviceID", "device_id", .flags = LOWER},
    {0x06, 2, FIELD_HEX, "SubVendorID", "subsystem_vendor_id", .flags = LOWER},
    {0x08, 2, FIELD_HEX, "SubDeviceID", "subsystem_id", .flags = LOWER},
    {0x0A, 6, FIELD_CUSTOM, "MAC Address", "mac_address", .decode = decode_mac_address,
     .flags = PRIVATE},
    {0x10, 4, FIELD_CUSTOM, "Bus Address", "bus_address", .decode = decode_bus_address},
    {0x14, 4, FIELD_CUSTOM, NULL, NULL, .decode = decode_bootstrapping},
};

static const struct field oem_device[] = {
    {0x01, 4, FIELD_CUSTOM, "Vendor ID", "vendor_id", .decode = decode_vendor_number},
};

static void decode_device_type(const struct decoding *d)
{
    uint64_t type = field_number(d, d->field->offset, 1);

    emit_code(d, type, type >= DEVICE_OEM ? "OEM" : name_table_find(d->field->names, type));
}

static const struct field device_type[] = {
    {0x00, 1, FIELD_CUSTOM, "Device Type", "device_type", NAMES(device_types),
     .decode = decode_device_type},
};

#define DEVICE(rows, size)                                                                         \
    {                                                                                              \
        (rows), sizeof(rows) / sizeof((rows)[0]), (size)                                           \
    }

struct device {
    const struct field *rows;
    size_t count;
    size_t size;
};

static const struct device oem_descriptor = DEVICE(oem_device, 0x05);

static const struct device descriptors[] = {
    [0x02] = DEVICE(usb_device, 0x05),
    [0x03] = DEVICE(pci_device, 0x09),
    [0x04] = DEVICE(usb_device_v2, 0x0D),
    [0x05] = DEVICE(pci_device_v2, 0x14),
};

/* Emits the descriptor only if everything is there that its first version had. */
static void emit_device(const struct decoding *d, size_t size)
{
    uint64_t type = field_number(d, ROW_DATA, 1);
    const struct device *device = &oem_descriptor;

    emit_group_begin(d, NULL);
    schema_rows(d, device_type, 1, ROW_DATA, size);
    if (type < sizeof descriptors / sizeof descriptors[0]) {
        /*@ split type; */
        device = &descriptors[type];
    }
    if ((device != &oem_descriptor || type >= DEVICE_OEM) && size >= device->size)
        schema_rows(d, device->rows, device->count, ROW_DATA, size);
    emit_object_end(d);
}

/* DSP0270, Redfish over IP protocol. Offsets from the record's data. */

static const char *const assignments[] = {"Unknown", "Static", "DHCP", "AutoConf", "Host Selected"};
static const char *const address_formats[] = {"Unknown", "IPv4", "IPv6"};

enum { ASSIGNED_STATIC = 1, ASSIGNED_AUTOMATICALLY = 3, ADDRESS_IPV4 = 1, ADDRESS_IPV6 = 2 };
enum { HOST_ASSIGNMENT = 0x10, SERVICE_ASSIGNMENT = 0x32, HOST_NAME_SIZE = 0x5A, HOST_NAME = 0x5B };

/* The offset of the assignment, followed by the format, of an address or port. */
static size_t assignment_of(const struct decoding *d)
{
    return d->field->offset < SERVICE_ASSIGNMENT ? HOST_ASSIGNMENT : SERVICE_ASSIGNMENT;
}

/* An address that another party assigns has no meaning here. */
static bool is_assigned(const struct decoding *d)
{
    uint64_t assignment = field_number(d, assignment_of(d), 1);

    return assignment == ASSIGNED_STATIC || assignment == ASSIGNED_AUTOMATICALLY;
}

static void line_ipv4(struct line *line, const struct decoding *d)
{
    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            line_char(line, '.');
        line_number(line, field_number(d, d->field->offset + i, 1));
    }
}

static uint64_t ipv6_group(const struct decoding *d, size_t i)
{
    size_t offset = d->field->offset + 2 * i;

    return field_number(d, offset, 1) << 8 | field_number(d, offset + 1, 1);
}

/* How many groups from `i` on are zero. */
static size_t ipv6_zeros(const struct decoding *d, size_t i)
{
    size_t n = 0;

    while (i + n < 8 && ipv6_group(d, i + n) == 0)
        n++;
    return n;
}

/* RFC 5952: the longest run of two or more zero groups (the first of equal ones) becomes "::". */
static void line_ipv6(struct line *line, const struct decoding *d)
{
    size_t gap = 8, zeros = 1;

    for (size_t i = 0; i < 8; i++) {
        if (ipv6_zeros(d, i) > zeros) {
            gap = i;
            zeros = ipv6_zeros(d, i);
        }
    }
    for (size_t i = 0; i < 8; i++) {
        if (i == gap) {
            line_add(line, "::");
            i += zeros - 1;
        } else {
            if (i > 0 && i != gap + zeros)
                line_char(line, ':');
            line_lower(line, ipv6_group(d, i), 1);
        }
    }
}

static void decode_address(const struct decoding *d)
{
    uint64_t format = field_number(d, assignment_of(d) + 1, 1);
    struct field field = *d->field;
    struct decoding here = *d;
    struct line line = {0}, label = {0};

    line_add(&label, names_or_out_of_spec(d, NAMES(address_formats), format));
    line_char(&label, ' ');
    if (field.label)
        line_add(&label, field.label);
    field.label = field.label && is_assigned(d) ? label.text : NULL;
    here.field = &field;
    if (format == ADDRESS_IPV4)
        line_ipv4(&line, d);
    else if (format == ADDRESS_IPV6)
        line_ipv6(&line, d);
    if (line.used > 0)
        emit_text(&here, line.text);
    else
        emit_absent(&here, HWIDENT_E_UNKNOWN_VALUE, "<OUT OF SPEC>");
}

static void decode_assigned_number(const struct decoding *d)
{
    uint64_t number = field_number(d, d->field->offset, d->field->width);
    struct field field = *d->field;
    struct decoding here = *d;
    struct line line = {0};

    if (!is_assigned(d))
        field.label = NULL;
    here.field = &field;
    line_number(&line, number);
    emit_number(&here, number, line.text);
}

static void decode_host_name(const struct decoding *d)
{
    size_t room = (size_t)field_number(d, HOST_NAME_SIZE, 1), size = 0;

    if (!field_fits(d, HOST_NAME, room)) {
        emit_absent(d, HWIDENT_E_SHORT, "<OUT OF SPEC>");
        return;
    }
    while (size < room && field_number(d, HOST_NAME + size, 1) != 0)
        size++;
    emit_part(d, VALUE_STRING, HOST_NAME, size, NULL);
}

static const struct field redfish[] = {
    {0x00, 16, FIELD_UUID, "Service UUID", "service_uuid", .flags = WHEN_FULL | PRIVATE},
    {0x10, 1, FIELD_ENUM, "Host IP Assignment Type", "host_ip_assignment_type", NAMES(assignments),
     .flags = WHEN_FULL},
    {0x11, 1, FIELD_ENUM, "Host IP Address Format", "host_ip_address_format",
     NAMES(address_formats), .flags = WHEN_FULL},
    {0x12, 16, FIELD_CUSTOM, "Address", "host_ip_address", .decode = decode_address,
     .flags = WHEN_FULL | PRIVATE},
    {0x22, 16, FIELD_CUSTOM, "Mask", "host_ip_mask", .decode = decode_address, .flags = WHEN_FULL},
    {0x32, 1, FIELD_ENUM, "Redfish Service IP Discovery Type", "redfish_service_ip_discovery_type",
     NAMES(assignments), .flags = WHEN_FULL},
    {0x33, 1, FIELD_ENUM, "Redfish Service IP Address Format", "redfish_service_ip_address_format",
     NAMES(address_formats), .flags = WHEN_FULL},
    {0x34, 16, FIELD_CUSTOM, "Redfish Service Address", "redfish_service_ip_address",
     .decode = decode_address, .flags = WHEN_FULL | PRIVATE},
    {0x44, 16, FIELD_CUSTOM, "Redfish Service Mask", "redfish_service_ip_mask",
     .decode = decode_address, .flags = WHEN_FULL},
    {0x54, 2, FIELD_CUSTOM, "Redfish Service Port", "redfish_service_ip_port",
     .decode = decode_assigned_number, .flags = WHEN_FULL},
    {0x56, 4, FIELD_CUSTOM, "Redfish Service Vlan", "redfish_service_vlan_id",
     .decode = decode_assigned_number, .flags = WHEN_FULL},
    {0x5A, 1, FIELD_CUSTOM, "Redfish Service Hostname", "redfish_service_hostname",
     .decode = decode_host_name, .flags = WHEN_FULL | PRIVATE},
};

static const struct field protocol_type = {.label = NULL, .key = "protocol_type"};
static const struct field protocol_data = {.label = "Protocol ID",
                                           .key = "protocol_type_specific_data"};

/* The record at `offset`: type, length of its data, data. */
static void emit_protocol(const struct decoding *d, size_t offset, size_t size)
{
    uint64_t type = field_number(d, offset, 1);
    struct field data = protocol_data;
    struct decoding here = *d;
    struct line line = {0};

    line_lower(&line, type, 2);
    line_add(&line, " (");
    line_add(&line, names_or_out_of_spec(d, NAMES(protocol_types), type));
    line_char(&line, ')');
    if (!is_network(d->structure))
        data.label = NULL;
    emit_object_begin(d, NULL, NULL);
    here.field = &protocol_type;
    emit_enum(&here, type, NAMES(protocol_types));
    here.field = &data;
    if (type == PROTOCOL_REDFISH && size >= HOST_NAME) {
        emit_group_begin(&here, data.label ? line.text : NULL);
        schema_rows(&here, redfish, sizeof redfish / sizeof redfish[0], offset + 2, size);
        emit_object_end(&here);
    } else {
        emit_bytes(&here, offset + 2, size, line.text);
    }
    emit_object_end(d);
}

static void note_cut_protocol(const struct decoding *d, size_t end, uint64_t record)
{
    struct line line = {0};

    if (!is_network(d->structure))
        return;
    line_add(&line, "Total read length ");
    line_number(&line, end);
    line_add(&line, " exceeds total structure length ");
    line_number(&line, d->structure->length);
    line_add(&line, " (handle 0x");
    line_lower(&line, d->structure->handle, 4);
    line_add(&line, ", record ");
    line_number(&line, record);
    line_char(&line, ')');
    emit_note(d, line.text);
}

/* Stops at the first record that the structure is too short for. */
static void emit_protocols(const struct decoding *d, size_t offset)
{
    uint64_t count = field_number(d, offset, 1);

    emit_array_begin(d, NULL);
    offset++;
    for (uint64_t i = 0; i < count; i++) {
        size_t size = (size_t)field_number(d, offset + 1, 1);

        if (!field_fits(d, offset, 2 + size)) {
            note_cut_protocol(d, offset + 2 + size, i + 1);
            break;
        }
        emit_protocol(d, offset, size);
        offset += 2 + size;
    }
    emit_array_end(d);
}

/* Before 3.2 nothing says how long the type's own data is, so where the protocols begin. */
static bool is_measured(const struct decoding *d)
{
    return d->table->version == 0 || d->table->version >= HWIDENT_SMBIOS(3, 2);
}

static bool has_data(const struct decoding *d)
{
    return is_measured(d) && field_fits(d, ROW_DATA, (size_t)field_number(d, ROW_SIZE, 1));
}

/* dmidecode shows nothing of a shorter structure. */
static bool is_shown(const struct decoding *d)
{
    return d->end >= SHORTEST && has_data(d);
}

static void decode_interface_type(const struct decoding *d)
{
    uint64_t type = field_number(d, ROW_TYPE, 1);
    const char *name = name_table_find(d->field->names, type);
    struct field field = *d->field;
    struct decoding here = *d;

    here.field = &field;
    if (!is_measured(d))
        field.label = "Interface Type";
    else if (!is_shown(d))
        field.label = NULL;
    if (type <= INTERFACE_LAST_MCTP && (!name || type >= INTERFACE_MCTP))
        emit_code_as(&here, type, name ? name : "MCTP", "MCTP");
    else
        emit_code(&here, type, name);
}

static const struct field unmeasured_vendor = {.label = "Vendor ID", .key = "vendor_id"};

static void emit_unmeasured_data(const struct decoding *d)
{
    struct decoding here = *d;
    struct line line = {0};

    if (field_number(d, ROW_TYPE, 1) != INTERFACE_OEM)
        return;
    line_add(&line, "0x");
    for (size_t i = 0; i < 4; i++)
        line_digits(&line, field_number(d, ROW_SIZE + i, 1), 16, 2);
    here.field = &unmeasured_vendor;
    emit_bytes(&here, ROW_SIZE, 4, line.text);
}

static void decode_interface_data(const struct decoding *d)
{
    size_t size = (size_t)field_number(d, ROW_SIZE, 1);

    if (!is_measured(d))
        emit_unmeasured_data(d);
    else if (!has_data(d))
        return;
    else if (is_network(d->structure) && is_shown(d))
        emit_device(d, size);
    else
        emit_bytes(d, ROW_DATA, size, NULL);
}

static void decode_protocols(const struct decoding *d)
{
    if (has_data(d) && (is_shown(d) || !is_network(d->structure)))
        emit_protocols(d, ROW_DATA + (size_t)field_number(d, ROW_SIZE, 1));
}

static const struct field host_interface[] = {
    {ROW_TYPE, 1, FIELD_CUSTOM, "Host Interface Type", "interface_type", NAMES(interface_types),
     .decode = decode_interface_type},
    {ROW_SIZE, 1, FIELD_CUSTOM, NULL, "interface_type_specific_data",
     .decode = decode_interface_data},
    {ROW_SIZE, 1, FIELD_CUSTOM, NULL, "protocol_records", .decode = decode_protocols},
};

const struct schema schema_host_interface = {42, "Management Controller Host Interface",
                                             ROWS(host_interface), .full = is_network};
