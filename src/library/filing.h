/*
 * Files, as all rooms treat them, for the tool: read and written whole, and there whole or not at all.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_LIBRARY_FILING_H
#define HWIDENT_LIBRARY_FILING_H

#include "host/file.h"
#include "host/new_file.h"

#endif
