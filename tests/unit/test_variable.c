/*
 * A variable is found by its whole name.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"

#include "host/variable.h"

#include <unistd.h>

static void a_variable_is_found_by_its_whole_name(void **state)
{
    char *list[] = {"",       "=x",       "NAME",   "NAMES=1", "NAM=2",
                    "name=3", "NAME=4=5", "NAME=6", "EMPTY=",  NULL};
    char **before = environ;

    (void)state;
    environ = list;
    assert_string_equal(variable_value("NAME"), "4=5");
    assert_string_equal(variable_value("NAM"), "2");
    assert_string_equal(variable_value("EMPTY"), "");
    assert_null(variable_value("NA"));
    assert_null(variable_value("EMPTYX"));
    environ = before;
}

static void an_environment_without_variables_has_none(void **state)
{
    char *list[] = {NULL};
    char **before = environ;

    (void)state;
    environ = list;
    assert_null(variable_value("NAME"));
    environ = NULL; /* after clearenv */
    assert_null(variable_value("NAME"));
    environ = before;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_variable_is_found_by_its_whole_name),
        cmocka_unit_test(an_environment_without_variables_has_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
