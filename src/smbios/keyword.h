/*
 * The values that have a name of their own: dmidecode's -s keywords and sysfs's attributes.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SMBIOS_KEYWORD_H
#define HWIDENT_SMBIOS_KEYWORD_H

#include "hwident.h"

enum keyword_kind {
    KEYWORD_STRING,
    KEYWORD_UUID,
    KEYWORD_RELEASE, /* two bytes, major and minor; FF in either: not said */
    KEYWORD_FAMILY,  /* of a processor: its name */
    KEYWORD_MHZ,     /* two bytes; 0: not known */
    KEYWORD_CHASSIS, /* chassis type: its name, under sysfs's name the number */
};

struct keyword {
    const char *name;  /* dmidecode's */
    const char *sysfs; /* in /sys/class/dmi/id, or NULL */
    uint8_t type;      /* of the structure */
    uint8_t offset;    /* of the field */
    enum keyword_kind kind;
};

/* The keyword that is named `key` in either way, or NULL. */
const struct keyword *keyword_find(const char *key);

#endif
