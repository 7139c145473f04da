/*
 * The table of grades over dump files with its totals, and the promise behind it: no two machines share a u, s or
 * b code that is not refused, and every refusal has its reason. Prints PASS and FAIL lines.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define APP    "com.example.grades"
#define UNIQUE "usb" /* the chassis' serial number is the enclosure's, which blades share */

struct machine {
    const char *name;
    char code[sizeof UNIQUE - 1][HWIDENT_CODE_SIZE]; /* "" if refused */
};

/* Pairs of dumps that were read from the same machine. */
static const char *const twice[][2] = {
    {"dell-ES3020", "dell-PE2600"},
    {"dell-PE1750_A00", "dell-PE1750_A07"},
    {"dell-xps9365", "fwupd-tables64-XPS"},
    {"fwupd-fuzz-T440s", "fwupd-tables-T440s"},
    {"pydmi-ProLiant-DL585-G1.0", "pydmi-ProLiant-DL585-G1.2"},
};

static unsigned passed, failed;

/* How many components of each profile are refused (absent or a placeholder), weak and strong. */
struct total {
    unsigned refused, weak, strong;
};
static struct total totals[sizeof HWIDENT_PROFILES - 1];

static void verdict(bool good, const char *what, const char *a, const char *b)
{
    good ? passed++ : failed++;
    if (!good)
        printf("FAIL %s: %s %s\n", what, a, b);
}

static bool known_twice(const char *a, const char *b)
{
    for (size_t i = 0; i < sizeof twice / sizeof twice[0]; i++)
        if ((strcmp(a, twice[i][0]) == 0 && strcmp(b, twice[i][1]) == 0) ||
            (strcmp(a, twice[i][1]) == 0 && strcmp(b, twice[i][0]) == 0))
            return true;
    return false;
}

static void add(char profile, enum hwident_grade grade)
{
    struct total *total = &totals[strchr(HWIDENT_PROFILES, profile) - HWIDENT_PROFILES];

    if (hwident_grade_refusal(grade, false))
        total->refused++;
    else if (hwident_grade_refusal(grade, true))
        total->weak++;
    else
        total->strong++;
}

static void print_totals(void)
{
    printf("\n%-7s | refused | weak | strong\n", "profile");
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++)
        printf("%-7c | %7u | %4u | %6u\n", HWIDENT_PROFILES[i], totals[i].refused, totals[i].weak,
               totals[i].strong);
}

/* Prints the cell of one profile and keeps its code. */
static void grade(const struct hwident_table *table, char profile, struct machine *machine)
{
    const char *unique = strchr(UNIQUE, profile);
    struct hwident_component c;
    int err = hwident_component_read(table, profile, 0, &c);
    char *code = unique ? machine->code[unique - UNIQUE] : NULL;

    printf(" | %-11s %-20s", hwident_grade_name(c.grade), c.rule);
    add(profile, c.grade);
    verdict(*c.rule != '\0', "a grade without a rule", machine->name, (char[]){profile, '\0'});
    if (err || hwident_grade_refusal(c.grade, false) || !code)
        return;
    err = hwident_code_derive(profile, c.value, c.size, APP, NULL, 0, code);
    verdict(err == HWIDENT_OK, "no code", machine->name, hwident_error_text(err));
}

/* A dump's name: that of its file, without folder and extension. */
static const char *name_of(char *path)
{
    char *slash = strrchr(path, '/');
    char *name = slash ? slash + 1 : path;
    size_t length = strlen(name);

    if (length > 4 && strcmp(name + length - 4, ".bin") == 0)
        name[length - 4] = '\0';
    return name;
}

static void read_machine(char *path, struct machine *machine)
{
    hwident *h = NULL;
    int err = hwident_open_dump(path, &h);
    struct hwident_virtual vm;

    machine->name = name_of(path);
    printf("%-44s", machine->name);
    if (err) {
        printf(" | %s\n", hwident_why(h, err));
    } else {
        for (const char *profile = HWIDENT_PROFILES; *profile; profile++)
            grade(hwident_table(h), *profile, machine);
        hwident_table_virtual(hwident_table(h), &vm);
        printf(" | %s\n", !vm.is_virtual ? "-" : (vm.name ? vm.name : "virtual"));
    }
    hwident_close(h);
}

static void compare(const struct machine *a, const struct machine *b)
{
    for (size_t i = 0; i < sizeof UNIQUE - 1; i++)
        if (*a->code[i] && *b->code[i])
            verdict(strcmp(a->code[i], b->code[i]) != 0 || known_twice(a->name, b->name),
                    "two machines share a code", a->name, b->name);
}

int main(int argc, char **argv)
{
    size_t count = (size_t)argc - 1;
    struct machine *machines = calloc(count + 1, sizeof *machines);

    if (!machines)
        return 1;
    printf("%-44s | %-32s | %-32s | %-32s | %-32s | virtual machine\n", "dump", "u", "s", "b", "c");
    for (size_t i = 0; i < count; i++)
        read_machine(argv[i + 1], &machines[i]);
    print_totals();
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            compare(&machines[i], &machines[j]);
    free(machines);
    printf("%u passed, %u failed, 0 skipped\n", passed, failed);
    return failed != 0;
}
