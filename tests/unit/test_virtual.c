/*
 * Virtual machines are recognized by their strings, and real machines of the same makers are not.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "table_builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SILENT = 0x00, SAYS_SO = 0x10 };

static void build_machine(struct builder *b, const char *bios, uint8_t extension,
                          const char *manufacturer, const char *product, const char *board)
{
    uint8_t characteristics[0x14 - 4] = {1};

    characteristics[0x13 - 4] = extension;
    build_structure(b, 0, characteristics, sizeof characteristics,
                    (const char *const[]){bios, NULL});
    build_structure(b, 1, "\1\2\0\0", 4, (const char *const[]){manufacturer, product, NULL});
    build_structure(b, 2, "\1\0\0\0", 4, (const char *const[]){board, NULL});
}

/* NULL: no virtual machine; "": one whose name is not known. */
static const struct {
    const char *bios;
    uint8_t extension;
    const char *manufacturer, *product, *board;
    const char *name, *evidence;
} machines[] = {
    {"Phoenix", SILENT, "VMware, Inc.", "VMware Virtual Platform", "Intel", "VMware",
     "system manufacturer"},
    {"VMW201.00V", SILENT, "VMware, Inc.", "VMware20,1", "VMware", "VMware", "system manufacturer"},
    {"innotek GmbH", SILENT, "innotek GmbH", "VirtualBox", "Oracle Corporation", "VirtualBox",
     "system manufacturer"},
    {"Hyper-V", SILENT, "Microsoft Corporation", "Virtual Machine", "Microsoft",
     "Microsoft Hyper-V", "system product name"},
    {"Google", SILENT, "Google", "Google Compute Engine", "Google", "Google Compute Engine",
     "system product name"},
    {"Amazon EC2", SAYS_SO, "Amazon EC2", "t3.micro", "Amazon EC2", "Amazon EC2",
     "system manufacturer"},
    {"x", SILENT, "Xen~", "y", "z", "Xen", "system manufacturer"},
    {"x", SILENT, "Xen_", "y", "z", "Xen", "system manufacturer"},
    {"x", SILENT, "Xen@", "y", "z", "Xen", "system manufacturer"},
    {"x", SILENT, "Xen[", "y", "z", "Xen", "system manufacturer"},
    {"x", SILENT, "Xen`", "y", "z", "Xen", "system manufacturer"},
    {"x", SILENT, "Xen{", "y", "z", "Xen", "system manufacturer"},
    {"Amazon EC2", SILENT, "Amazon EC2", "m5.metadata", "Amazon EC2", "Amazon EC2",
     "system manufacturer"},
    {"Xen", SILENT, "Xen", "HVM domU", "-", "Xen", "system manufacturer"},
    {"SeaBIOS", SAYS_SO, "QEMU", "Standard PC (Q35 + ICH9, 2009)", "-", "QEMU",
     "system manufacturer"},
    {"SeaBIOS", SAYS_SO, "Red Hat", "KVM", "Red Hat", "KVM", "system product name"},
    {"EFI", SILENT, "Parallels Software International Inc.", "Parallels Virtual Platform", "-",
     "Parallels", "system manufacturer"},
    {"BHYVE", SILENT, "FreeBSD", "BHYVE", "FreeBSD", "bhyve", "system product name"},
    {"Apple Inc.", SILENT, "Apple Inc.", "Apple Virtualization Generic Platform", "Apple Inc.",
     "Apple Virtualization", "system product name"},
    {"SeaBIOS", SILENT, "Somebody", "Something", "-", "QEMU", "BIOS vendor"},
    {"x", SILENT, "y", "z", "KubeVirt", "KubeVirt", "base board manufacturer"},
    {"Somebody", SAYS_SO, "Somebody", "Something", "Somebody", "", NULL},

    {"Microsoft Corporation", SILENT, "Microsoft Corporation", "Surface Laptop 3", "Microsoft",
     NULL, NULL},
    {"coreboot", SILENT, "Google", "Leona", "Google", NULL, NULL},
    {"Oracle Corporation", SILENT, "Oracle Corporation", "SUN FIRE X4170 M3", "Oracle", NULL, NULL},
    {"Amazon EC2", SILENT, "Amazon EC2", "m5.metal", "Amazon EC2", NULL, NULL},
    {"Amazon EC2", SILENT, "Amazon EC2", "m7i.metal-24xl", "Amazon EC2", NULL, NULL},
    {"Amazon EC2", SILENT, "Amazon EC2", ".metal", "Amazon EC2", NULL, NULL},
    {"x", SILENT, "Xenon Systems", "XenA", "XenZ", NULL, NULL},
    {"Xenz", SILENT, "Xena", "XENON", "xenz", NULL, NULL},
    {"Dell Inc.", 0xEF, "Dell Inc.", "PowerEdge R640", "Dell Inc.", NULL, NULL},
    {"Nutanix", SILENT, "Nutanix", "NX-3060-G5", "Nutanix", NULL, NULL},
};

static void virtual_machines_are_recognized_by_their_strings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof machines / sizeof machines[0]; i++) {
        struct builder b = {0};
        struct hwident_table table;
        struct hwident_virtual found;
        const char *name = machines[i].name;

        build_machine(&b, machines[i].bios, machines[i].extension, machines[i].manufacturer,
                      machines[i].product, machines[i].board);
        table = build_table(&b, HWIDENT_SMBIOS(2, 8));
        hwident_table_virtual(&table, &found);
        if (found.is_virtual != (name != NULL))
            fail_msg("%s, %s", machines[i].manufacturer, machines[i].product);
        assert_int_equal(found.stated, machines[i].extension == SAYS_SO);
        if (!name || !*name) {
            assert_null(found.name);
            assert_null(found.evidence);
            continue;
        }
        assert_string_equal(found.name, name);
        assert_string_equal(found.evidence, machines[i].evidence);
    }
}

static void a_short_bios_structure_states_nothing(void **state)
{
    struct builder b = {0};
    struct hwident_table table;
    struct hwident_virtual found;

    (void)state;
    build_structure(&b, 0, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0x13 - 4,
                    (const char *const[]){"\x10\x10", NULL});
    table = build_table(&b, HWIDENT_SMBIOS(2, 8));
    hwident_table_virtual(&table, &found);
    assert_false(found.is_virtual);
    assert_false(found.stated);
}

static void an_empty_table_is_no_virtual_machine(void **state)
{
    struct hwident_table table = {0};
    struct hwident_virtual found;

    (void)state;
    hwident_table_virtual(&table, &found);
    assert_false(found.is_virtual);
    assert_null(found.name);
}

/* ---- the cases of testdata/virtual.tsv ----------------------------------------------------------- */

enum { KEYS = 14 };

/* The names that the file has for fields, with the structure and the offset of each. */
static const struct {
    const char *key;
    uint8_t type, offset;
} keys[KEYS] = {
    {"biosvendor", 0, 0x04}, {"biosversion", 0, 0x05}, {"manuf", 1, 0x04},  {"product", 1, 0x05},
    {"version", 1, 0x06},    {"serial", 1, 0x07},      {"sku", 1, 0x19},    {"family", 1, 0x1A},
    {"bmanuf", 2, 0x04},     {"bproduct", 2, 0x05},    {"basset", 2, 0x08}, {"cmanuf", 3, 0x04},
    {"casset", 3, 0x08},     {"vmbit", 0, 0x13},
};

static size_t key_row(const char *key)
{
    size_t row = 0;

    while (row < KEYS && strcmp(keys[row].key, key) != 0)
        row++;
    assert_in_range(row, 0, KEYS - 1);
    return row;
}

/* Builds the structures of types 0 to 3 from "key=value;key=value". */
static void build_case(struct builder *b, char *fields)
{
    uint8_t formatted[4][0x1B] = {{0}};
    const char *strings[4][8] = {{NULL}};
    uint8_t count[4] = {0};
    char *field;

    while ((field = strsep(&fields, ";"))) {
        char *key = strsep(&field, "=");
        size_t row = key_row(key);
        uint8_t type = keys[row].type;

        if (strcmp(key, "vmbit") == 0) {
            formatted[0][0x13] = SAYS_SO;
        } else if (*field) {
            strings[type][count[type]++] = field;
            formatted[type][keys[row].offset] = count[type];
        }
    }
    for (uint8_t type = 0; type < 4; type++)
        build_structure(b, type, formatted[type] + 4, sizeof formatted[type] - 4, strings[type]);
}

static void check_case(const char *name, const char *expected, char *fields)
{
    struct builder b = {0};
    struct hwident_table table;
    struct hwident_virtual found;
    const char *is = "metal";

    build_case(&b, fields);
    table = build_table(&b, HWIDENT_SMBIOS(2, 8));
    hwident_table_virtual(&table, &found);
    if (found.is_virtual)
        is = found.name ? found.name : "-";
    if (strcmp(is, expected) != 0)
        fail_msg("%s: %s, not %s", name, is, expected);
}

static void the_cases_of_the_file_are_right_and_named(void **state)
{
    FILE *rows = fopen("testdata/virtual.tsv", "r");
    char *line = NULL;
    size_t size = 0, count = 0;

    (void)state;
    assert_non_null(rows);
    assert_true(getline(&line, &size, rows) > 0);
    for (; getline(&line, &size, rows) > 0; count++) {
        char *rest = line;
        const char *name = strsep(&rest, "\t"), *expected = strsep(&rest, "\t");

        rest[strcspn(rest, "\n")] = '\0';
        check_case(name, expected, rest);
    }
    free(line);
    assert_int_equal(fclose(rows), 0);
    assert_true(count >= 90);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(virtual_machines_are_recognized_by_their_strings),
        cmocka_unit_test(the_cases_of_the_file_are_right_and_named),
        cmocka_unit_test(a_short_bios_structure_states_nothing),
        cmocka_unit_test(an_empty_table_is_no_virtual_machine),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
