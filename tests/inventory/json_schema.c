/*
 * Prints the JSON Schema of hwident's output: the frame that all commands share, and for each type
 * of structure the fields that its rows tell.
 * SPDX-License-Identifier: MIT
 */
#include "render/snake.h"
#include "smbios/schema.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* Types that rows use, and the frame. "structures" gets one more rule for each type. */
static const char frame[] =
    "{"
    "'$schema': 'http://json-schema.org/draft-07/schema#',"
    "'title': 'What hwident prints with --json (hwident-json/1)',"
    "'type': 'object',"
    "'required': ['schema', 'command', 'error', 'source'],"
    "'properties': {"
    "  'schema': {'const': 'hwident-json/1'},"
    "  'command': {'type': 'string'},"
    "  'error': {'oneOf': [{'type': 'null'}, {"
    "    'type': 'object',"
    "    'required': ['code', 'tag', 'message', 'remedy'],"
    "    'properties': {"
    "      'code': {'type': 'integer', 'minimum': 1, 'maximum': 8},"
    "      'tag': {'type': 'string', 'pattern': '^[A-Z]+$'},"
    "      'message': {'type': 'string'},"
    "      'remedy': {'type': 'string'}}}]},"
    "  'source': {'oneOf': [{'type': 'null'}, {"
    "    'type': 'object',"
    "    'required': ['path', 'provenance', 'smbios_version', 'version_from'],"
    "    'properties': {"
    "      'path': {'type': 'string'},"
    "      'provenance': {'enum': ['kernel', 'copy', 'file']},"
    "      'smbios_version': {'type': ['string', 'null']},"
    "      'version_from': {'enum': ['entry_point', 'evidence', 'assumed', 'unknown']}}}]},"
    "  'structures': {'type': 'array', 'items': {'$ref': '#/definitions/structure'}},"
    "  'count': {'type': 'integer', 'minimum': 0},"
    "  'findings': {'type': 'array', 'items': {"
    "    'type': 'object', 'additionalProperties': false,"
    "    'required': ['offset', 'type', 'handle', 'field', 'rule', 'section', 'text'],"
    "    'properties': {"
    "      'offset': {'type': 'integer', 'minimum': 0},"
    "      'type': {'$ref': '#/definitions/number'},"
    "      'handle': {'$ref': '#/definitions/hex'},"
    "      'field': {'$ref': '#/definitions/text'},"
    "      'rule': {'type': 'string', 'pattern': '^[a-z]+(-[a-z]+)*$'},"
    "      'section': {'type': 'string', 'pattern': '^[5-7]([.][0-9]+)+$'},"
    "      'text': {'type': 'string'}}}}"
    "},"
    "'definitions': {"
    "  'number': {'type': ['integer', 'null']},"
    "  'hex': {'type': ['string', 'null'], 'pattern': '^0x[0-9A-F]+$'},"
    "  'bytes': {'type': ['string', 'null'], 'pattern': '^([0-9a-f][0-9a-f])*$'},"
    "  'flag': {'type': ['boolean', 'null']},"
    "  'text': {'type': ['string', 'null']},"
    "  'uuid': {'type': ['string', 'null'],"
    "           'pattern': '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'},"
    "  'version': {'type': ['string', 'null'], 'pattern': '^[0-9]+[.][0-9]+$'},"
    "  'enumeration': {'oneOf': [{'type': 'null'}, {"
    "    'type': 'object', 'required': ['code', 'name'], 'additionalProperties': false,"
    "    'properties': {'code': {'type': 'integer', 'minimum': 0},"
    "                   'name': {'type': ['string', 'null']}}}]},"
    "  'names': {'type': ['array', 'null'], 'uniqueItems': true,"
    "            'items': {'type': 'string', 'pattern': '^[a-z0-9]+(_[a-z0-9]+)*$'}},"
    "  'texts': {'type': ['array', 'null'], 'items': {'$ref': '#/definitions/text'}},"
    "  'handles': {'type': ['array', 'null'], 'items': {'$ref': '#/definitions/hex'}},"
    "  'value': {'type': ['null', 'boolean', 'integer', 'string', 'array', 'object'],"
    "            'items': {'$ref': '#/definitions/value'},"
    "            'additionalProperties': {'$ref': '#/definitions/value'}},"
    "  'structure': {"
    "    'type': 'object',"
    "    'required': ['type', 'name', 'handle', 'length', 'fields', 'absent', 'raw_hex'],"
    "    'additionalProperties': false,"
    "    'properties': {"
    "      'type': {'type': 'integer', 'minimum': 0, 'maximum': 255},"
    "      'name': {'type': 'string', 'pattern': '^[a-z0-9]+(_[a-z0-9]+)*$'},"
    "      'handle': {'type': 'string', 'pattern': '^0x[0-9A-F]{4}$'},"
    "      'length': {'type': 'integer', 'minimum': 4, 'maximum': 255},"
    "      'fields': {'type': 'object',"
    "                 'propertyNames': {'pattern': '^[a-z0-9]+(_[a-z0-9]+)*$'},"
    "                 'additionalProperties': {'$ref': '#/definitions/value'}},"
    "      'absent': {'type': 'object', 'additionalProperties': {"
    "        'enum': ['not_specified', 'bad_index', 'all_zero', 'all_ones', 'none',"
    "                 'version_unknown', 'unknown']}},"
    "      'raw_hex': {'type': 'object', 'additionalProperties': {"
    "        'type': 'string', 'pattern': '^([0-9a-f][0-9a-f])+$'}},"
    "      'data_hex': {'$ref': '#/definitions/bytes'},"
    "      'strings': {'type': 'array', 'items': {'type': 'string'}},"
    "      'truncated': {'const': true}},"
    "    'allOf': []}"
    "}}";

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

/* The frame with JSON's quotes. */
static json_t *load_frame(void)
{
    static char text[sizeof frame];

    memcpy(text, frame, sizeof frame);
    for (char *c = text; *c; c++)
        if (*c == '\'')
            *c = '"';
    return json_loads(text, 0, NULL);
}

int main(void)
{
    json_t *root = load_frame();
    json_t *rules = json_object_get(
        json_object_get(json_object_get(root, "definitions"), "structure"), "allOf");

    add_rules(rules);
    if (!root || json_dumpf(root, stdout, JSON_INDENT(1)) != 0)
        return 1;
    putchar('\n');
    json_decref(root);
    return 0;
}
