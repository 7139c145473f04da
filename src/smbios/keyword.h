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
    KEYWORD_RELEASE, /* two bytes, major and minor; FF in either: unknown */
    KEYWORD_FAMILY,  /* a processor's family, by name */
    KEYWORD_MHZ,     /* two bytes; 0: unknown */
    KEYWORD_CHASSIS, /* chassis type: its name, or its number if sysfs's name was asked for */
};

struct keyword {
    const char *name;  /* dmidecode's */
    const char *sysfs; /* in /sys/class/dmi/id, or NULL */
    uint8_t type;      /* of the structure */
    uint8_t offset;    /* of the field */
    enum keyword_kind kind;
};

/* The keyword that either dmidecode or sysfs calls `key`, or NULL. */
const struct keyword *keyword_find(const char *key);

#endif
