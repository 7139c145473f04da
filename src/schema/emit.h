/*
 * For functions in rows: each call emits one value of the row.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_SCHEMA_EMIT_H
#define HWIDENT_SCHEMA_EMIT_H

#include "schema/row.h"

/* The text of `code`: its name, or dmidecode's words for a code that the specification lacks. */
const char *names_or_out_of_spec(const struct decoding *d, const struct name_table *names,
                                 uint64_t code);

/* A value with the label, key and flags of the row. */
struct value value_of(const struct decoding *d, enum value_kind kind, const char *text);

/* Emit one value of the row; `text` is what dmidecode prints. */
void emit(const struct decoding *d, const struct value *value);
void emit_number(const struct decoding *d, uint64_t number, const char *text);
void emit_signed(const struct decoding *d, int64_t number, const char *text);
void emit_hex(const struct decoding *d, uint64_t number, uint8_t width, const char *text);
void emit_flag(const struct decoding *d, bool set); /* its text, if any, is the row's name for it */
void emit_enum(const struct decoding *d, uint64_t code, const struct name_table *names);
void emit_code(const struct decoding *d, uint64_t code, const char *name); /* NULL: out of spec */
/* The same if dmidecode's text differs from the name. */
void emit_code_as(const struct decoding *d, uint64_t code, const char *name, const char *text);
void emit_text(const struct decoding *d, const char *text);
void emit_bytes(const struct decoding *d, size_t offset, size_t size, const char *text);
/* The same for bytes; as text if the kind is VALUE_STRING. */
void emit_part(const struct decoding *d, enum value_kind kind, size_t offset, size_t size,
               const char *text);
void emit_absent(const struct decoding *d, int reason, const char *text);
void emit_hidden(const struct decoding *d, int reason); /* absent, and no line in the text */
void emit_string(const struct decoding *d, uint8_t number);
/* How many strings to emit of a list of the first `count`. */
uint64_t strings_listed(const struct decoding *d, uint64_t count);
void emit_size(const struct decoding *d, uint64_t number, unsigned unit); /* as line_size */
void emit_handle(const struct decoding *d, uint16_t handle);
void emit_uuid(const struct decoding *d); /* of the row's 16 bytes */

/* A line that only the text has, in place of the value that follows it without a label. */
void emit_remark(const struct decoding *d, const char *label, const char *text);

/* A message about the structure. */
void emit_note(const struct decoding *d, const char *text);

/* An array under the row's key. With the row's label, members are one level deeper in the text. */
void emit_array_begin(const struct decoding *d, const char *text);
void emit_unlabelled_array_begin(const struct decoding *d); /* members that have labels */
void emit_array_end(const struct decoding *d);

/* An object: a member of an array, or the field `key`; `text` is a heading or NULL. */
void emit_object_begin(const struct decoding *d, const char *key, const char *text);
/* The same with the row's key and label; its fields are one level deeper in the text. */
void emit_group_begin(const struct decoding *d, const char *text);
void emit_object_end(const struct decoding *d);

/* The members of an array: one for each bit of `bits` that has a name. */
void emit_bit_names(const struct decoding *d, uint64_t bits, const struct name_table *names);

/* The row without label and key, for a member of its array. */
struct field field_member(const struct field *field);

/*
 * Appends a size of `number` times 1024 to the power of `unit` as dmidecode does, in the largest
 * unit that leaves no remainder: "2 GiB". A remainder of more than one unit is cut off.
 */
void line_size(struct line *line, enum dialect dialect, uint64_t number, unsigned unit);

/* Appends the names of the bits in one line; only the first if each bit has its own line. */
void line_bits(struct line *line, const struct field *f, uint64_t bits);

/* The unit of 1024 to the power of `unit` bytes, with its space: " MiB". */
const char *size_unit(enum dialect dialect, unsigned unit);

/* Appends segment (2 bytes), bus, device and function, which are at `offset`: "0000:00:1f.2". */
void line_bus_address(struct line *line, const struct decoding *d, size_t offset);

/* A row's function: an enumeration of one byte, whose upper half is left to vendors. */
void decode_code_or_oem(const struct decoding *d);

/* A row's function: one byte of voltages, of a processor or a memory module. */
void decode_voltages(const struct decoding *d);

/* The maker of a table's processors, as far as it decides how CPUID's EAX is written. */
enum cpuid_maker { CPUID_UNKNOWN, CPUID_INTEL, CPUID_AMD };

/* From the first processor whose family shows it; type_processor.c. */
enum cpuid_maker table_cpuid_maker(const struct hwident_table *table);

/* A row's function: JEP-106's bank (less one, under a parity bit) and code; type_memory.c. */
void decode_manufacturer_id(const struct decoding *d);

/* A row's function: segment, bus, device and function, as line_bus_address. */
void decode_bus_address(const struct decoding *d);

#endif
