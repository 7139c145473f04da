/*
 * What the structures of SMBIOS hold: one row per field, one walker over the rows, and the
 * stream of values that every output is made of.
 * SPDX-License-Identifier: MIT
 *
 * To add a type: write its rows in the file of its subject (schema_*.c), in rising order of
 * offset as far as dmidecode prints them in that order, each enumeration above them as
 * `static const char *const x[] = {[0x01] = "Other", ...};` for a row to use as NAMES(x); name
 * the rows in a `const struct schema schema_x = {type, title, ROWS(rows)}`, declare that below
 * and enter it in schema.c's array.
 * What a row cannot say is a function in the row (FIELD_CUSTOM): it emits the same values
 * through the emit_* calls; a part that repeats has rows of its own, for schema_rows().
 */
#ifndef HWIDENT_SMBIOS_SCHEMA_H
#define HWIDENT_SMBIOS_SCHEMA_H

#include "hwident.h"

#include "smbios/line.h"
#include "smbios/names.h"
#include "smbios/structure.h"

/* ---- Values: what the walker emits ------------------------------------------------------ */

enum value_kind {
    VALUE_NUMBER,      /* `number`, in the base unit that the key names */
    VALUE_SIGNED,      /* (int64_t)`number` */
    VALUE_HEX,         /* `number` as 0x with `width` bytes */
    VALUE_FLAG,        /* `number` is 0 or 1 */
    VALUE_ENUM,        /* code `number`, its `name` (NULL: not in the specification) */
    VALUE_NAME,        /* `name`: one of the things that are set in a bit field */
    VALUE_STRING,      /* `size` bytes of the firmware at `bytes`, whatever they are */
    VALUE_TEXT,        /* our own words: `text` */
    VALUE_BYTES,       /* `size` bytes at `bytes` that are no text */
    VALUE_ABSENT,      /* the field is there and has no value; `absent` says why */
    VALUE_REMARK,      /* only for readers: not a value of its own */
    VALUE_ARRAY_BEGIN, /* what follows up to VALUE_ARRAY_END are its members, without keys */
    VALUE_ARRAY_END,
    VALUE_OBJECT_BEGIN, /* what follows up to VALUE_OBJECT_END are its fields */
    VALUE_OBJECT_END,
};

struct value {
    enum value_kind kind;
    const char *label; /* dmidecode's; NULL: it prints none */
    const char *key;   /* snake_case after the specification's name; NULL in an array */
    const char *text;  /* as dmidecode prints it; NULL: a VALUE_STRING's bytes, or nothing */
    const char *name;
    const uint8_t *bytes;
    size_t size;
    uint64_t number;
    uint8_t width;  /* bytes of a VALUE_HEX */
    int absent;     /* enum hwident_error */
    uint16_t flags; /* the row's */
    size_t offset;  /* where the row's field stands in the structure, and of how many bytes; */
    uint8_t span;   /* 0: the value is a part of a row's */
};

/* Whose words labels and text are in. */
enum dialect { DIALECT_3_7, DIALECT_3_6 };

/* Where values go. What `value` points to is gone when the call returns. */
struct sink {
    void (*take)(void *context, const struct value *value);
    void *context;
    enum dialect dialect;
};

/* ---- Rows -------------------------------------------------------------------------------- */

enum field_kind {
    FIELD_NUMBER,  /* of up to 4 bytes, times `scale`; in text divided again, with `unit` */
    FIELD_SIZE,    /* of memory, in units of 1024 to the power of `scale` bytes */
    FIELD_HEX,     /* address, OEM value */
    FIELD_FLAG,    /* one bit: `mask`; in text names[0] or names[1] */
    FIELD_ENUM,    /* number into `names` */
    FIELD_BITS,    /* bit n set: names[n] */
    FIELD_STRING,  /* number into the string set */
    FIELD_STRINGS, /* how many strings of the set, from the first, belong to it */
    FIELD_UUID,    /* in the order that the table's version asks for */
    FIELD_HANDLE,  /* of another structure; 0xFFFF: none */
    FIELD_HANDLES, /* a count of one byte, and as many handles behind it */
    FIELD_VERSION, /* major and minor byte; FF: none */
    FIELD_BCD,     /* major and minor in the halves of one byte */
    FIELD_BYTES,   /* `width` bytes */
    FIELD_CUSTOM,  /* only `decode` can say */
};

enum field_flag {
    PRIVATE = 1,   /* names this very machine or its owner: serial number, UUID, asset tag */
    INLINE = 2,    /* FIELD_BITS: text in one line, not one line a bit */
    WHEN_FULL = 4, /* in text only where schema->full() holds (a module is in the slot) */
    NOT_QUIET = 8, /* not in text under dmidecode's -q */
    SIGNED = 16,   /* FIELD_NUMBER: two's complement */
    LOWER = 32,    /* FIELD_HEX: in text with small letters */
    HANDLE = 64,   /* of a value: it is the handle of another structure */
    UUID = 128,    /* of a value: it is the text of 16 bytes */
};

/*
 * A number that means no number: `text` in its place; "": no line in the text. A list ends with
 * text NULL.
 */
struct word {
    uint64_t value; /* before scale, behind mask */
    const char *text;
    int absent; /* the reason, enum hwident_error */
};

/* Lists that many rows use. */
extern const struct word zero_is_unknown[];    /* 0: Unknown */
extern const struct word ones_8_is_unknown[];  /* 0xFF */
extern const struct word ones_16_is_unknown[]; /* 0xFFFF */
extern const struct word edge_16_is_unknown[]; /* 0 and 0xFFFF */
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
    const char *label; /* as dmidecode prints it; NULL: it does not */
    const char *key;   /* for JSON */
    const struct names *names;
    const struct word *words;
    decode_function *decode; /* FIELD_CUSTOM's */
    const char *unit;        /* with its space: " MHz" */
    uint64_t scale;          /* 0: 1 */
    uint64_t mask;           /* these bits, shifted down; 0: all */
    uint8_t decimals;        /* FIELD_NUMBER: digits behind the point in text, up to 3 */
    uint16_t flags;
    const char *older; /* dmidecode 3.6's label; NULL: the same */
};

struct schema {
    uint8_t type;
    const char *title; /* dmidecode's; in snake_case the structure's name in JSON */
    const struct field *fields;
    size_t count;
    const uint8_t *lengths; /* in text a row waits for the first of these that it fits in */
    bool (*full)(const struct hwident_structure *s); /* for WHEN_FULL */
    bool repeats;      /* the title is the heading of each part, which the rows emit */
    bool undecoded;    /* dmidecode 3.7 does not know the type */
    bool marker;       /* says nothing itself: not shown under -q */
    bool not_quiet;    /* shown under -q as bytes only */
    bool since_3_7;    /* dmidecode 3.6 does not know the type */
    const char *older; /* dmidecode 3.6's title; NULL: the same */
    const char *hpe;   /* the title on HPE's machines where `title` says HP */
    bool (*is)(const struct hwident_structure *s); /* of several of a vendor's type, this one */
};

/* All that a vendor has. */
struct schemas {
    const struct schema *const *list;
    size_t count;
};

#define SCHEMAS(list)                                                                              \
    {                                                                                              \
        (list), sizeof(list) / sizeof((list)[0])                                                   \
    }

/* Who made the machine, as far as structures of vendors (type 128 and up) are known. */
enum vendor {
    VENDOR_OTHER,
    VENDOR_ACER,
    VENDOR_DELL,
    VENDOR_HP,      /* ProLiant and its kin up to generation 8 */
    VENDOR_HP_GEN9, /* the same from generation 9 on */
    VENDOR_HPE,
    VENDOR_LENOVO, /* IBM too */
};

/* The lengths that brought rows, from the oldest form's on, rising, as dmidecode takes them; what is
 * behind the last counts for itself. */
#define LENGTHS(...)                                                                               \
    .lengths = (const uint8_t[])                                                                   \
    {                                                                                              \
        __VA_ARGS__, 0                                                                             \
    }

#define ROWS(rows) .fields = (rows), .count = sizeof(rows) / sizeof((rows)[0])

/* ---- The walker -------------------------------------------------------------------------- */

/* Where a row is decoded. */
struct decoding {
    const struct hwident_table *table;
    const struct hwident_structure *structure;
    const struct schema *schema;
    const struct field *field;
    const struct sink *sink;
    size_t base; /* offset 0 of the rows: 0, or where the repeating part begins */
    size_t end;  /* the formatted area's, or the repeating part's; not below base */
};

/*@ predicate row_whole(struct decoding *d) =
      \valid_read(d) && structure_whole(d->structure) && \valid_read(d->field) &&
      \valid_read(d->sink); */

/* Whether the text is in the words of dmidecode 3.6. */
/*@ requires \valid_read(d) && \valid_read(d->sink);
    assigns \nothing; */
static inline bool in_older_words(const struct decoding *d)
{
    return d->sink->dialect == DIALECT_3_6;
}

/* The schema of a type; NULL where the specification has none. */
const struct schema *schema_of(uint8_t type);

/* The vendor that type 1 names. */
enum vendor schema_vendor(const struct hwident_table *table);

/* The structure's schema: the specification's or the vendor's; NULL where neither has one. */
const struct schema *schema_find(const struct hwident_structure *structure, enum vendor vendor);

/* Number `n` of the vendor's schemas, counted from 0; NULL behind the last. */
const struct schema *schema_of_vendor(enum vendor vendor, size_t n);

/*
 * Emits every field that the structure is long enough for; one that dmidecode does not show at
 * this length without a label.
 */
void schema_decode(const struct schema *schema, const struct hwident_table *table,
                   const struct hwident_structure *structure, const struct sink *sink);

/* Emits one row of it, with its label as soon as it is there. */
void schema_field(const struct schema *schema, const struct field *field,
                  const struct hwident_table *table, const struct hwident_structure *structure,
                  const struct sink *sink);

/*
 * Emits `count` rows against the `size` bytes at `base` of the structure (a part that repeats);
 * no lengths hold there.
 */
void schema_rows(const struct decoding *d, const struct field *rows, size_t count, size_t base,
                 size_t size);

/* A row's function: one byte of voltages, of a processor or a memory module. */
void decode_voltages(const struct decoding *d);

/* A row's function: segment, bus, device and function, as line_bus_address. */
void decode_bus_address(const struct decoding *d);

/* ---- For functions in rows --------------------------------------------------------------- */

/* The number of `width` bytes at `offset` from d->base; 0 beyond d->end. */
uint64_t field_number(const struct decoding *d, size_t offset, size_t width);

/* The byte at `offset`, as what it counts or measures in the table. */
size_t field_count(const struct decoding *d, size_t offset);

/* Whether `width` bytes at `offset` from d->base lie before d->end. */
bool field_fits(const struct decoding *d, size_t offset, size_t width);

/* The text of `code`: its name or dmidecode's words for one that is not in the specification. */
const char *names_or_out_of_spec(const struct decoding *d, const struct names *names,
                                 uint64_t code);

/* A value with the label, key and flags of the row. */
struct value value_of(const struct decoding *d, enum value_kind kind, const char *text);

/* Emit one value of the row; `text` is what dmidecode prints. */
void emit(const struct decoding *d, const struct value *value);
void emit_number(const struct decoding *d, uint64_t number, const char *text);
void emit_signed(const struct decoding *d, int64_t number, const char *text);
void emit_hex(const struct decoding *d, uint64_t number, uint8_t width, const char *text);
void emit_enum(const struct decoding *d, uint64_t code, const struct names *names);
void emit_code(const struct decoding *d, uint64_t code, const char *name); /* NULL: out of spec */
void emit_text(const struct decoding *d, const char *text);
void emit_bytes(const struct decoding *d, size_t offset, size_t size, const char *text);
/* The same for bytes that are text: VALUE_STRING. */
void emit_part(const struct decoding *d, enum value_kind kind, size_t offset, size_t size,
               const char *text);
void emit_absent(const struct decoding *d, int reason, const char *text);
void emit_hidden(const struct decoding *d, int reason); /* absent, and no line in the text */
void emit_string(const struct decoding *d, uint8_t number);
void emit_size(const struct decoding *d, uint64_t number, unsigned unit); /* as line_size */
void emit_handle(const struct decoding *d, uint16_t handle);

/* A line that only the text has, in place of the value that follows without label. */
void emit_remark(const struct decoding *d, const char *label, const char *text);

/* An array of the row's key: with its label the members are one level deeper in the text. */
void emit_array_begin(const struct decoding *d, const char *text);
void emit_unlabelled_array_begin(const struct decoding *d); /* members that have labels */
void emit_array_end(const struct decoding *d);

/* A member of an array, or a field of `key`, that has fields; `text` is a heading or NULL. */
void emit_object_begin(const struct decoding *d, const char *key, const char *text);
/* The same with the row's key and label: what is in it is one level deeper in the text. */
void emit_group_begin(const struct decoding *d, const char *text);
void emit_object_end(const struct decoding *d);

/* The members of an array: one for each bit of `bits` that has a name. */
void emit_bit_names(const struct decoding *d, uint64_t bits, const struct names *names);

/* The same row without label and key: a member of its array. */
struct field field_member(const struct field *field);

/*
 * Appends a size of `number` times 1024 to the power of `unit` as dmidecode does, in the largest
 * unit that leaves no part over: "2 GiB". What is over by more than one unit is cut off.
 */
void line_size(struct line *line, enum dialect dialect, uint64_t number, unsigned unit);

/* The unit of 1024 to the power of `unit` bytes, with its space: " MiB". */
const char *size_unit(enum dialect dialect, unsigned unit);

/* Appends segment (2 bytes), bus, device and function, which stand at `offset`: "0000:00:1f.2". */
void line_bus_address(struct line *line, const struct decoding *d, size_t offset);

/* ---- The types ---------------------------------------------------------------------------- */

/* schema_system.c */
extern const struct schema schema_platform_firmware, schema_system, schema_tpm, schema_inactive,
    schema_end_of_table;
/* schema_strings.c */
extern const struct schema schema_oem_strings, schema_configuration_options, schema_language,
    schema_group_associations;
/* schema_event_log.c */
extern const struct schema schema_event_log;
/* schema_board.c */
extern const struct schema schema_base_board, schema_chassis;
/* schema_processor.c */
extern const struct schema schema_processor, schema_cache, schema_processor_additional;
/* schema_memory.c */
extern const struct schema schema_memory_controller, schema_memory_module, schema_memory_array,
    schema_memory_device, schema_memory_error_32, schema_memory_array_address,
    schema_memory_device_address, schema_memory_error_64, schema_memory_channel;
/* schema_ports.c */
extern const struct schema schema_port_connector, schema_on_board_devices, schema_pointing_device,
    schema_onboard_device;
/* schema_slots.c */
extern const struct schema schema_slot;
/* schema_power.c */
extern const struct schema schema_battery, schema_power_controls, schema_power_supply;
/* schema_sensors.c */
extern const struct schema schema_voltage_probe, schema_cooling_device, schema_temperature_probe,
    schema_current_probe;
/* schema_boot.c */
extern const struct schema schema_system_reset, schema_hardware_security, schema_remote_access,
    schema_boot_integrity, schema_system_boot;
/* schema_management.c */
extern const struct schema schema_management_device, schema_management_component,
    schema_management_threshold, schema_ipmi;
/* schema_host_interface.c */
extern const struct schema schema_host_interface;
/* schema_oem_*.c */
extern const struct schemas schemas_acer, schemas_dell, schemas_hp, schemas_hp_gen9, schemas_lenovo;
/* schema_inventory.c */
extern const struct schema schema_additional_information, schema_firmware_inventory,
    schema_string_property;

#endif
