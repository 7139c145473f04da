/*
 * Prints a part of the JSON Schema of hwident's output: a rule for each type of structure with the
 * fields that its rows tell. The rest is frame.json.
 * SPDX-License-Identifier: MIT
 */
#include "render/json.h"
#include "render/snake.h"
#include "schema/catalogue.h"

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

static void put_fields(struct json *json, const struct schema *schema)
{
    char reference[64];

    json_object(json, "fields");
    json_object(json, "properties");
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *row = &schema->fields[i];

        if (!row->key)
            continue;
        (void)snprintf(reference, sizeof reference, "#/definitions/%s", definition(row));
        json_object(json, row->key);
        json_string(json, "$ref", reference);
        json_end(json);
    }
    json_end(json);
    json_end(json);
}

static void put_name(struct json *json, const struct schema *schema)
{
    char name[SNAKE_SIZE];

    snake(schema->title, name);
    json_object(json, "name");
    json_string(json, "const", name);
    json_end(json);
}

/*
 * If the type is this one, then the name and the fields are these. A vendor's types are not its
 * alone: if type and name are these, then the fields are.
 */
static void put_rule(struct json *json, const struct schema *schema, bool of_vendor)
{
    json_object(json, NULL);
    json_object(json, "if");
    json_object(json, "properties");
    json_object(json, "type");
    json_number(json, "const", schema->type);
    json_end(json);
    if (of_vendor)
        put_name(json, schema);
    json_end(json);
    json_end(json);
    json_object(json, "then");
    json_object(json, "properties");
    if (!of_vendor)
        put_name(json, schema);
    put_fields(json, schema);
    json_end(json);
    json_end(json);
    json_end(json);
}

/* These generations of HP's have all structures; a later one has the same with fewer fields. */
static const enum vendor vendors[] = {VENDOR_ACER, VENDOR_DELL, VENDOR_HP_GEN10, VENDOR_HP_G6,
                                      VENDOR_LENOVO};

/* Whether an earlier vendor of the list has it too. */
static bool is_known(const struct schema *schema, size_t before)
{
    for (size_t v = 0; v < before; v++)
        for (size_t i = 0; schema_of_vendor(vendors[v], i); i++)
            if (schema_of_vendor(vendors[v], i) == schema)
                return true;
    return false;
}

int main(void)
{
    struct page out;
    struct json json;

    page_begin(&out, stdout);
    json_begin(&json, &out);
    json_array(&json, NULL);
    for (unsigned type = 0; type < 256; type++)
        if (schema_of((uint8_t)type))
            put_rule(&json, schema_of((uint8_t)type), false);
    for (size_t v = 0; v < sizeof vendors / sizeof vendors[0]; v++)
        for (size_t i = 0; schema_of_vendor(vendors[v], i); i++)
            if (!is_known(schema_of_vendor(vendors[v], i), v))
                put_rule(&json, schema_of_vendor(vendors[v], i), true);
    json_end(&json);
    page_flush(&out);
    return ferror(stdout) != 0;
}
