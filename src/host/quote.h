/*
 * Text that came from outside, made fit for one line of a message.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_QUOTE_H
#define HWIDENT_HOST_QUOTE_H

/* At most this many bytes of the outside are shown, each as up to four characters. */
enum { QUOTED_MAX = 80, QUOTED_SIZE = QUOTED_MAX * 4 + 4 };

/*
 * Copies `text`: bytes that are not printable ASCII, and backslashes, as \xNN; "..." where it is
 * cut after QUOTED_MAX bytes; two quotes where there is nothing to show.
 */
void quote(const char *text, char quoted[QUOTED_SIZE]);

#endif
