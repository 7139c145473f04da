/*
 * The handling of files that all rooms share, for the tool: files are read and written completely,
 * or not at all. SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_FILING_H
#define HWIDENT_LIBRARY_FILING_H

#include "host/file.h"
#include "host/new_file.h"

#endif
