/*
 * Prints the JSON Schema of hwident's output: the frame that is its argument, frame.json, and for
 * each type of structure the fields that its rows tell.
 * SPDX-License-Identifier: MIT
 */
#include "render/snake.h"
#include "schema/decode.h"

#include <jansson.h>
#include <stdio.h>

static const char *definition(const struct field *row)
{
    switch (row->kind) {
    case FIELD_NUMBER:
    case FIELD_SIZE:
        return "number";
    case FIELD_HEX:
    case FIELD_HANDLE:
        return "hex";
    case FIELD_FLAG:
        return "flag";
    case FIELD_ENUM:
        return "enumeration";
    case FIELD_BITS:
        return "names";
    case FIELD_STRING:
        return "text";
    case FIELD_STRINGS:
        return "texts";
    case FIELD_UUID:
        return "uuid";
    case FIELD_HANDLES:
        return "handles";
    case FIELD_VERSION:
    case FIELD_BCD:
        return "version";
    case FIELD_BYTES:
        return "bytes";
    case FIELD_CUSTOM:
        break;
    }
    return "value";
}

static json_t *reference(const char *name)
{
    return json_pack("{s:o}", "$ref", json_sprintf("#/definitions/%s", name));
}

static json_t *fields_of(const struct schema *schema)
{
    json_t *fields = json_object();

    for (size_t i = 0; i < schema->count; i++)
        if (schema->fields[i].key)
            json_object_set_new(fields, schema->fields[i].key,
                                reference(definition(&schema->fields[i])));
    return fields;
}

/* If the type is this one, then the name and the fields are these. */
static json_t *rule(const struct schema *schema)
{
    char name[SNAKE_SIZE];

    snake(schema->title, name);
    return json_pack("{s:{s:{s:{s:i}}}, s:{s:{s:{s:s}, s:{s:o}}}}", "if", "properties", "type",
                     "const", schema->type, "then", "properties", "name", "const", name, "fields",
                     "properties", fields_of(schema));
}

/* Of a vendor, whose types are not its alone: if type and name are these, then the fields are. */
static json_t *vendor_rule(const struct schema *schema)
{
    char name[SNAKE_SIZE];

    snake(schema->title, name);
    return json_pack("{s:{s:{s:{s:i}, s:{s:s}}}, s:{s:{s:{s:o}}}}", "if", "properties", "type",
                     "const", schema->type, "name", "const", name, "then", "properties", "fields",
                     "properties", fields_of(schema));
}

/* The lists of vendors that are a part of no other's. */
static const enum vendor vendors[] = {VENDOR_ACER, VENDOR_DELL, VENDOR_HP_GEN9, VENDOR_LENOVO};

static void add_rules(json_t *rules)
{
    for (unsigned type = 0; type < 256; type++)
        if (schema_of((uint8_t)type))
            json_array_append_new(rules, rule(schema_of((uint8_t)type)));
    for (size_t v = 0; v < sizeof vendors / sizeof vendors[0]; v++)
        for (size_t i = 0; schema_of_vendor(vendors[v], i); i++)
            json_array_append_new(rules, vendor_rule(schema_of_vendor(vendors[v], i)));
}

int main(int argc, char **argv)
{
    json_t *root = argc == 2 ? json_load_file(argv[1], 0, NULL) : NULL;
    json_t *rules = json_object_get(
        json_object_get(json_object_get(root, "definitions"), "structure"), "allOf");

    add_rules(rules);
    if (!root || json_dumpf(root, stdout, JSON_INDENT(1)) != 0)
        return 1;
    putchar('\n');
    json_decref(root);
    return 0;
}
