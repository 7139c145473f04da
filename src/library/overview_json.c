/*
 * The overview for programs: everything that the text of summary shows.
 * SPDX-License-Identifier: MIT
 */
#include "library/overview_json.h"

/* An array of {name, count}. */
static void list(struct json *json, const char *key, const struct tally *tally)
{
    json_array(json, key);
    for (size_t i = 0; i < tally->texts; i++) {
        json_object(json, NULL);
        json_string(json, "name", tally->entry[i].text);
        json_number(json, "count", tally->entry[i].count);
        json_end(json);
    }
    json_end(json);
}

static void processors(struct json *json, const struct overview *o)
{
    json_object(json, "processors");
    json_number(json, "sockets", o->processors.sockets);
    json_number(json, "populated", o->processors.populated);
    json_number(json, "enabled", o->processors.enabled);
    json_number(json, "disabled", o->processors.disabled);
    json_number(json, "cores", o->processors.cores);
    json_number(json, "threads", o->processors.threads);
    list(json, "models", &o->list[LIST_PROCESSORS]);
    json_end(json);
}

static void caches(struct json *json, const struct overview *o)
{
    json_array(json, "caches");
    for (size_t i = 0; i < sizeof o->cache / sizeof o->cache[0]; i++) {
        if (o->cache[i].count == 0)
            continue;
        json_object(json, NULL);
        json_number(json, "level", o->cache[i].level);
        json_number(json, "count", o->cache[i].count);
        json_number(json, "size_bytes", o->cache[i].size);
        json_end(json);
    }
    json_end(json);
}

static void text_or_null(struct json *json, const char *key, const char *text)
{
    json_string(json, key, *text ? text : NULL);
}

static void number_or_null(struct json *json, const char *key, bool there, uint64_t number)
{
    if (there)
        json_number(json, key, number);
    else
        json_null(json, key);
}

static void slot(struct json *json, const struct memory_slot *s)
{
    json_object(json, NULL);
    json_string(json, "name", s->name);
    text_or_null(json, "device_locator", s->locator);
    text_or_null(json, "bank_locator", s->bank);
    text_or_null(json, "group", s->group);
    json_bool(json, "populated", s->state != SLOT_EMPTY);
    if (s->state != SLOT_EMPTY) {
        number_or_null(json, "size_bytes", s->state == SLOT_FULL, s->size);
        text_or_null(json, "memory_type", s->type);
        text_or_null(json, "form_factor", s->form);
        number_or_null(json, "rated_speed_mt_s", s->rated > 0, s->rated);
        number_or_null(json, "configured_speed_mt_s", s->speed > 0, s->speed);
        text_or_null(json, "manufacturer", s->maker);
        text_or_null(json, "part_number", s->part);
    }
    json_end(json);
}

static void memory(struct json *json, const struct overview_memory *m)
{
    json_object(json, "memory");
    number_or_null(json, "installed_bytes", m->unknown == 0, m->installed);
    number_or_null(json, "maximum_capacity_bytes", m->capacity > 0, m->capacity);
    text_or_null(json, "error_correction", m->correction);
    json_number(json, "slots", m->slots);
    json_number(json, "populated", m->full);
    json_array(json, "devices");
    for (size_t i = 0; i < m->kept; i++)
        slot(json, &m->slot[i]);
    json_end(json);
    json_end(json);
}

/* {key: some, "total": all, "names": […]} */
static void some_of(struct json *json, const char *name, const char *key, size_t some, size_t all,
                    const struct tally *names)
{
    json_object(json, name);
    json_number(json, "total", all);
    json_number(json, key, some);
    list(json, "names", names);
    json_end(json);
}

void overview_json(struct json *json, const struct overview *o)
{
    processors(json, o);
    caches(json, o);
    memory(json, &o->memory);
    some_of(json, "slots", "in_use", o->slots_in_use, o->slots, &o->list[LIST_SLOTS]);
    list(json, "onboard_devices", &o->list[LIST_ONBOARD]);
    list(json, "ports", &o->list[LIST_PORTS]);
    some_of(json, "power_supplies", "present", o->supplies_present, o->supplies,
            &o->list[LIST_SUPPLIES]);
    list(json, "batteries", &o->list[LIST_BATTERIES]);
    list(json, "tpms", &o->list[LIST_TPMS]);
    list(json, "management_controllers", &o->list[LIST_CONTROLLERS]);
}
