/*
 * Escaping text from outside, so that it fits into one line of a message.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_QUOTE_H
#define HWIDENT_HOST_QUOTE_H

/* At most this many bytes of the text are shown, each as up to four characters. */
enum { QUOTED_MAX = 80, QUOTED_SIZE = QUOTED_MAX * 4 + 4 };

/*
 * Copies `text`. Backslashes and bytes that are not printable ASCII become \xNN; a text cut after
 * QUOTED_MAX bytes ends with "..."; an empty text becomes two quotes.
 */
void quote(const char *text, char quoted[QUOTED_SIZE]);

#endif
