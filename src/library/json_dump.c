/*
 * The JSON of dump: that the file was written.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"

int json_dump(struct answer *a)
{
    int err = hwident_dump(a->h, a->request->operands[0]);

    if (err)
        return answer_error(a, err);
    answer_begin(a, HWIDENT_OK);
    answer_end(a);
    return HWIDENT_OK;
}
