/*
 * What is counted of a table for summary. SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "library/overview.h"
#include "table_builder.h"

#include <stdio.h>
#include <string.h>

enum { ON_BOARD = 10 };

static struct builder builder;
static struct overview overview;

/* Adds a structure of on board devices, each two bytes. */
static void add_devices(const char *devices, size_t size, const char *const *texts)
{
    build_structure(&builder, ON_BOARD, devices, size, texts);
}

static void read_table(void)
{
    const struct hwident_table table = build_table(&builder, HWIDENT_SMBIOS(3, 0));

    assert_int_equal(overview_read(&table, &overview), HWIDENT_OK);
}

/* The list's texts and counts, and how many were not kept, in one line. */
static const char *onboard(void)
{
    static char line[4096];
    const struct tally *t = &overview.list[LIST_ONBOARD];
    size_t used = 0;

    line[0] = '\0';
    for (size_t i = 0; i < t->texts; i++)
        used += (size_t)snprintf(line + used, sizeof line - used, "%s x%zu; ", t->entry[i].text,
                                 t->entry[i].count);
    (void)snprintf(line + used, sizeof line - used, "others %zu", t->others);
    return line;
}

static int begin(void **state)
{
    (void)state;
    memset(&builder, 0, sizeof builder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    overview_free(&overview);
    return 0;
}

static void devices_that_are_alike_are_counted(void **state)
{
    static const char *const texts[] = {"X", " Y ", "To be filled by O.E.M.", NULL};

    (void)state;
    /* The same, another type, another text, one that says nothing, none, one that is not there. */
    add_devices("\x83\1\x83\1\x85\1\x83\2\x83\3\x83\0\x83\4\x83\1", 16, texts);
    read_table();
    assert_string_equal(onboard(),
                        "Video (X) x3; Ethernet (X) x1; Video (Y) x1; Video x3; others 0");
}

static void devices_that_are_disabled_are_not_counted(void **state)
{
    static const char *const texts[] = {"X", NULL};

    (void)state;
    add_devices("\x03\1\x83\1\x03\1", 6, texts);
    read_table();
    assert_string_equal(onboard(), "Video (X) x1; others 0");
}

static void a_type_without_a_name_leaves_the_text(void **state)
{
    static const char *const texts[] = {"X", NULL};

    (void)state;
    /* Type 2 is "Unknown", 0, 0x11 and 0x7F are none. Without a text too, nothing is counted. */
    add_devices("\x80\1\x91\1\xff\1\x82\1\x82\0\x91\0\x91\0", 14, texts);
    read_table();
    assert_string_equal(onboard(), "X x4; others 0");
}

static void each_structure_has_texts_of_its_own(void **state)
{
    static const char *const first[] = {"X", "Y", NULL}, *const second[] = {"Z", NULL};

    (void)state;
    add_devices("\x83\1\x83\2", 4, first);
    add_devices("\x83\1\x83\2", 4, second);
    add_devices("\x83\1\x83\2", 4, first);
    read_table();
    assert_string_equal(onboard(), "Video (X) x2; Video (Y) x2; Video (Z) x1; Video x1; others 0");
}

static void a_long_text_is_cut(void **state)
{
    static char text[200], expected[200];
    static const char *const texts[] = {text, NULL};

    (void)state;
    for (size_t i = 0; i < sizeof text - 1; i++)
        text[i] = (char)('a' + i * i % 23); /* a run of one letter would say nothing */
    (void)snprintf(expected, sizeof expected, "Video (%.*s) x1; others 0", PICK_SIZE - 1, text);
    add_devices("\x83\1", 2, texts);
    read_table();
    assert_string_equal(onboard(), expected);
}

/* The last byte is not a device, and the newer ones come after all of type 10. */
static void newer_devices_follow(void **state)
{
    static const char *const texts[] = {"X", NULL};

    (void)state;
    build_structure(&builder, 41, "\1\x83\1\0\0\0\0", 7, texts);
    add_devices("\x85\1\x85", 3, texts);
    read_table();
    assert_string_equal(onboard(), "Ethernet (X) x1; Video (X) x1; others 0");
}

static void after_256_texts_the_others_are_only_counted(void **state)
{
    static char text[125][8];
    static const char *texts[126];
    static char devices[250];

    (void)state;
    for (size_t structure = 0; structure < 3; structure++) {
        for (size_t i = 0; i < 125; i++) {
            (void)snprintf(text[i], sizeof text[i], "n%zu", structure * 125 + i);
            texts[i] = text[i];
            devices[2 * i] = '\x83';
            devices[2 * i + 1] = (char)(i + 1);
        }
        add_devices(devices, sizeof devices, texts);
    }
    add_devices(devices, sizeof devices, texts);
    read_table();
    assert_int_equal(overview.list[LIST_ONBOARD].texts, TALLY_TEXTS);
    assert_int_equal(overview.list[LIST_ONBOARD].entry[255].count, 2);
    assert_string_equal(overview.list[LIST_ONBOARD].entry[255].text, "Video (n255)");
    assert_int_equal(overview.list[LIST_ONBOARD].others, 2 * (375 - TALLY_TEXTS));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(devices_that_are_alike_are_counted, begin, end),
        cmocka_unit_test_setup_teardown(devices_that_are_disabled_are_not_counted, begin, end),
        cmocka_unit_test_setup_teardown(a_type_without_a_name_leaves_the_text, begin, end),
        cmocka_unit_test_setup_teardown(each_structure_has_texts_of_its_own, begin, end),
        cmocka_unit_test_setup_teardown(a_long_text_is_cut, begin, end),
        cmocka_unit_test_setup_teardown(newer_devices_follow, begin, end),
        cmocka_unit_test_setup_teardown(after_256_texts_the_others_are_only_counted, begin, end),
    };

    return cmocka_run_group_tests_name("overview", tests, NULL, NULL);
}
