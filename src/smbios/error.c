/*
 * The one list of everything that can go wrong: tag and text of each error.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#define FIRST     HWIDENT_E_NO_STRUCTURE
#define SLOT(err) [FIRST - (err)]

static const struct row {
    const char *tag;
    const char *text;
} errors[] = {
    SLOT(HWIDENT_E_NO_STRUCTURE) = {"ABSENT", "no structure holds this value"},
    SLOT(HWIDENT_E_SHORT) = {"ABSENT", "the structure ends before this field"},
    SLOT(HWIDENT_E_NOT_SPECIFIED) = {"ABSENT", "not specified by the firmware (string index 0)"},
    SLOT(HWIDENT_E_BAD_INDEX) = {"ABSENT", "the string index points beyond the string set"},
    SLOT(HWIDENT_E_UUID_ZERO) = {"ABSENT", "the UUID is all 00: not present"},
    SLOT(HWIDENT_E_UUID_ONES) = {"ABSENT", "the UUID is all FF: not present, can be set"},
    SLOT(HWIDENT_E_UNKNOWN_VALUE) = {"ABSENT", "the firmware left the value unknown or reserved"},
    SLOT(HWIDENT_E_DIFFERENT) = {"DIFFERENT", "another machine"},
    SLOT(HWIDENT_E_FINDINGS) = {"FINDINGS", "the tables break rules of the specification"},

    SLOT(HWIDENT_E_USAGE) = {"USAGE", "an argument is missing or does not fit"},
    SLOT(HWIDENT_E_KEYWORD) = {"USAGE", "no such keyword"},
    SLOT(HWIDENT_E_BUFFER) = {"USAGE", "the buffer is too short"},
    SLOT(HWIDENT_E_APP_ID) = {"USAGE",
                              "the app id must be 1 to 255 printable ASCII characters, no space"},
    SLOT(HWIDENT_E_KEY) = {"USAGE", "the key must be 1 to 64 bytes, the last of them not zero"},
    SLOT(HWIDENT_E_UUID_TEXT) = {"USAGE", "not a UUID"},
    SLOT(HWIDENT_E_CODE_LABEL) = {"USAGE", "not a machine code of a version known here"},
    SLOT(HWIDENT_E_CODE_LENGTH) = {"USAGE", "a machine code has 33 characters behind its label"},
    SLOT(HWIDENT_E_CODE_CHARACTER) = {"USAGE", "a character that no machine code has"},
    SLOT(HWIDENT_E_CODE_CHECK) = {"USAGE", "the check character disagrees: mistyped"},

    SLOT(HWIDENT_E_NODMI) = {"NODMI", "this machine has no SMBIOS tables"},

    SLOT(HWIDENT_E_PERMISSION) = {"PERMISSION", "permission denied"},
    SLOT(HWIDENT_E_LSM) = {"LSM", "a security module denies access"},
    SLOT(HWIDENT_E_USERNS) = {"USERNS", "the file belongs to root outside this user namespace"},
    SLOT(HWIDENT_E_SECCOMP) = {"SECCOMP", "a system call filter denies access"},
    SLOT(HWIDENT_E_READONLY) = {"READONLY", "the file system is read-only"},
    SLOT(HWIDENT_E_NOCAP) = {"NOCAP", "a capability is missing"},
    SLOT(HWIDENT_E_VERSION) = {"VERSION", "the SMBIOS version is not known without the entry "
                                          "point, so the UUID's byte order is not"},
    SLOT(HWIDENT_E_NO_ENTRY) = {"PERMISSION", "the entry point cannot be read"},

    SLOT(HWIDENT_E_PLACEHOLDER) = {"PLACEHOLDER", "the component is a placeholder"},
    SLOT(HWIDENT_E_ABSENT) = {"ABSENT", "the component is absent"},
    SLOT(HWIDENT_E_WEAK) = {"WEAK", "the component is weak"},

    SLOT(HWIDENT_E_MASKED) = {"MASKED", "the container engine masks the tables"},
    SLOT(HWIDENT_E_NOSYS) = {"NOSYS", "/sys is not sysfs"},
    SLOT(HWIDENT_E_NOTSYSFS) = {"NOTSYSFS", "not a file of sysfs"},
    SLOT(HWIDENT_E_PROVENANCE) = {"PROVENANCE", "the tables do not come from the kernel"},
    SLOT(HWIDENT_E_MADE_UP) = {"MADEUP", "product_uuid and the tables name different machines"},
    SLOT(HWIDENT_E_STALE) = {"STALE", "of another boot of the machine, or of another file"},

    SLOT(HWIDENT_E_ANCHOR) = {"BADTABLE", "not an SMBIOS entry point: no anchor"},
    SLOT(HWIDENT_E_ENTRY_LENGTH) = {"BADTABLE", "the entry point's length is out of range"},
    SLOT(HWIDENT_E_CHECKSUM) = {"BADTABLE", "the entry point's checksum is wrong"},
    SLOT(HWIDENT_E_HEADER_CUT) = {"BADTABLE", "a structure's header is cut"},
    SLOT(HWIDENT_E_LENGTH) = {"BADTABLE", "a structure's length does not fit"},
    SLOT(HWIDENT_E_UNTERMINATED) = {"BADTABLE", "a structure's strings are not terminated"},
    SLOT(HWIDENT_E_EMPTY) = {"BADTABLE", "the file is empty"},
    SLOT(HWIDENT_E_BOUND) = {"BADTABLE", "larger than SMBIOS tables can be"},
    SLOT(HWIDENT_E_DUMP) = {"BADTABLE", "not a dump in dmidecode's format"},
    SLOT(HWIDENT_E_NO_TYPE_1) = {"BADTABLE", "no system information (type 1) in the table"},

    SLOT(HWIDENT_E_IO) = {"IO", "input or output failed"},
    SLOT(HWIDENT_E_MISSING) = {"MISSING", "not there"},
    SLOT(HWIDENT_E_NOTREG) = {"NOTREG", "not a file of the right kind"},
    SLOT(HWIDENT_E_CHANGED) = {"CHANGED", "the file changed while it was read"},
    SLOT(HWIDENT_E_OUTPUT) = {"OUTPUT", "the output could not be written whole"},
    SLOT(HWIDENT_E_EXISTS) = {"EXISTS", "the file is there already"},
    SLOT(HWIDENT_E_MEMORY) = {"MEMORY", "out of memory"},
};

enum { LAST = FIRST - (int)(sizeof errors / sizeof errors[0]) + 1 };

/* The row of `err`, or NULL where it is no error of the enumeration. */
static const struct row *row_of(int err)
{
    if (err > FIRST || err < LAST || !errors[FIRST - err].tag)
        return NULL;
    return &errors[FIRST - err];
}

const char *hwident_error_text(int err)
{
    const struct row *row = row_of(err);

    if (err >= HWIDENT_OK)
        return "no error";
    return row ? row->text : "unknown error";
}

const char *hwident_error_tag(int err)
{
    const struct row *row = row_of(err);

    if (err >= HWIDENT_OK)
        return "OK";
    return row ? row->tag : "UNKNOWN";
}

int hwident_error_exit(int err)
{
    if (err >= HWIDENT_OK)
        return 0;
    return (row_of(err) ? err : HWIDENT_E_IO) / -10;
}
