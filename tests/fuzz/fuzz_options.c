/*
 * The command line of hwident: words that end with a zero.
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"

#include "cli/command.h"
#include "cli/options.h"
#include "cli/suggest.h"

#include <getopt.h>

enum { WORDS_MAX = 16 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *words[WORDS_MAX + 2] = {fuzz_text((const uint8_t *)"hwident", 7)};
    char *made[WORDS_MAX + 2];
    struct options options;
    int count = 1;

    for (; size > 0 && count <= WORDS_MAX; count++) {
        size_t length;
        const uint8_t *word = fuzz_cut(&data, &size, '\0', &length);

        words[count] = fuzz_text(word, length);
    }
    memcpy(made, words, sizeof made);
    optind = 0; /* getopt begins anew */
    if (options_read(count, words, &options) == HWIDENT_OK && !options.version && !options.help) {
        HOLDS(options.command != NULL);
        HOLDS(options.operand_count >= 0 && options.operand_count < count);
        HOLDS(!options.open.tables || !options.open.dump);
    }
    options_free(&options);
    for (int i = 0; i < count; i++)
        free(made[i]);
    return 0;
}
