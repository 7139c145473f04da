/*
 * Grading a UUID: the rules, then the list, each on a form that byte order does not change.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/grade.h"
#include "identity/placeholders.h"
#include "identity/uuid_mac.h"
#include "identity/uuid_text.h"

#include <string.h>

/* A rule, the rule set that brought it, and its function; some rules depend on the set in use. */
struct rule {
    unsigned rules;
    const char *name;
    const char *note;
    bool (*holds)(const uint8_t uuid[UUID_BYTES]);
    bool (*holds_by)(const uint8_t uuid[UUID_BYTES], unsigned rules);
    bool in_any_order; /* the byte order makes no difference to it */
};

static const char mac_note[] = "made from a MAC address: changes with the part that has it";
static const char text_note[] = "ASCII text, as a serial number in clear: can be guessed";

static const struct rule placeholder_rules[] = {
    {1, "all-equal", NULL, uuid_all_equal, NULL, true},
    {1, "nearly-all-equal", NULL, uuid_nearly_all_equal, NULL, true},
    {1, "counts-up", NULL, uuid_counts_up, NULL},
    {1, "template-without-mac", NULL, NULL, uuid_has_no_mac},
    {1, "dell-without-tag", NULL, uuid_is_dell_without_tag, NULL},
    {1, "ends-in-ff", NULL, uuid_ends_in_ff, NULL, true},
    {2, "dell-with-placeholder", NULL, NULL, uuid_is_dell_with_placeholder},
    {2, "template-with-made-up-mac", NULL, NULL, uuid_has_made_up_mac},
    {2, "few-bytes", NULL, uuid_has_few_bytes, NULL, true},
    {2, "repeats", NULL, uuid_repeats, NULL},
    {2, "counts", NULL, uuid_counts, NULL},
    {2, "digits-in-a-row", NULL, uuid_has_digits_in_a_row, NULL},
    {2, "hex-words", NULL, uuid_is_hex_words, NULL},
    {2, "placeholder-text", NULL, NULL, uuid_is_placeholder_text},
    {0, NULL, NULL, NULL, NULL},
};

static const struct rule weak_rules[] = {
    {2, "text", text_note, uuid_is_text, NULL},
    {2, "mac-last-padded", mac_note, uuid_ends_in_mac, NULL, true},
    {2, "mac-twice", mac_note, uuid_has_mac_twice, NULL},
    {2, "half-empty", "half of it says nothing", uuid_is_half_empty, NULL, true},
    {0, NULL, NULL, NULL, NULL},
};

/* A UUID in both byte orders: a rule holds if it holds in either. */
struct forms {
    const uint8_t *canonical;
    uint8_t other[UUID_BYTES];
};

/*@ predicate forms_whole(struct forms *forms) =
      \valid_read(forms) && readable((uint8_t *)forms->canonical, UUID_BYTES); */

/*@ requires readable(uuid, UUID_BYTES);
    assigns \nothing; */
static bool rule_holds(const struct rule *rule, const uint8_t uuid[UUID_BYTES], unsigned rules)
{
    return rule->holds ? rule->holds(uuid) : rule->holds_by(uuid, rules);
}

/* The first rule that came with set `rules` and holds, or NULL. */
/*@ requires forms_whole(forms);
    assigns \nothing;
    ensures \result == \null || \valid_read(\result); */
static const struct rule *first_holding(const struct rule *rule, const struct forms *forms,
                                        unsigned rules)
{
    /*@ loop assigns rule; */
    for (; rule->name; rule++)
        if (rule->rules == rules &&
            (rule_holds(rule, forms->canonical, rules) ||
             (!rule->in_any_order && rule_holds(rule, forms->other, rules))))
            return rule;
    return NULL;
}

/*@ requires forms_whole(forms);
    assigns \nothing; */
static const char *mac_template(const struct forms *forms, unsigned rules)
{
    const char *name = uuid_mac_template(forms->canonical, rules);

    return name ? name : uuid_mac_template(forms->other, rules);
}

/* Whether the value is the text of the UUID. */
/*@ requires readable(uuid, UUID_BYTES) && valid_read_string(value);
    assigns \nothing; */
static bool is_text_of(const uint8_t uuid[UUID_BYTES], const char *value)
{
    /*@ loop invariant 0 <= i <= UUID_BYTES && valid_read_string(value);
        loop assigns i, value;
        loop variant UUID_BYTES - i; */
    for (size_t i = 0; i < UUID_BYTES; i++) {
        if ((i == 4 || i == 6 || i == 8 || i == 10) && *value++ != '-')
            return false;
        if (byte_hex_value(char_byte(*value++)) != uuid[i] / 16 ||
            byte_hex_value(char_byte(*value++)) != uuid[i] % 16)
            return false;
    }
    return true;
}

/* The entry with the UUID in either byte order, or NULL. Values are in lower case. */
/*@ requires forms_whole(forms);
    assigns \nothing;
    ensures \result == \null || \valid_read(\result); */
static const struct placeholder *listed_uuid(const struct forms *forms)
{
    static const char digits[] = "0123456789abcdef";
    char canonical = digits[forms->canonical[0] / 16], other = digits[forms->other[0] / 16];

    /*@ loop assigns entry; */
    for (const struct placeholder *entry = placeholder_uuids; entry->value; entry++) {
        char first = entry->value[0];

        if ((first == canonical && is_text_of(forms->canonical, entry->value)) ||
            (first == other && is_text_of(forms->other, entry->value)))
            return entry;
    }
    return NULL;
}

/* What is worth knowing about a UUID to which no rule applies. */
/*@ requires forms_whole(forms);
    assigns \nothing; */
static const char *strong_note(const struct forms *forms)
{
    if (uuid_is_dell(forms->other))
        return "holds Dell's service tag: can be guessed";
    if (uuid_is_whole_text(forms->canonical))
        return text_note;
    if (uuid_is_text_and_ff(forms->canonical))
        return "ASCII text, as a MAC address in clear: can be guessed";
    return NULL;
}

/* Whether set `rules` brought a rule that refuses the UUID, or its entry in the list. */
/*@ requires \valid(component) && forms_whole(forms) && \separated(component, forms);
    requires entry == \null || \valid_read(entry);
    assigns component->grade, component->rule, component->note;
    ensures \result ==> component->grade != HWIDENT_GRADE_ABSENT; */
static bool grade_placeholder(struct hwident_component *component, const struct forms *forms,
                              const struct placeholder *entry, unsigned rules)
{
    const struct rule *rule = first_holding(placeholder_rules, forms, rules);
    bool is_listed = entry && entry->rules == rules;

    if (rule)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, rule->name, rule->note);
    else if (is_listed)
        grade_set(component, HWIDENT_GRADE_PLACEHOLDER, "list", entry->seen);
    return rule || is_listed;
}

/* Whether the UUID is weak by a rule that set `rules` brought. */
/*@ requires \valid(component) && forms_whole(forms) && \separated(component, forms);
    assigns component->grade, component->rule, component->note;
    ensures \result ==> component->grade != HWIDENT_GRADE_ABSENT; */
static bool grade_weak(struct hwident_component *component, const struct forms *forms,
                       unsigned rules)
{
    const char *template = mac_template(forms, rules);
    const struct rule *rule = template ? NULL : first_holding(weak_rules, forms, rules);

    if (template)
        grade_set(component, HWIDENT_GRADE_WEAK, template, mac_note);
    else if (rule)
        grade_set(component, HWIDENT_GRADE_WEAK, rule->name, rule->note);
    return template || rule;
}

/*
 * Set by set, so that a UUID that an older set refused is still refused by the same rule.
 * "DELL" is smaller than "LLED", so the canonical form never shows it; text has the same characters
 * in either order.
 */
/*@ requires \valid(component);
    assigns component->grade, component->rule, component->note;
    ensures component->grade != HWIDENT_GRADE_ABSENT; */
void grade_uuid(struct hwident_component *component, unsigned rules)
{
    struct forms forms = {.canonical = component->uuid};
    const struct placeholder *entry;

    memcpy(forms.other, component->uuid, UUID_BYTES);
    hwident_uuid_swap(forms.other);
    entry = listed_uuid(&forms);
    /*@ loop invariant forms_whole(&forms);
        loop assigns rule_set, component->grade, component->rule, component->note; */
    for (unsigned rule_set = 1; rule_set <= rules; rule_set++)
        if (grade_placeholder(component, &forms, entry, rule_set))
            return;
    /*@ loop invariant forms_whole(&forms);
        loop assigns rule_set, component->grade, component->rule, component->note; */
    for (unsigned rule_set = 1; rule_set <= rules; rule_set++)
        if (grade_weak(component, &forms, rule_set))
            return;
    grade_set(component, HWIDENT_GRADE_STRONG, "none", strong_note(&forms));
}
