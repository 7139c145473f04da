/*
 * The language of rows: one row per field, and where a row is decoded.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_ROW_H
#define HWIDENT_SCHEMA_ROW_H

#include "schema/name_table.h"
#include "schema/string_set.h"
#include "schema/value.h"
#include "smbios/bytes.h"
#include "smbios/line.h"
#include "smbios/structure.h"

enum field_kind {
    FIELD_NUMBER,  /* up to 4 bytes, times `scale`; in text divided by it again, with `unit` */
    FIELD_SIZE,    /* of memory, in units of 1024 to the power of `scale` bytes */
    FIELD_HEX,     /* address, OEM value */
    FIELD_FLAG,    /* whether a bit of `mask` is set; in text names[0] or names[1] */
    FIELD_ENUM,    /* number into `names` */
    FIELD_BITS,    /* bit n set: names[n] */
    FIELD_STRING,  /* number into the string set */
    FIELD_STRINGS, /* how many of the set's strings, from the first on, belong to it */
    FIELD_UUID,    /* in the byte order of the table's version; with `words`, zeros have no line */
    FIELD_HANDLE,  /* of another structure; 0xFFFF: none */
    FIELD_HANDLES, /* a count of one byte, followed by that many handles */
    FIELD_VERSION, /* major and minor byte; FF: none */
    FIELD_BCD,     /* major and minor in the two halves of one byte */
    FIELD_BYTES,   /* `width` bytes */
    FIELD_CUSTOM,  /* decoded by `decode` */
};

enum field_flag {
    PRIVATE = 1,    /* names this very machine or its owner: serial number, UUID, asset tag */
    INLINE = 2,     /* FIELD_BITS: text in one line, not one line per bit */
    WHEN_FULL = 4,  /* in text only if schema->full() holds (a module is in the slot) */
    NOT_QUIET = 8,  /* not in text under dmidecode's -q */
    SIGNED = 16,    /* FIELD_NUMBER: two's complement */
    LOWER = 32,     /* FIELD_HEX: in text with small letters */
    HANDLE = 64,    /* of a value: it is the handle of another structure */
    UUID = 128,     /* of a value: it is the text of 16 bytes */
    RESERVED = 256, /* FIELD_ENUM: in text a code without a name is "Reserved" */
    NOTE = 512,     /* of a remark: a message about the structure, not one of its lines */
};

/*
 * A code that is not a number: `text` is shown in its place; "": no line in the text. A list ends
 * with text NULL.
 */
struct word {
    uint64_t value; /* after mask, before scale */
    const char *text;
    int absent; /* the reason: enum hwident_error */
    bool quirk; /* not for a sink that wants everything as it is stored */
};

/* Lists that many rows use. */
extern const struct word zero_is_unknown[];    /* 0: Unknown */
extern const struct word ones_8_is_unknown[];  /* 0xFF */
extern const struct word ones_16_is_unknown[]; /* 0xFFFF */
extern const struct word sign_16_is_unknown[]; /* 0x8000 */
extern const struct word zero_is_none[];       /* 0: no line */
extern const struct word ones_16_is_none[];    /* 0xFFFF: no structure, no line */
extern const struct word sign_16_is_none[];    /* 0x8000: no line */
extern const struct word error_handle_words[]; /* 0xFFFE: Not Provided, 0xFFFF: No Error */

struct decoding;
typedef void decode_function(const struct decoding *d);

struct field {
    uint16_t offset; /* in the structure, or in the part that repeats */
    uint8_t width;   /* in bytes */
    enum field_kind kind;
    const char *label; /* as dmidecode prints it; NULL: it prints none */
    const char *key;   /* for JSON */
    const struct name_table *names;
    const struct word *words;
    decode_function *decode; /* FIELD_CUSTOM's */
    const char *unit;        /* with its space: " MHz" */
    uint64_t scale;          /* 0: 1 */
    uint64_t mask;           /* these bits, shifted down; 0: all */
    uint8_t decimals;        /* FIELD_NUMBER: decimals in text, up to 3 */
    uint16_t flags;
    const char *older; /* dmidecode 3.6's label; NULL: the same; "": it had no line */
    bool (*when)(
        const struct decoding *d); /* the row exists only if this function says so; NULL: always */
};

struct schema {
    uint8_t type;
    const char *title; /* dmidecode's; in snake_case it names the structure in JSON */
    const struct field *fields;
    size_t count;
    const uint8_t *lengths; /* in text a row needs the first of these lengths that it fits in */
    bool (*full)(const struct hwident_structure *s); /* for WHEN_FULL */
    bool stored_if_empty; /* an empty one has these rows too, though they mean nothing there */
    /* The length of the formatted area where firmware states a wrong one; NULL: the stated one. */
    uint8_t (*right_length)(const struct hwident_structure *s);
    bool repeats;          /* the title is the heading of each part, which the rows emit */
    bool undecoded;        /* dmidecode 3.7 does not know the type */
    bool marker;           /* has no information: not shown under -q */
    bool not_quiet;        /* shown under -q as bytes only */
    bool since_3_7;        /* dmidecode 3.6 does not know the type */
    const char *older;     /* dmidecode 3.6's title; NULL: the same */
    const char *hpe;       /* the title on HPE's machines where `title` says HP */
    const char *hpe_older; /* and dmidecode 3.6's */
    bool (*is)(const struct hwident_structure *s); /* tells schemas of one type apart */
};

/* All schemas of a vendor. */
struct schemas {
    const struct schema *const *list;
    size_t count;
};

#define SCHEMAS(list)                                                                              \
    {                                                                                              \
        (list), sizeof(list) / sizeof((list)[0])                                                   \
    }

/* The lengths at which rows were added, rising from the oldest form's, as dmidecode has them; a row
 * after the last one needs only its own bytes. */
#define LENGTHS(...)                                                                               \
    .lengths = (const uint8_t[])                                                                   \
    {                                                                                              \
        __VA_ARGS__, 0                                                                             \
    }

#define ROWS(rows) .fields = (rows), .count = sizeof(rows) / sizeof((rows)[0])

/* ---- Decoding a row ------------------------------------------------------------- */

/* What a row is decoded from. */
struct decoding {
    const struct hwident_table *table;
    const struct hwident_structure *structure;
    const struct schema *schema;
    const struct field *field;
    struct references *strings; /* of the structure */
    const struct sink *sink;
    size_t base; /* the rows' offset 0: 0, or where the repeating part begins */
    size_t end;  /* the formatted area's, or the repeating part's; not below base */
};

/*@ predicate row_whole(struct decoding *d) =
      \valid_read(d) && structure_whole(d->structure) && \valid_read(d->field) &&
      (d->field->older == \null || \valid_read(d->field->older)) && \valid_read(d->sink) &&
      references_whole(d->strings) && \separated(d->strings, d); */

/* Whether the text is in dmidecode 3.6's words. */
/*@ requires \valid_read(d) && \valid_read(d->sink);
    assigns \nothing; */
static inline bool in_older_words(const struct decoding *d)
{
    return d->sink->dialect == DIALECT_3_6;
}

/* Whether `width` bytes at `offset` from d->base lie before d->end. */
/*@ requires \valid_read(d);
    assigns \nothing; */
static inline bool field_fits(const struct decoding *d, size_t offset, size_t width)
{
    return bytes_hold(d->end - d->base, offset, width);
}

/* The number of `width` bytes at `offset` from d->base; 0 beyond d->end. */
/*@ requires \valid_read(d) && structure_whole(d->structure);
    assigns \nothing; */
static inline uint64_t field_number(const struct decoding *d, size_t offset, size_t width)
{
    const struct hwident_structure *s = d->structure;

    return field_fits(d, offset, width) ? bytes_le(s->bytes, s->length, d->base + offset, width)
                                        : 0;
}

/* The byte at `offset`, used to count or measure other parts of the table. */
static inline size_t field_count(const struct decoding *d, size_t offset)
{
    return (uint8_t)field_number(d, offset, 1);
}

#endif
