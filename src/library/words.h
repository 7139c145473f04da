/*
 * The handling of text that all rooms share, for the tool: quoting for a message, trimming, parsing
 * a number, making a name, one character of the firmware. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_WORDS_H
#define HWIDENT_LIBRARY_WORDS_H

#include "host/digits.h"
#include "host/quote.h"
#include "identity/serial.h"
#include "render/snake.h"
#include "render/utf8.h"
#include "smbios/line.h"

#endif
