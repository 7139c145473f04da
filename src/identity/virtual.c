/*
 * Whether a table is a virtual machine's, and whose: from SMBIOS alone, so it can be made up.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "smbios/structure.h"

#include <string.h>

enum { BIOS = 0, SYSTEM = 1, BASE_BOARD = 2 };                    /* types, section 7 */
enum { BIOS_VENDOR = 0x04, MANUFACTURER = 0x04, PRODUCT = 0x05 }; /* sections 7.1 to 7.3 */
enum { BIOS_EXTENSION_2 = 0x13, VIRTUAL_MACHINE = 1 << 4 };       /* section 7.1.2.2 */

/* The fields that hypervisors and clouds sign, each tried in this order. */
static const struct {
    const char *name;
    uint8_t type;
    uint8_t offset;
} fields[] = {
    {"system manufacturer", SYSTEM, MANUFACTURER},
    {"system product name", SYSTEM, PRODUCT},
    {"base board manufacturer", BASE_BOARD, MANUFACTURER},
    {"BIOS vendor", BIOS, BIOS_VENDOR},
};

/*
 * What stands there, and whom it means. Names that also stand on real machines (Microsoft, Google,
 * Oracle, Red Hat) are told by their product only. The first row that fits tells.
 */
static const struct {
    const char *begins;
    const char *name;
} signatures[] = {
    {"VMware", "VMware"},
    {"VirtualBox", "VirtualBox"},
    {"innotek GmbH", "VirtualBox"},
    {"Parallels", "Parallels"},
    {"Amazon EC2", "Amazon EC2"},
    {"Google Compute Engine", "Google Compute Engine"},
    {"Virtual Machine", "Microsoft Hyper-V"},
    {"Alibaba Cloud ECS", "Alibaba Cloud"},
    {"DigitalOcean", "DigitalOcean"},
    {"OpenStack", "OpenStack"},
    {"KubeVirt", "KubeVirt"},
    {"oVirt", "oVirt"},
    {"RHEV", "Red Hat Virtualization"},
    {"AHV", "Nutanix AHV"},
    {"Xen", "Xen"},
    {"HVM domU", "Xen"},
    {"BHYVE", "bhyve"},
    {"Apple Virtualization", "Apple Virtualization"},
    {"KVM", "KVM"},
    {"QEMU", "QEMU"},
    {"Standard PC", "QEMU"},
    {"Bochs", "Bochs"},
    {"SeaBIOS", "QEMU"},
};

enum { FIELDS = sizeof fields / sizeof fields[0] };
enum { SIGNATURES = sizeof signatures / sizeof signatures[0] };

/* The string at `offset` of the first structure of `type`; `*size` is 0 where there is none. */
/*@ requires table_whole(table);
    requires \valid(size) && \separated(size, table);
    assigns *size;
    ensures readable(\result, *size); */
static const uint8_t *text_of(const struct hwident_table *table, uint8_t type, size_t offset,
                              size_t *size)
{
    struct hwident_structure s = {0};
    const char *string = NULL;

    *size = 0;
    if (hwident_table_find(table, type, &s) == 1)
        (void)hwident_structure_string_at(&s, offset, &string, size);
    return (const uint8_t *)string;
}

/*@ assigns \nothing; */
static bool is_letter(uint8_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Who signs so: the signature, and no letter behind it ("Xen" is not "Xenon"). */
/*@ requires readable(string, size);
    assigns \nothing; */
static const char *signed_by(const uint8_t *string, size_t size)
{
    /*@ loop invariant 0 <= i <= SIGNATURES;
        loop assigns i;
        loop variant SIGNATURES - i; */
    for (size_t i = 0; i < SIGNATURES; i++) {
        const char *begins = signatures[i].begins;

        if (bytes_are(string, size, 0, begins) &&
            !is_letter(bytes_u8(string, size, strlen(begins))))
            return signatures[i].name;
    }
    return NULL;
}

/*@ requires table_whole(table);
    assigns \nothing; */
static bool bios_says_so(const struct hwident_table *table)
{
    struct hwident_structure bios = {0};
    uint64_t extension;

    return hwident_table_find(table, BIOS, &bios) == 1 &&
           hwident_structure_field(&bios, BIOS_EXTENSION_2, 1, &extension) &&
           (extension & VIRTUAL_MACHINE) != 0;
}

/*@ requires table_whole(table);
    requires \valid(found) && \separated(found, table);
    assigns *found; */
void hwident_table_virtual(const struct hwident_table *table, struct hwident_virtual *found)
{
    const uint8_t *string;
    size_t size;

    *found = (struct hwident_virtual){.stated = bios_says_so(table)};
    found->is_virtual = found->stated;
    /* Clouds rent whole machines under the same manufacturer: "m5.metal", "m7i.metal-24xl". */
    string = text_of(table, SYSTEM, PRODUCT, &size);
    if (bytes_contain(string, size, ".metal"))
        return;
    /*@ loop invariant 0 <= i <= FIELDS;
        loop assigns i, string, size, *found;
        loop variant FIELDS - i; */
    for (size_t i = 0; i < FIELDS; i++) {
        string = text_of(table, fields[i].type, fields[i].offset, &size);
        found->name = signed_by(string, size);
        if (found->name) {
            found->is_virtual = true;
            found->evidence = fields[i].name;
            return;
        }
    }
}
