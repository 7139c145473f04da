/*
 * HP's and HPE's servers: network interfaces and their MAC addresses (209, 221, 233).
 * SPDX-License-Identifier: MIT
 */
#include "schema/oem_hpe.h"

enum { MAC_SIZE = 6, NIC_DISABLED = 0, NIC_MISSING = 0xFFFF };

/* Offsets of its fields. */
struct nic {
    size_t bus, device, mac;
};

static void line_mac(struct line *line, const struct decoding *d, size_t offset)
{
    for (size_t i = 0; i < MAC_SIZE; i++) {
        if (i > 0)
            line_char(line, ':');
        line_digits(line, field_number(d, offset + i, 1), 16, 2);
    }
}

/* A part of the NIC without its own line. The row is private because of the MAC address only. */
static void emit_pci(const struct decoding *d, const char *text)
{
    const struct value value = {.kind = VALUE_TEXT, .key = "pci_device", .text = text};

    emit(d, &value);
}

static void emit_mac(const struct decoding *d, size_t offset, const char *text)
{
    const struct value value = {.kind = VALUE_TEXT,
                                .key = "mac_address",
                                .text = text,
                                .flags = d->field->flags,
                                .offset = d->base + offset,
                                .span = MAC_SIZE};

    emit(d, &value);
}

static void emit_nic(const struct decoding *d, uint64_t number, const struct nic *nic)
{
    uint64_t bus = field_number(d, nic->bus, 1), device = field_number(d, nic->device, 1);
    struct field field = *d->field;
    struct decoding one = *d;
    struct line label = {0}, pci = {0}, mac = {0}, text = {0};

    line_add(&label, "NIC ");
    line_number(&label, number);
    field.label = label.text;
    one.field = &field;
    if ((bus << 8 | device) == NIC_DISABLED || (bus << 8 | device) == NIC_MISSING) {
        emit_absent(&one, HWIDENT_E_NO_STRUCTURE, bus == 0 ? "Disabled" : "Not Installed");
        return;
    }
    line_pci(&pci, bus, device);
    line_mac(&mac, d, nic->mac);
    line_add(&text, "PCI device ");
    line_add(&text, pci.text);
    line_add(&text, ", MAC address ");
    line_add(&text, mac.text);
    emit_object_begin(&one, field.key, NULL);
    emit_remark(&one, label.text, text.text);
    emit_pci(&one, pci.text);
    emit_mac(&one, nic->mac, mac.text);
    emit_object_end(&one);
}

/* As many as fit, of 8 bytes each. */
static void decode_nics(const struct decoding *d)
{
    struct field member = field_member(d->field);
    struct decoding one = *d;
    size_t at = d->field->offset;

    one.field = &member;
    emit_unlabelled_array_begin(d);
    for (uint64_t number = 1; field_fits(d, at, 2 + MAC_SIZE); number++, at += 2 + MAC_SIZE) {
        const struct nic nic = {.device = at, .bus = at + 1, .mac = at + 2};

        emit_nic(&one, number, &nic);
    }
    emit_array_end(d);
}

static const struct field nics[] = {
    {0x04, 0, FIELD_CUSTOM, "NIC", "nics", .decode = decode_nics, .flags = PRIVATE},
};

const struct schema schema_hpe_pxe_nics = {209, BRANDED("BIOS PXE NIC PCI and MAC Information"),
                                           ROWS(nics)};
const struct schema schema_hpe_iscsi_nics = {221, BRANDED("BIOS iSCSI NIC PCI and MAC Information"),
                                             ROWS(nics)};

enum { NUMBERED = 233, NIC_NUMBER = 0x28, NIC_END = 0x0E, NO_NUMBER = 0xFF };
enum { COUNTED_SIZE = 0xFFFF };

/*@ requires structure_whole(s);
    assigns \nothing; */
static bool has_number(const struct hwident_structure *s)
{
    uint64_t number;

    return hwident_structure_field(s, NIC_NUMBER, 1, &number) && number != NO_NUMBER;
}

/*
 * How many NICs without a number there are up to this one. Only old firmware has such NICs, in
 * small tables; counting them in any table would take time that grows with the square of its size.
 */
/*@ requires \valid_read(d) && table_whole(d->table) && \valid_read(d->structure);
    assigns \nothing; */
static uint64_t count_nics(const struct decoding *d)
{
    struct hwident_structure s = {0};
    uint64_t count = 1;

    if (d->table->size > COUNTED_SIZE)
        return count;
    /*@ loop assigns s, count; */
    while (hwident_table_find(d->table, NUMBERED, &s) == 1 && s.bytes != d->structure->bytes)
        if (s.length >= NIC_END && !has_number(&s))
            count++;
    return count;
}

static void decode_nic(const struct decoding *d)
{
    const struct nic nic = {.bus = 0x06, .device = 0x07, .mac = 0x08};

    emit_nic(d, has_number(d->structure) ? field_number(d, NIC_NUMBER, 1) : count_nics(d), &nic);
}

static const struct field numbered_nic[] = {
    {0x04, 2, FIELD_HEX, NULL, "segment_group"},
    {0x06, 8, FIELD_CUSTOM, "NIC", "nic", .decode = decode_nic, .flags = PRIVATE},
    {NIC_NUMBER, 1, FIELD_NUMBER, NULL, "nic_number"},
    {0x29, 1, FIELD_STRING, "UEFI Device Path", "uefi_device_path"},
};

const struct schema schema_hpe_nic = {233, BRANDED("BIOS PXE NIC PCI and MAC Information"),
                                      ROWS(numbered_nic)};
