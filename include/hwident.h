/*
 * hwident: which machine is this, read from its SMBIOS tables without root.
 * SPDX-License-Identifier: MIT
 *
 * Three levels:
 *
 * 1. Pure functions over bytes that the caller owns: entry point, structures,
 *    strings, UUIDs, grades, machine codes. They do no I/O, keep nothing and
 *    allocate nothing (except the hash's state).
 * 2. The handle: this machine's tables, read once. hwident_open, hwident_get,
 *    hwident_code, hwident_why, hwident_close. They take and return only pointers,
 *    numbers and character buffers, so that any language can call them.
 *    hwident_table returns the handle's table, for the functions of level 1.
 * 3. Fields and JSON: every field of a structure in order (hwident_fields), and
 *    the output of each command of the tool (hwident_json).
 *
 * Nothing here keeps global state, prints, exits, raises a signal or changes the
 * environment. Several threads may call it, each with handles of its own: only one
 * thread at a time may use a handle, even to read values.
 *
 * A structure that a later version may extend either begins with its size or is
 * made by the library, which hands out a pointer to it. The structures of level 1
 * that the caller allocates do not change as long as the shared library keeps its
 * soname.
 *
 * Section numbers refer to the SMBIOS reference specification, DSP0134 3.9. Every
 * function that can fail returns 0 (HWIDENT_OK) or a negative value of enum
 * hwident_error, unless its comment says otherwise.
 */
#ifndef HWIDENT_H
#define HWIDENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define HWIDENT_API __attribute__((visibility("default")))
#else
#define HWIDENT_API
#endif

/* The header's version. The number can be compared: 0.2.0 is 0x000200. */
#define HWIDENT_VERSION        "0.2.0"
#define HWIDENT_VERSION_NUMBER 0x000200

/* ------------------------------------------------------------------------
 * Errors
 * --------------------------------------------------------------------- */

/*
 * Every failure of the library and of the programs. Once released, a number keeps
 * its meaning; new ones are added at the end of their group.
 */
enum hwident_error {
    HWIDENT_OK = 0,

    /* 1: the value asked for is not on this machine */
    HWIDENT_E_NO_STRUCTURE = -101,  /* no structure of the type that holds the value */
    HWIDENT_E_SHORT = -102,         /* the structure ends before the field: an older version */
    HWIDENT_E_NOT_SPECIFIED = -103, /* string index 0 (section 6.1.3) */
    HWIDENT_E_BAD_INDEX = -104,     /* string index beyond the string set */
    HWIDENT_E_UUID_ZERO = -105,     /* UUID all 00: not present (section 7.2.1) */
    HWIDENT_E_UUID_ONES = -106,     /* UUID all FF: not present, can be set (section 7.2.1) */
    HWIDENT_E_UNKNOWN_VALUE = -107, /* the firmware wrote "unknown" or a reserved number */
    HWIDENT_E_DIFFERENT = -108,     /* the value names a different machine */
    HWIDENT_E_FINDINGS = -109,      /* the tables break rules of the specification */

    /* 2: the call is wrong */
    HWIDENT_E_USAGE = -201,          /* an argument is missing or invalid */
    HWIDENT_E_KEYWORD = -202,        /* no such keyword */
    HWIDENT_E_BUFFER = -203,         /* the buffer is too short; nothing was written */
    HWIDENT_E_APP_ID = -204,         /* app id not 1 to 255 bytes, all of 0x21..0x7E */
    HWIDENT_E_KEY = -205,            /* key over 64 bytes, or its last byte is zero */
    HWIDENT_E_UUID_TEXT = -206,      /* not the text of a UUID */
    HWIDENT_E_CODE_LABEL = -207,     /* not a machine code's label, or a newer version's */
    HWIDENT_E_CODE_LENGTH = -208,    /* too few or too many characters for a machine code */
    HWIDENT_E_CODE_CHARACTER = -209, /* a character that machine codes do not use */
    HWIDENT_E_CODE_CHECK = -210,     /* the check character does not match: mistyped */
    HWIDENT_E_RULES = -211,          /* no such rule set; a newer version may have it */

    /* 3: no SMBIOS */
    HWIDENT_E_NODMI = -301, /* the kernel knows of no SMBIOS tables */

    /* 4: permission */
    HWIDENT_E_PERMISSION = -401, /* the file's mode and owner do not let this process in */
    HWIDENT_E_LSM = -402,        /* mode and owner allow it, but a security module does not */
    HWIDENT_E_USERNS = -403,     /* the owner is root of another user namespace */
    HWIDENT_E_SECCOMP = -404,    /* a system call filter refuses the call */
    HWIDENT_E_READONLY = -405,   /* the file system is mounted read-only */
    HWIDENT_E_NOCAP = -406,      /* a capability is missing */
    HWIDENT_E_VERSION = -407,    /* only DMI is readable, and it does not state its version */
    HWIDENT_E_NOENTRY = -408,    /* the entry point is needed and cannot be read */

    /* 5: identity refused */
    HWIDENT_E_PLACEHOLDER = -501, /* the component is a placeholder */
    HWIDENT_E_ABSENT = -502,      /* the component is absent */
    HWIDENT_E_WEAK = -503,        /* the component is weak and only strong ones were asked for */

    /* 6: the container hides the tables, or shows made-up ones */
    HWIDENT_E_MASKED = -601,     /* /sys/firmware is empty or not sysfs: a container's mask */
    HWIDENT_E_NOSYS = -602,      /* /sys is not sysfs */
    HWIDENT_E_NOTSYSFS = -603,   /* the files are not the kernel's */
    HWIDENT_E_PROVENANCE = -604, /* tables of this provenance are refused */
    HWIDENT_E_MADEUP = -605,     /* product_uuid and the tables name different machines */
    HWIDENT_E_STALE = -606,      /* a copy or a descriptor from an earlier boot */

    /* 7: malformed */
    HWIDENT_E_ANCHOR = -701,       /* not an entry point (section 5.2) */
    HWIDENT_E_ENTRY_LENGTH = -702, /* the entry point's length is out of range */
    HWIDENT_E_CHECKSUM = -703,     /* the entry point's checksum is wrong */
    HWIDENT_E_HEADER_CUT = -704,   /* fewer than 4 bytes left where a structure begins */
    HWIDENT_E_LENGTH = -705,       /* a structure's length is under 4 or runs off the table */
    HWIDENT_E_UNTERMINATED = -706, /* a string set without its two zero bytes */
    HWIDENT_E_EMPTY = -707,        /* an empty file */
    HWIDENT_E_BOUND = -708,        /* larger than an entry point of its kind can describe */
    HWIDENT_E_DUMP = -709,         /* not a dump in dmidecode's format */
    HWIDENT_E_NO_TYPE_1 = -710,    /* a whole table without system information */

    /* 8: input and output */
    HWIDENT_E_IO = -801,      /* a system call failed */
    HWIDENT_E_MISSING = -802, /* the named folder or file is not there */
    HWIDENT_E_NOTREG = -803,  /* not a regular file, or not a folder */
    HWIDENT_E_CHANGED = -804, /* the file changed while it was read */
    HWIDENT_E_OUTPUT = -805,  /* the output could not be written whole */
    HWIDENT_E_EXISTS = -806,  /* the file to write exists already */
    HWIDENT_E_MEMORY = -807,  /* out of memory */
};

/* What `err` means: a static English sentence without a full stop; never NULL. */
HWIDENT_API const char *hwident_error_text(int err);

/*
 * The word that messages begin with: the error's own name without HWIDENT_E_
 * ("MASKED"), or the name of its kind: ABSENT, USAGE or BADTABLE. Static, never
 * NULL.
 */
HWIDENT_API const char *hwident_error_tag(int err);

/* The command line's exit code for `err`: 0 to 8; also 8 for a number that is not an error. */
HWIDENT_API int hwident_error_exit(int err);

/*
 * The version of the library that is linked, "major.minor.patch"; static. It may
 * be newer than the HWIDENT_VERSION that a program was compiled with.
 */
HWIDENT_API const char *hwident_version(void);

/* ------------------------------------------------------------------------
 * Entry point (section 5.2)
 * --------------------------------------------------------------------- */

/* An SMBIOS version as one number that can be compared: 2.6 is 0x020600. */
#define HWIDENT_SMBIOS(major, minor) (((uint32_t)(major) << 16) | ((uint32_t)(minor) << 8))

/* The largest entry point that is defined, in bytes; a dump reserves as much for it. */
#define HWIDENT_ENTRY_POINT_MAX 32

/* The largest tables that are read: with a 32-bit and with a 64-bit entry point. */
#define HWIDENT_TABLE_MAX_32 ((size_t)64 * 1024)
#define HWIDENT_TABLE_MAX_64 ((size_t)16 * 1024 * 1024)

enum hwident_anchor {
    HWIDENT_ANCHOR_DMI = 1, /* a lone "_DMI_", 15 bytes */
    HWIDENT_ANCHOR_SM = 2,  /* "_SM_", 32-bit (section 5.2.1) */
    HWIDENT_ANCHOR_SM3 = 3, /* "_SM3_", 64-bit (section 5.2.2) */
};

struct hwident_entry_point {
    enum hwident_anchor anchor;
    uint32_t version;         /* HWIDENT_SMBIOS number with the docrev; corrected, see below */
    uint32_t version_stated;  /* the version as the firmware wrote it */
    uint32_t table_length;    /* bytes; exact for _SM_ and _DMI_, the maximum for _SM3_ */
    uint64_t table_address;   /* physical address; in a dump, the offset in the file */
    uint16_t structure_count; /* 0 for _SM3_, which does not state it */
    uint16_t structure_max;   /* bytes of the largest structure; 0: not stated */
    uint8_t length;           /* bytes of the entry point itself */
};

/*
 * Parses the entry point at `bytes`, of which `size` bytes may be read.
 *
 * Versions of _SM_ that kernels correct are corrected here too: 2.31 and 2.33
 * become 2.3, 2.51 becomes 2.6. Bytes after the entry point's length are ignored.
 *
 * HWIDENT_E_ANCHOR: neither _SM_ (with its _DMI_ part), _SM3_ nor _DMI_.
 * HWIDENT_E_ENTRY_LENGTH: length outside 0x1E..0x20 (_SM_), 0x18..0x20 (_SM3_), or
 * more than `size`. HWIDENT_E_CHECKSUM: the bytes of the whole or of the _DMI_ part
 * do not add up to zero.
 */
HWIDENT_API int hwident_entry_point_parse(const void *bytes, size_t size,
                                          struct hwident_entry_point *ep);

/* ------------------------------------------------------------------------
 * Table and structures (section 6.1)
 * --------------------------------------------------------------------- */

/* A structure table in the caller's memory, which must outlive it. */
struct hwident_table {
    const uint8_t *bytes;
    size_t size;      /* bytes that may be read */
    uint32_t count;   /* structures that the entry point announced; 0: not stated */
    uint32_t version; /* HWIDENT_SMBIOS number; 0: unknown */
    bool stops;       /* ends with the first type 127 (with _SM3_) */
};

/*
 * Describes the `size` bytes at `bytes` as the table of `ep`, which is NULL where
 * only the table is known. Bytes beyond the entry point's length do not belong to
 * the table; a table shorter than announced is normal.
 */
HWIDENT_API void hwident_table_init(struct hwident_table *table, const void *bytes, size_t size,
                                    const struct hwident_entry_point *ep);

/* One structure, and the cursor of a walk, which starts with HWIDENT_START. */
struct hwident_structure {
    const uint8_t *bytes; /* the header's first byte */
    size_t offset;        /* of that byte in the table */
    size_t size;          /* formatted area, string set and terminator, in bytes */
    uint32_t index;       /* how many structures come before this one */
    uint16_t handle;
    uint8_t type;
    uint8_t length; /* of the formatted area with its header, in bytes: at least 4 */
};

/* What a walk starts with: all bytes zero. */
#ifdef __cplusplus
#define HWIDENT_START                                                                              \
    {                                                                                              \
    }
#else
#define HWIDENT_START                                                                              \
    {                                                                                              \
        0                                                                                          \
    }
#endif

/*
 * Steps to the next structure. Returns 1 with `*structure` filled, 0 at the end of
 * the table, or the error for the rule that the bytes at structure->offset break:
 * HWIDENT_E_HEADER_CUT, HWIDENT_E_LENGTH or HWIDENT_E_UNTERMINATED. After
 * HWIDENT_E_UNTERMINATED the formatted area is whole and may be read
 * (structure->size then ends with the table); the walk is over after any error.
 */
HWIDENT_API int hwident_table_next(const struct hwident_table *table,
                                   struct hwident_structure *structure);

/*
 * Steps to the next structure of `type` before the first type 127. Identity is only
 * taken from those. Returns the same values as hwident_table_next.
 */
HWIDENT_API int hwident_table_find(const struct hwident_table *table, uint8_t type,
                                   struct hwident_structure *structure);

/*
 * Loop over the whole structures of `table` (a pointer) and declare the variable
 * `structure`; the second one visits only those of one type, as hwident_table_find
 * does.
 *
 *     HWIDENT_FOR_EACH_OF(table, 17, device)
 *         hwident_structure_string_at(&device, 0x10, &locator, &length);
 */
#define HWIDENT_FOR_EACH(table, structure)                                                         \
    for (struct hwident_structure structure = HWIDENT_START;                                       \
         hwident_table_next((table), &(structure)) == 1;)
#define HWIDENT_FOR_EACH_OF(table, type, structure)                                                \
    for (struct hwident_structure structure = HWIDENT_START;                                       \
         hwident_table_find((table), (type), &(structure)) == 1;)

/* The result of a walk over the whole table. */
struct hwident_walk {
    uint32_t structures; /* whole ones */
    size_t bytes;        /* how many bytes they occupy */
    size_t offset;       /* where the walk ended */
    int error;           /* why it ended there; 0: at the table's end */
    bool count_wrong;    /* the entry point announced a different number */
    bool length_wrong;   /* bytes are left over, or the table is cut */
};

/* Walks the whole table and reports what was found. */
HWIDENT_API void hwident_table_walk(const struct hwident_table *table, struct hwident_walk *walk);

/*
 * Reads the little-endian field of 1, 2, 4 or 8 bytes at `offset` of the formatted
 * area. Returns false where the structure is too short; `*value` is then 0.
 */
HWIDENT_API bool hwident_structure_field(const struct hwident_structure *structure, size_t offset,
                                         size_t width, uint64_t *value);

/*
 * Finds string number `number` of the structure's set, counted from 1; `*length` is
 * in bytes without the terminating zero. The pointer points into the table.
 * HWIDENT_E_NOT_SPECIFIED: the number is 0. HWIDENT_E_BAD_INDEX: it is beyond the
 * set, or the set is unterminated and this string's own zero is missing.
 */
HWIDENT_API int hwident_structure_string(const struct hwident_structure *structure, uint8_t number,
                                         const char **string, size_t *length);

/*
 * Finds the string whose number is at `offset` of the formatted area. Errors as for
 * hwident_structure_string; HWIDENT_E_SHORT where the field is missing.
 */
HWIDENT_API int hwident_structure_string_at(const struct hwident_structure *structure,
                                            size_t offset, const char **string, size_t *length);

/*
 * The version that a table without an entry point gives evidence of: 0x020600 where
 * one of its structures is longer than any could be before 2.6, else 0 (unknown).
 */
HWIDENT_API uint32_t hwident_table_version(const struct hwident_table *table);

/* ------------------------------------------------------------------------
 * UUID (section 7.2.1)
 * --------------------------------------------------------------------- */

#define HWIDENT_UUID_TEXT_SIZE 37 /* 8-4-4-4-12 digits and the terminating zero */

enum hwident_uuid_order {
    HWIDENT_UUID_SPEC = 0, /* by the table's version: little-endian from 2.6 on */
    HWIDENT_UUID_LE = 1,   /* first three fields little-endian (Windows) */
    HWIDENT_UUID_BE = 2,   /* as stored (VMware's uuid.bios, old kernels) */
};

/*
 * Reads the UUID of the first system information, in the bytes' stored order.
 * HWIDENT_E_NO_STRUCTURE, HWIDENT_E_SHORT, HWIDENT_E_UUID_ZERO,
 * HWIDENT_E_UUID_ONES, or the error of the walk that ended before type 1. The bytes
 * are written for the two UUID errors as well.
 */
HWIDENT_API int hwident_table_uuid(const struct hwident_table *table, uint8_t uuid[16]);

/* Reverses the first three fields (4, 2 and 2 bytes) in place: the other byte order. */
HWIDENT_API void hwident_uuid_swap(uint8_t uuid[16]);

/* Replaces `uuid` by the smaller of itself and its swapped form, compared byte by byte. */
HWIDENT_API void hwident_uuid_canonical(uint8_t uuid[16]);

/* Writes the 16 bytes, in the order in which they are given, as 36 lower-case characters. */
HWIDENT_API void hwident_uuid_format(const uint8_t uuid[16], char text[HWIDENT_UUID_TEXT_SIZE]);

/*
 * Parses a UUID in any usual spelling: either case, with or without dashes or
 * braces, "urn:uuid:", VMware's "VMware-56 4d …". HWIDENT_E_UUID_TEXT: `*where`
 * (may be NULL) is the offset of the first character that does not fit.
 */
HWIDENT_API int hwident_uuid_parse(const char *text, uint8_t uuid[16], size_t *where);

/* ------------------------------------------------------------------------
 * Values by name
 * --------------------------------------------------------------------- */

/*
 * Writes the value of `key`, a keyword of dmidecode's -s ("system-uuid") or a file
 * name of sysfs ("product_uuid"), from the first structure that holds it. Bytes
 * that are not printable ASCII become '.'; strings are not trimmed.
 *
 * HWIDENT_E_KEYWORD, HWIDENT_E_BUFFER, HWIDENT_E_NO_STRUCTURE, HWIDENT_E_SHORT,
 * HWIDENT_E_NOT_SPECIFIED, HWIDENT_E_BAD_INDEX, HWIDENT_E_UUID_ZERO,
 * HWIDENT_E_UUID_ONES, HWIDENT_E_UNKNOWN_VALUE, the error of a walk that ended
 * before the structure, or HWIDENT_E_VERSION for a UUID in HWIDENT_UUID_SPEC order
 * where the table's version is not known. Nothing is written on an error.
 *
 * `*needed` (may be NULL) becomes the number of bytes that the value takes with its
 * terminating zero, also where the buffer is too short; to ask only for that, pass
 * NULL as `text` and 0 as `size`. On other errors it becomes 0.
 */
HWIDENT_API int hwident_table_get(const struct hwident_table *table, const char *key,
                                  enum hwident_uuid_order order, char *text, size_t size,
                                  size_t *needed);

/* Keyword number `n`, counted from 0, in dmidecode's order; NULL after the last. */
HWIDENT_API const char *hwident_keyword(size_t n);

/* sysfs's name for keyword number `n`; NULL where sysfs has none. */
HWIDENT_API const char *hwident_keyword_sysfs(size_t n);

/* ------------------------------------------------------------------------
 * Identity: components, grades, machine codes. No hardware access.
 * --------------------------------------------------------------------- */

#define HWIDENT_CODE_SIZE     39     /* characters of a machine code and the terminating zero */
#define HWIDENT_PROFILES      "usbc" /* every profile letter, in order */
#define HWIDENT_COMPONENT_MAX 255    /* bytes of the longest component that is accepted */
#define HWIDENT_KEY_MAX       64     /* bytes of the longest key */

/*
 * The newest rule set that components are graded by. A set never changes: anything more that a new
 * release refuses goes into a set with the next number, so that existing licences stay valid.
 * Wherever a function takes `rules`, 0 means the newest; HWIDENT_E_RULES: no such set.
 */
#define HWIDENT_RULES 2

enum hwident_grade {
    HWIDENT_GRADE_ABSENT = 0,      /* missing; the rule says why */
    HWIDENT_GRADE_PLACEHOLDER = 1, /* present, but the same on many machines */
    HWIDENT_GRADE_WEAK = 2,        /* unique, but tied to a part */
    HWIDENT_GRADE_STRONG = 3,
};

/* What a machine code can be made of. Functions that take a profile also take the plain letter. */
enum hwident_profile {
    HWIDENT_PROFILE_UUID = 'u',    /* the system UUID (type 1) */
    HWIDENT_PROFILE_SYSTEM = 's',  /* the system's serial number (type 1) */
    HWIDENT_PROFILE_BOARD = 'b',   /* the base board's serial number (type 2) */
    HWIDENT_PROFILE_CHASSIS = 'c', /* the chassis' serial number (type 3); blades share it */
};

/* One thing that a licence can be bound to. */
struct hwident_component {
    char profile; /* enum hwident_profile */
    enum hwident_grade grade;
    const char *rule;     /* why it got this grade ("ami-template"); static, never NULL */
    const char *note;     /* what else is known about it, or NULL; static */
    const uint8_t *value; /* as stored, strings trimmed; points into what was graded */
    size_t size;          /* bytes at `value`; 0 where absent */
    uint8_t uuid[16];     /* 'u': canonical form; else zeros */
};

/* The name of `profile` for people: "system UUID"; NULL: no such profile. Static. */
HWIDENT_API const char *hwident_profile_name(char profile);

/* "absent", "placeholder", "weak" or "strong"; static. */
HWIDENT_API const char *hwident_grade_name(enum hwident_grade grade);

/*
 * Reads the component of `profile` and grades it by rule set `rules`, which also
 * looks at other fields of the table. A missing component is graded absent, which
 * is not an error. The base board is the first type 2 that says that it hosts
 * others, else the first (section 7.3). HWIDENT_E_USAGE: no such profile.
 * HWIDENT_E_RULES: no such rule set. Else the error of a walk that ended before the
 * component's structure was found.
 */
HWIDENT_API int hwident_component_read(const struct hwident_table *table, char profile,
                                       unsigned rules, struct hwident_component *component);

/*
 * Grades the `size` bytes at `value`, which must outlive the component, as a
 * component of `profile`, by rule set `rules`: for 'u' 16 bytes in either byte
 * order, for the others a string, which is trimmed. HWIDENT_E_USAGE: no such
 * profile, or a UUID that is not 16 bytes. HWIDENT_E_RULES: no such rule set.
 */
HWIDENT_API int hwident_component_grade(char profile, const void *value, size_t size,
                                        unsigned rules, struct hwident_component *component);

/*
 * Why no machine code is made of a component of this grade: HWIDENT_E_ABSENT,
 * HWIDENT_E_PLACEHOLDER or, where `strict`, HWIDENT_E_WEAK; else HWIDENT_OK.
 */
HWIDENT_API int hwident_grade_refusal(enum hwident_grade grade, bool strict);

/*
 * Whether `app` is an app id: 1 to 255 bytes of 0x21 to 0x7E. HWIDENT_E_APP_ID:
 * `*where` (may be NULL) is the offset of the first character that does not fit.
 */
HWIDENT_API int hwident_app_id_check(const char *app, size_t *where);

/*
 * Whether the bytes are a valid key: 1 to HWIDENT_KEY_MAX bytes, the last of which
 * is not zero (HMAC pads keys with zeros, so two keys would be the same); or NULL
 * and 0 for no key. Else HWIDENT_E_KEY.
 */
HWIDENT_API int hwident_key_check(const void *key, size_t key_size);

/*
 * Derives the machine code, version 1, of a component's bytes for one application.
 * A UUID may be in either byte order, strings are trimmed, and the grade is
 * ignored. `key` may be NULL with `key_size` 0.
 *
 * HWIDENT_E_USAGE: no such profile, a UUID that is not 16 bytes, or a string of
 * more than 65535 bytes. HWIDENT_E_APP_ID, HWIDENT_E_KEY: not a valid app id or
 * key. Nothing is written on an error; nothing is allocated.
 */
HWIDENT_API int hwident_code_derive(char profile, const void *value, size_t size, const char *app,
                                    const void *key, size_t key_size, char code[HWIDENT_CODE_SIZE]);

/*
 * Parses a machine code as people type it (either case, spaces and dashes, o for 0,
 * i and l for 1), checks it and writes its canonical spelling, whose fourth
 * character is the profile. Two codes name the same machine if their canonical
 * spellings are equal.
 *
 * HWIDENT_E_CODE_LABEL, HWIDENT_E_CODE_LENGTH, HWIDENT_E_CODE_CHARACTER,
 * HWIDENT_E_CODE_CHECK: `*where` (may be NULL) is the offset of the character that
 * does not fit; nothing is written then. HWIDENT_E_CODE_LABEL at offset 2, if a
 * digit is there, means a newer version.
 */
HWIDENT_API int hwident_code_parse(const char *text, char code[HWIDENT_CODE_SIZE], size_t *where);

/*
 * Whether `value` can be parsed as a UUID or a machine code, which
 * hwident_table_match checks first. HWIDENT_E_UUID_TEXT, or the errors of
 * hwident_code_parse; `*where` (may be NULL) as there. `*profile` (may be NULL)
 * becomes the profile of the code, or 'u' for a UUID.
 */
HWIDENT_API int hwident_value_check(const char *value, char *profile, size_t *where);

enum hwident_verdict {
    HWIDENT_DIFFERENT = 0,
    HWIDENT_SAME = 1,
    HWIDENT_SWAPPED = 2, /* the same UUID, written in the other byte order */
};

/* "different", "same" or "swapped"; static. */
HWIDENT_API const char *hwident_verdict_name(enum hwident_verdict verdict);

/*
 * Compares a UUID as hwident_uuid_parse wrote it with the bytes `stored` in a table
 * of `version`. They are the same if `written` is the HWIDENT_UUID_SPEC form of
 * `stored`; if the version is unknown (0), either order is the same.
 */
HWIDENT_API enum hwident_verdict hwident_uuid_compare(const uint8_t written[16],
                                                      const uint8_t stored[16], uint32_t version);

/*
 * Compares `value`, the text of a UUID or of a machine code, with the machine of
 * `table`; a code is compared with the component of its profile. `app` and `key`
 * are those that the code was made with; for UUIDs they may be NULL, NULL and 0.
 *
 * HWIDENT_E_UUID_TEXT, and the errors of hwident_code_parse: `value` cannot be
 * parsed, `*where` (may be NULL) as there. HWIDENT_E_PLACEHOLDER, HWIDENT_E_ABSENT:
 * the machine's component or the UUID in `value` is a placeholder or absent, so
 * that equality would mean nothing. HWIDENT_E_WEAK: the same with `strict` for a
 * weak one. Else the errors of hwident_component_read and hwident_code_derive.
 * `*verdict` is HWIDENT_DIFFERENT on every error.
 */
HWIDENT_API int hwident_table_match(const struct hwident_table *table, const char *value,
                                    const char *app, const void *key, size_t key_size,
                                    unsigned rules, bool strict, enum hwident_verdict *verdict,
                                    size_t *where);

/* What the table alone says about being a virtual machine. */
struct hwident_virtual {
    bool is_virtual;
    bool stated;          /* the BIOS characteristics' bit says so (section 7.1.2.2) */
    const char *name;     /* "VMware", or NULL where only the bit says so; static */
    const char *evidence; /* the field that says so: "system manufacturer", or NULL; static */
};

/*
 * Whether this is a virtual machine, and which, from vendors' strings and the BIOS characteristics.
 */
HWIDENT_API void hwident_table_virtual(const struct hwident_table *table,
                                       struct hwident_virtual *found);

/*
 * The byte order in which the maker probably wrote the system UUID: HWIDENT_UUID_LE
 * or HWIDENT_UUID_BE with the evidence ("vmware-serial"), or HWIDENT_UUID_SPEC and
 * NULL. This is only for display: no value and no code depends on it.
 */
HWIDENT_API enum hwident_uuid_order hwident_table_uuid_order(const struct hwident_table *table,
                                                             const char **evidence);

/* ------------------------------------------------------------------------
 * The handle: this machine
 * --------------------------------------------------------------------- */

/*
 * All of these accept NULL as the handle and then return HWIDENT_E_USAGE, NULL, ""
 * or 0. After a failed hwident_open they return its error, and nothing from a
 * table.
 */
typedef struct hwident hwident;

/* Bits of hwident_options.flags. */
enum hwident_flag {
    HWIDENT_KERNEL_ONLY = 1 << 0, /* refuse tables whose provenance is not kernel */
    HWIDENT_TRUSTED = 1 << 1,     /* refuse tables whose provenance is file */
    HWIDENT_STRICT = 1 << 2,      /* refuse weak components too: hwident_code, hwident_match */
    HWIDENT_IGNORE_PRODUCT_UUID = 1 << 3, /* skip hwident_check */
    HWIDENT_REDACT = 1 << 4, /* replace what identifies this machine by made-up values */
};

/*
 * Options for opening. Set all bytes to zero, then `size`, then the members that
 * you want to change: zero is the default of each. A library that is older than the
 * program refuses members that it does not know, unless they are zero.
 */
struct hwident_options {
    size_t size;        /* sizeof(struct hwident_options) */
    const char *tables; /* a folder with smbios_entry_point and DMI; NULL: as hwident_open */
    const char *dump;   /* a dump file, "-": from standard input; NULL: none. Not beside `tables` */
    uint32_t assumed_version; /* HWIDENT_SMBIOS number for a table without a version; 0: none */
    uint32_t uuid_order;      /* enum hwident_uuid_order, for the values by name */
    uint32_t rules;           /* rule set to grade by; 0: the newest */
    uint32_t flags;           /* bits of enum hwident_flag */
};

/*
 * Opens the tables of this machine and reads them once. `tables` is a folder with
 * `smbios_entry_point` and `DMI`, or NULL for the usual places in order
 * ($HWIDENT_TABLES, $HWIDENT_FDS, sysfs and where containers mount it,
 * hwident-prepare's copy).
 *
 * `*h` is set even where this fails, so that hwident_why can tell why (it is NULL
 * only if memory ran out); close it in either case. Errors: HWIDENT_E_USAGE if `h`
 * is NULL, and those of exit codes 3, 4, 6, 7 and 8.
 */
HWIDENT_API int hwident_open(const char *tables, hwident **h);

/* The same from a dump file that `hwident dump` or dmidecode's --dump-bin wrote. */
HWIDENT_API int hwident_open_dump(const char *file, hwident **h);

/*
 * The same with options; NULL: all defaults. HWIDENT_E_USAGE: both `tables` and
 * `dump`; a flag, order or rule set that does not exist; a `size` that does not
 * even cover `size` itself, or is over 4096; or a byte after the part of the
 * structure that this library knows that is not zero. HWIDENT_E_PROVENANCE: there
 * are tables, but not of the provenance that the flags ask for. With HWIDENT_REDACT
 * also HWIDENT_E_IO, if the kernel gives no random numbers, and HWIDENT_E_MEMORY.
 */
HWIDENT_API int hwident_open_with(const struct hwident_options *options, hwident **h);

/*
 * Folder number `n`, counted from 0, of those that are searched in turn; NULL after the last.
 * Static.
 */
HWIDENT_API const char *hwident_place(size_t n);

/* Frees the handle and everything that it handed out. `h` may be NULL. */
HWIDENT_API void hwident_close(hwident *h);

/*
 * The table that was read, for the functions that take a table, and its entry
 * point; NULL where there is none. Owned by the handle.
 */
HWIDENT_API const struct hwident_table *hwident_table(const hwident *h);
HWIDENT_API const struct hwident_entry_point *hwident_entry_point(const hwident *h);

/* Where the tables came from: how far they can be trusted. */
enum hwident_provenance {
    HWIDENT_PROVENANCE_NONE = 0,   /* no tables */
    HWIDENT_PROVENANCE_FILE = 1,   /* anything that is neither of the next two */
    HWIDENT_PROVENANCE_COPY = 2,   /* hwident-prepare's copy of this boot; only root can write it */
    HWIDENT_PROVENANCE_KERNEL = 3, /* sysfs files, on one device, of the stated size */
};

HWIDENT_API enum hwident_provenance hwident_provenance(const hwident *h);

/* "", "file", "copy" or "kernel"; static. */
HWIDENT_API const char *hwident_provenance_name(enum hwident_provenance provenance);

/* The folder or file they were read from; "" where there are none. Owned by the handle. */
HWIDENT_API const char *hwident_source(const hwident *h);

/* The SMBIOS version as a HWIDENT_SMBIOS number; 0 where it is not known. */
HWIDENT_API uint32_t hwident_smbios_version(const hwident *h);

/*
 * Where that version is known from: "entry_point", "evidence" (of a table alone),
 * "assumed" or "unknown", also without a handle; static.
 */
HWIDENT_API const char *hwident_smbios_version_from(const hwident *h);

/* The rule set that this handle grades by, never 0, also after an open that failed. */
HWIDENT_API unsigned hwident_rules(const hwident *h);

/*
 * Note number `n`, counted from 0, on something odd at open that was not an error (a place that was
 * skipped), as one line; NULL after the last. Owned by the handle.
 */
HWIDENT_API const char *hwident_note(const hwident *h, size_t n);

/*
 * Whether the kernel's /sys/class/dmi/id/product_uuid names the machine of the
 * tables: HWIDENT_E_MADEUP if it names a different one. HWIDENT_OK also if there is
 * nothing to compare: the file cannot be read, the tables are not the kernel's, or
 * HWIDENT_IGNORE_PRODUCT_UUID is set. hwident_code and hwident_match call it.
 */
HWIDENT_API int hwident_check(hwident *h);

/*
 * Writes the value of a keyword, as hwident_table_get does, in the handle's byte
 * order. `size` is in bytes; 64 are enough for a UUID and for most strings. The
 * errors of hwident_table_get, HWIDENT_E_USAGE where `key` or `text` is NULL, and
 * HWIDENT_E_MEMORY. After HWIDENT_E_BUFFER hwident_needed returns the size.
 */
HWIDENT_API int hwident_get(hwident *h, const char *key, char *text, size_t size);

/* The size in bytes that the buffer needs, after a call that returned HWIDENT_E_BUFFER; else 0. */
HWIDENT_API size_t hwident_needed(const hwident *h);

/*
 * The same value without a buffer, however long it is: `*value` is owned by the
 * handle and valid until the next call on it; "" on an error.
 */
HWIDENT_API int hwident_value(hwident *h, const char *key, const char **value);

/*
 * This machine's component of `profile` with its grade, as hwident_component_read
 * gives it. `*component` is owned by the handle and valid until the next call on
 * it; NULL on an error.
 */
HWIDENT_API int hwident_component(hwident *h, char profile,
                                  const struct hwident_component **component);

/*
 * Whether this is a virtual machine, as hwident_table_virtual finds it. `*found` is
 * owned by the handle and valid until it is closed; NULL on an error.
 */
HWIDENT_API int hwident_virtual(hwident *h, const struct hwident_virtual **found);

/*
 * This machine's code of the system UUID for application `app`, with the key of
 * `key_size` bytes at `key` (NULL, 0: none), into `code`, whose `size` in bytes is
 * at least HWIDENT_CODE_SIZE.
 *
 * HWIDENT_E_PLACEHOLDER, HWIDENT_E_ABSENT and, with HWIDENT_STRICT, HWIDENT_E_WEAK:
 * a licence cannot be bound to this component. HWIDENT_E_MADEUP, HWIDENT_E_BUFFER,
 * and those of hwident_component_read and hwident_code_derive. Nothing is written
 * on an error.
 */
HWIDENT_API int hwident_code(hwident *h, const char *app, const void *key, size_t key_size,
                             char *code, size_t size);

/* The same for the component of `profile`. HWIDENT_E_USAGE: no such profile. */
HWIDENT_API int hwident_code_of(hwident *h, char profile, const char *app, const void *key,
                                size_t key_size, char *code, size_t size);

/*
 * Compares `value`, the text of a UUID or of a machine code, with this machine:
 * the verdict and the errors of hwident_table_match, and HWIDENT_E_MADEUP.
 */
HWIDENT_API int hwident_match(hwident *h, const char *value, const char *app, const void *key,
                              size_t key_size, enum hwident_verdict *verdict);

/*
 * Writes the tables to the new file `file` with mode 0600, in dmidecode's dump
 * format, whole or not at all. It is written under a temporary name in the same
 * folder; meanwhile signals to this thread are blocked. HWIDENT_E_NOENTRY: the
 * entry point was not readable. HWIDENT_E_EXISTS, HWIDENT_E_OUTPUT, both with
 * errno.
 */
HWIDENT_API int hwident_dump(hwident *h, const char *file);

/*
 * Cause and remedy of `err`, which the last call on `h` returned: one line without
 * its newline, owned by the handle and valid until the next call on it. If `h` is
 * NULL, the line says what the error means in general and is static. For 0 it is
 * "no error".
 */
HWIDENT_API const char *hwident_why(hwident *h, int err);

/* The two parts of that line, each as long valid as it; "" is the remedy of 0. */
HWIDENT_API const char *hwident_cause(hwident *h, int err);
HWIDENT_API const char *hwident_remedy(hwident *h, int err);

/* ------------------------------------------------------------------------
 * Fields: a structure as the catalogue decodes it
 * --------------------------------------------------------------------- */

enum hwident_kind {
    HWIDENT_NUMBER = 0, /* `number`, in the base unit that the key names */
    HWIDENT_SIGNED = 1, /* the same, (int64_t)`number` */
    HWIDENT_HEX = 2,    /* `number`: an address, a handle, a vendor's value */
    HWIDENT_FLAG = 3,   /* `number` is 0 or 1 */
    HWIDENT_ENUM = 4,   /* `number` is the code, `name` its name (NULL: not in the specification) */
    HWIDENT_NAME = 5,   /* `name`: one bit of a bit field that is set */
    HWIDENT_STRING = 6, /* `bytes` as the firmware wrote them */
    HWIDENT_TEXT = 7,   /* `text` alone: a UUID, a version, a date */
    HWIDENT_BYTES = 8,  /* `bytes` that are not text */
    HWIDENT_ABSENT = 9, /* the field exists but has no value; `absent` says why */
    HWIDENT_ARRAY = 10, /* members follow one level deeper, without keys, up to its end */
    HWIDENT_ARRAY_END = 11,
    HWIDENT_OBJECT = 12, /* its fields follow one level deeper, up to its end */
    HWIDENT_OBJECT_END = 13,
};

/* One field. Everything that it points to is valid only until the visit returns. */
struct hwident_field {
    size_t size;          /* of this struct in the library that filled it, in bytes */
    uint32_t kind;        /* enum hwident_kind */
    uint32_t depth;       /* 0: in the structure itself; 1: in an array or object in it; … */
    const char *key;      /* "size_bytes", as in the JSON; NULL: a member of an array, an end */
    const char *label;    /* "Size", as dmidecode prints it; NULL: dmidecode has none */
    const char *text;     /* the value as dmidecode prints it, in printable ASCII; never NULL */
    const char *name;     /* of HWIDENT_ENUM and HWIDENT_NAME; else NULL */
    const uint8_t *bytes; /* of HWIDENT_STRING and HWIDENT_BYTES, not zero-terminated; else NULL */
    size_t bytes_size;
    uint64_t number;
    uint32_t width; /* of the number in the table, in bytes; 0: not stated */
    int absent;     /* of HWIDENT_ABSENT: enum hwident_error; else 0 */
};

/* The title of structures of `type`, "Memory Device"; NULL: not in the specification. Static. */
HWIDENT_API const char *hwident_type_name(uint8_t type);

/* Called for each field in turn. Returning anything but 0 ends the walk. */
typedef int hwident_visit(void *context, const struct hwident_field *field);

/*
 * Visits every field of `structure`, which is in the handle's table, in the
 * specification's order. A structure has no fields if its type is neither in the
 * specification nor in the vendor's catalogue. Returns 0, the value with which the
 * visit ended the walk, HWIDENT_E_USAGE, or HWIDENT_E_MEMORY before the first
 * visit.
 */
HWIDENT_API int hwident_fields(hwident *h, const struct hwident_structure *structure,
                               hwident_visit *visit, void *context);

/* ------------------------------------------------------------------------
 * JSON: what the tool prints
 * --------------------------------------------------------------------- */

/* A command's arguments. Set all bytes to zero, then `size`, as for hwident_options. */
struct hwident_request {
    size_t size;                 /* sizeof(struct hwident_request) */
    const char *const *operands; /* get: keywords; match: values; dump: the file to write */
    size_t operand_count;
    const char *app;         /* code, match: the app id */
    const void *key;         /* code, match; NULL: none */
    size_t key_size;         /* in bytes */
    const char *profiles;    /* code: letters of enum hwident_profile; NULL: "u" */
    const uint8_t *types;    /* show: only these types; NULL: all */
    size_t type_count;       /* numbers at `types` */
    const uint16_t *handles; /* show: only the structures with these handles; NULL: all */
    size_t handle_count;     /* numbers at `handles` */
    uint32_t need;           /* match: how many of the values have to match; 0: all */
    uint32_t raw;            /* show: 1 adds each structure's bytes and strings */
};

/*
 * The output of `hwident COMMAND --json` as one zero-terminated text of `*size` bytes (`size` may
 * be NULL) that ends with a newline. `command` is "summary", "get", "show", "code", "match",
 * "explain", "lint" or "dump". `request` may be NULL. The text is owned by the handle and valid
 * until the next hwident_json.
 *
 * Returns the command's result. Most errors are also in the text, as its "error",
 * even if hwident_open failed. `*json` is NULL only for HWIDENT_E_MEMORY and for
 * the errors of a wrong call: HWIDENT_E_USAGE (no such command, too few or too many
 * operands, a wrong `size`), HWIDENT_E_KEYWORD, HWIDENT_E_APP_ID, HWIDENT_E_KEY,
 * HWIDENT_E_UUID_TEXT and those of hwident_code_parse.
 */
HWIDENT_API int hwident_json(hwident *h, const char *command, const struct hwident_request *request,
                             const char **json, size_t *size);

#ifdef __cplusplus
}
#endif
#endif
