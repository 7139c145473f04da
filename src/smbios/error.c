/*
 * The one list of everything that can go wrong: tag, text and exit code of each error.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include <stddef.h>

static const struct row {
    int error;
    int exit;
    const char *tag;
    const char *text;
} errors[] = {
    {HWIDENT_E_NO_STRUCTURE, 1, "ABSENT", "no structure holds this value"},
    {HWIDENT_E_SHORT, 1, "ABSENT", "the structure ends before this field"},
    {HWIDENT_E_NOT_SPECIFIED, 1, "ABSENT", "not specified by the firmware (string index 0)"},
    {HWIDENT_E_BAD_INDEX, 1, "ABSENT", "the string index points beyond the string set"},
    {HWIDENT_E_UUID_ZERO, 1, "ABSENT", "the UUID is all 00: not present"},
    {HWIDENT_E_UUID_ONES, 1, "ABSENT", "the UUID is all FF: not present, can be set"},
    {HWIDENT_E_UNKNOWN_VALUE, 1, "ABSENT", "the firmware left the value unknown or reserved"},
    {HWIDENT_E_DIFFERENT, 1, "DIFFERENT", "a different machine"},
    {HWIDENT_E_FINDINGS, 1, "FINDINGS", "the tables break rules of the specification"},

    {HWIDENT_E_USAGE, 2, "USAGE", "an argument is missing or does not fit"},
    {HWIDENT_E_KEYWORD, 2, "USAGE", "no such keyword"},
    {HWIDENT_E_BUFFER, 2, "USAGE", "the buffer is too short"},
    {HWIDENT_E_APP_ID, 2, "USAGE",
     "the app id must be 1 to 255 printable ASCII characters, no space"},
    {HWIDENT_E_KEY, 2, "USAGE", "the key must be 1 to 64 bytes, the last of them not zero"},
    {HWIDENT_E_UUID_TEXT, 2, "USAGE", "not a UUID"},
    {HWIDENT_E_CODE_LABEL, 2, "USAGE", "not a machine code of a version known here"},
    {HWIDENT_E_CODE_LENGTH, 2, "USAGE", "a machine code has 33 characters after its label"},
    {HWIDENT_E_CODE_CHARACTER, 2, "USAGE", "a character that no machine code has"},
    {HWIDENT_E_CODE_CHECK, 2, "USAGE", "the check character disagrees: mistyped"},
    {HWIDENT_E_RULES, 2, "USAGE", "there is no such rule set"},

    {HWIDENT_E_NODMI, 3, "NODMI", "this machine has no SMBIOS tables"},

    {HWIDENT_E_PERMISSION, 4, "PERMISSION", "permission denied"},
    {HWIDENT_E_LSM, 4, "LSM", "a security module denies access"},
    {HWIDENT_E_USERNS, 4, "USERNS", "the file belongs to root outside this user namespace"},
    {HWIDENT_E_SECCOMP, 4, "SECCOMP", "a system call filter denies access"},
    {HWIDENT_E_READONLY, 4, "READONLY", "the file system is read-only"},
    {HWIDENT_E_NOCAP, 4, "NOCAP", "a capability is missing"},
    {HWIDENT_E_VERSION, 4, "VERSION",
     "the SMBIOS version is not known without the entry point, so the UUID's byte order is not"},
    {HWIDENT_E_NOENTRY, 4, "NOENTRY", "the entry point cannot be read"},

    {HWIDENT_E_PLACEHOLDER, 5, "PLACEHOLDER", "the component is a placeholder"},
    {HWIDENT_E_ABSENT, 5, "ABSENT", "the component is absent"},
    {HWIDENT_E_WEAK, 5, "WEAK", "the component is weak"},

    {HWIDENT_E_MASKED, 6, "MASKED", "the container engine masks the tables"},
    {HWIDENT_E_NOSYS, 6, "NOSYS", "/sys is not sysfs"},
    {HWIDENT_E_NOTSYSFS, 6, "NOTSYSFS", "not a file of sysfs"},
    {HWIDENT_E_PROVENANCE, 6, "PROVENANCE", "the tables do not come from the kernel"},
    {HWIDENT_E_MADEUP, 6, "MADEUP", "product_uuid and the tables name different machines"},
    {HWIDENT_E_STALE, 6, "STALE", "of another boot of the machine, or of another file"},

    {HWIDENT_E_ANCHOR, 7, "BADTABLE", "not an SMBIOS entry point: no anchor"},
    {HWIDENT_E_ENTRY_LENGTH, 7, "BADTABLE", "the entry point's length is out of range"},
    {HWIDENT_E_CHECKSUM, 7, "BADTABLE", "the entry point's checksum is wrong"},
    {HWIDENT_E_HEADER_CUT, 7, "BADTABLE", "a structure's header is cut"},
    {HWIDENT_E_LENGTH, 7, "BADTABLE", "a structure's length does not fit"},
    {HWIDENT_E_UNTERMINATED, 7, "BADTABLE", "a structure's strings are not terminated"},
    {HWIDENT_E_EMPTY, 7, "BADTABLE", "the file is empty"},
    {HWIDENT_E_BOUND, 7, "BADTABLE", "larger than SMBIOS tables can be"},
    {HWIDENT_E_DUMP, 7, "BADTABLE", "not a dump in dmidecode's format"},
    {HWIDENT_E_NO_TYPE_1, 7, "BADTABLE", "no system information (type 1) in the table"},

    {HWIDENT_E_IO, 8, "IO", "input or output failed"},
    {HWIDENT_E_MISSING, 8, "MISSING", "not there"},
    {HWIDENT_E_NOTREG, 8, "NOTREG", "not a file of the right kind"},
    {HWIDENT_E_CHANGED, 8, "CHANGED", "the file changed while it was read"},
    {HWIDENT_E_OUTPUT, 8, "OUTPUT", "the output could not be written whole"},
    {HWIDENT_E_EXISTS, 8, "EXISTS", "the file is there already"},
    {HWIDENT_E_MEMORY, 8, "MEMORY", "out of memory"},
};

/* For a number that is not an error. */
static const struct row unknown = {0, 8, "UNKNOWN", "unknown error"};
static const struct row none = {HWIDENT_OK, 0, "OK", "no error"};

static const struct row *row_of(int err)
{
    if (err >= HWIDENT_OK)
        return &none;
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
        if (errors[i].error == err)
            return &errors[i];
    return &unknown;
}

const char *hwident_error_text(int err)
{
    return row_of(err)->text;
}

const char *hwident_error_tag(int err)
{
    return row_of(err)->tag;
}

int hwident_error_exit(int err)
{
    return row_of(err)->exit;
}
