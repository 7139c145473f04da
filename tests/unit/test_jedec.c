/*
 * Names of memory makers by JEDEC's codes.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "schema/jedec.h"

#include <string.h>

static void assert_maker(const char *text, const char *maker)
{
    const char *found = jedec_maker_of_text((const uint8_t *)text, strlen(text));

    if (maker)
        assert_string_equal(found, maker);
    else
        assert_null(found);
}

static void each_code_has_its_maker(void **state)
{
    (void)state;
    assert_string_equal(jedec_maker(1, 0xCE), "Samsung");
    assert_string_equal(jedec_maker(2, 0x98), "Kingston");
    assert_null(jedec_maker(1, 0x00));
    assert_null(jedec_maker(3, 0x98));
}

static void strings_of_spd_name_makers(void **state)
{
    static const struct {
        const char *text, *maker;
    } cases[] = {
        {"00AD00B300AD", "SK hynix"},
        {"00CE063200CE", "Samsung"},
        {"019804B3002C", "Kingston"},
        {"80ad000080ad", "SK hynix"},
        {"859B", "Crucial"},
        {"0x2C00", "Micron Technology"},
        {"CE00000000000000", "Samsung"},
        {"7F98000000000000", "Kingston"},
        {"7F7F7F7F7F510000", "Qimonda"},
        {"00CE   ", "Samsung"},
        {"0000", NULL},
        {"7F7F7F7F", NULL},
        {"CE01000000000000", NULL},
        {"0080", NULL},
        {"Samsung", NULL},
        {"00C", NULL},
        {"CE", NULL},
        {"", NULL},
        {"00AD00AD00AD00AD00", NULL},
        {"00AG", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_maker(cases[i].text, cases[i].maker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_code_has_its_maker),
        cmocka_unit_test(strings_of_spd_name_makers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
