/*
 * Whether two stat calls describe the same, unmodified file.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"

#include "host/file.h"

static const struct stat file = {
    .st_dev = 40, .st_ino = 7, .st_size = 900, .st_mtim = {.tv_sec = 1000, .tv_nsec = 500}};

static void one_unchanged_file_is_the_same(void **state)
{
    struct stat again = file;

    (void)state;
    again.st_atim.tv_sec++; /* it was read */
    again.st_ctim.tv_sec++; /* its mode was changed, as hwident-prepare does */
    again.st_mode = 0444;
    assert_true(file_same(&file, &again));
}

static void exchanged_or_written_to(void **state)
{
    struct stat others[5] = {file, file, file, file, file};

    (void)state;
    others[0].st_dev++; /* the same number on another file system */
    others[1].st_ino++;
    others[2].st_size--;
    others[3].st_mtim.tv_sec--;
    others[4].st_mtim.tv_nsec++;
    for (size_t i = 0; i < 5; i++) {
        assert_false(file_same(&file, &others[i]));
        assert_false(file_same(&others[i], &file));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_unchanged_file_is_the_same),
        cmocka_unit_test(exchanged_or_written_to),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
