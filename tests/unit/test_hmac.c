/*
 * HMAC-SHA256 against the examples of RFC 4231.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"

#include "identity/hmac.h"

#include <stdio.h>
#include <string.h>

#define LARGE                                                                                      \
    "This is a test using a larger than block-size key and a larger than block-size data. "

static const struct {
    size_t key_size;
    const char *key; /* one letter: all of it */
    const char *data, *hmac;
} examples[] = {
    {20, "\x0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
    {4, "Jefe", "what do ya want for nothing?",
     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
    {20, "\xaa",
     "\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd"
     "\xdd\xdd"
     "\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd\xdd"
     "\xdd\xdd",
     "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
    {131, "\xaa", "Test Using Larger Than Block-Size Key - Hash Key First",
     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
    {131, "\xaa", LARGE "The key needs to be hashed before being used by the HMAC algorithm.",
     "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
};

/* Wherever the data is cut in two. */
static void hmacs_are_those_of_the_rfc(void **state)
{
    uint8_t key[131], result[HMAC_SIZE];
    char text[2 * HMAC_SIZE + 1];

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        const char *data = examples[i].data;
        size_t size = strlen(data);

        memset(key, examples[i].key[0], sizeof key);
        if (examples[i].key[1])
            memcpy(key, examples[i].key, examples[i].key_size);
        for (size_t cut = 0; cut <= size; cut++) {
            hmac((struct piece){key, examples[i].key_size}, (struct piece){data, cut},
                 (struct piece){data + cut, size - cut}, result);
            for (size_t n = 0; n < HMAC_SIZE; n++)
                (void)snprintf(text + 2 * n, 3, "%02x", (unsigned)result[n]);
            assert_string_equal(text, examples[i].hmac);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(hmacs_are_those_of_the_rfc)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
