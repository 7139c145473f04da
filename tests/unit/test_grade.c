/*
 * Grades: each rule and each entry of the list from both sides, what it catches and its neighbour.
 * SPDX-License-Identifier: MIT
 */
#include "cmocka_all.h"
#include "hwident.h"
#include "identity/placeholders.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define ABSENT      HWIDENT_GRADE_ABSENT
#define PLACEHOLDER HWIDENT_GRADE_PLACEHOLDER
#define WEAK        HWIDENT_GRADE_WEAK
#define STRONG      HWIDENT_GRADE_STRONG
#define NONE        "none"

static struct hwident_component graded(unsigned rules, char profile, const void *value, size_t size)
{
    struct hwident_component component;

    assert_int_equal(hwident_component_grade(profile, value, size, rules, &component), HWIDENT_OK);
    assert_non_null(component.rule);
    return component;
}

static void expect(const struct hwident_component *c, const char *value, enum hwident_grade grade,
                   const char *rule)
{
    if (c->grade != grade || strcmp(c->rule, rule) != 0)
        fail_msg("%s: %s by %s, not %s by %s", value, hwident_grade_name(c->grade), c->rule,
                 hwident_grade_name(grade), rule);
}

/* ---- UUIDs ------------------------------------------------------------------------------------- */

struct uuid_row {
    const char *uuid;
    enum hwident_grade grade;
    const char *rule;
};

static const struct uuid_row uuids[] = {
    {"00000000-0000-0000-0000-000000000000", ABSENT, "all-00"},
    {"ffffffff-ffff-ffff-ffff-ffffffffffff", ABSENT, "all-ff"},

    {"11111111-1111-1111-1111-111111111111", PLACEHOLDER, "all-equal"},
    {"58585858-5858-5858-5858-585858585858", PLACEHOLDER, "all-equal"},
    {"fefefefe-fefe-fefe-fefe-fefefefefefe", PLACEHOLDER, "all-equal"},
    {"11111111-1111-1111-1111-111111111112", PLACEHOLDER, "nearly-all-equal"},
    {"ffffff00-ffff-ffff-ffff-ffffffffffff", PLACEHOLDER, "nearly-all-equal"},
    {"eeeeeeee-ee01-eeee-02ee-eeeeeeeeeeee", PLACEHOLDER, "nearly-all-equal"},
    {"eeeeeeee-ee01-eeee-02ee-eeeeeeeeee03", STRONG, NONE},
    {"00000000-0000-0000-0000-000000001234", PLACEHOLDER, "nearly-all-equal"},

    {"00010203-0405-0607-0809-0a0b0c0d0e0f", PLACEHOLDER, "counts-up"},
    {"01020304-0506-0708-090a-0b0c0d0e0f10", PLACEHOLDER, "counts-up"},
    {"f8f9fafb-fcfd-feff-0001-020304050607", PLACEHOLDER, "counts-up"},
    {"fdfeff00-0102-0304-0506-0708090a0b0c", PLACEHOLDER, "counts-up"},
    {"00010203-0405-0607-0809-0a0b0c0d0e10", STRONG, NONE},
    {"09010203-0405-0607-0809-0a0b0c0d0e0f", STRONG, NONE},
    {"0f0e0d0c-0b0a-0908-0706-050403020100", STRONG, NONE},

    {"03000200-0400-0500-0006-000700080009", PLACEHOLDER, "template-without-mac"},
    {"03ff02ff-04ff-05ff-ff06-ff0700080009", PLACEHOLDER, "template-without-mac"},
    {"080020ff-ffff-ffff-ffff-000000000000", PLACEHOLDER, "template-without-mac"},
    {"03000200-0400-0500-0106-000700080009", WEAK, "ami-template"},
    {"032e02b4-0499-0533-a106-940700080009", WEAK, "ami-template"},
    {"03d40274-0435-05dc-8506-010700080009", WEAK, "ami-template"},
    {"03d40274-0435-05dc-8506-01070008000a", STRONG, NONE},
    {"03d40274-0435-05dc-8606-010700180009", STRONG, NONE},
    {"13d40274-0435-05dc-8606-010700080009", STRONG, NONE},

    {"9c6b002b-c572-0000-0000-000000000000", WEAK, "mac-first"},
    {"9c6b002b-c572-0000-0000-000000000001", STRONG, NONE},
    {"9c6b002b-c572-0100-0000-000000000000", STRONG, NONE},
    {"00000000-0000-0000-0000-0cc47a133878", WEAK, "mac-last"},
    {"00000000-0000-0000-0001-0cc47a133878", STRONG, NONE},
    {"00000000-0000-1000-8000-0cc47a133878", WEAK, "mac-last-version-1"},
    {"00000000-0000-4000-8000-0cc47a133878", STRONG, NONE},
    {"080020ff-ffff-ffff-ffff-00144f2a3b4c", WEAK, "mac-last-sun"},
    {"080020ff-ffff-ffff-fffe-00144f2a3b4c", STRONG, NONE},
    {"804ae87b-0000-0000-0000-002590fcd2a4", STRONG, NONE},

    {"4c4c4544-0000-2010-8020-80c04f202020", PLACEHOLDER, "dell-without-tag"},
    {"4c4c4544-0000-0010-8000-00c04f000000", PLACEHOLDER, "dell-without-tag"},
    {"4c4c4544-0000-2010-8020-80c04f202031", STRONG, NONE},
    {"4c4c4544-0000-2010-8020-b1c04f202020", STRONG, NONE},
    {"4c4c4544-004c-2010-8020-80c04f202020", STRONG, NONE},
    {"4c4c4544-0054-3610-8034-b8c04f313231", STRONG, NONE},
    {"4c4c4545-0000-2010-8020-80c04f202020", STRONG, NONE},

    {"12345678-1234-ffff-ffff-ffffffffffff", PLACEHOLDER, "ends-in-ff"},
    {"12345678-ffff-ffff-ffff-ffffffffffff", PLACEHOLDER, "ends-in-ff"},
    {"12345678-1234-feff-ffff-ffffffffffff", STRONG, NONE},
    {"12345678-1234-ffff-ffff-fffffffffffe", STRONG, NONE},
    {"1c6f6552-4e5f-3132-3334-3536ffffffff", STRONG, NONE},

    {"33393131-3132-5347-4836-31355831454d", STRONG, NONE},
    {"564dedda-f9d9-47ef-5a50-9b3123d51907", STRONG, NONE},
};

/* What rule set 2 adds; rule set 1 takes all but the first of these for strong. */
static const struct uuid_row uuids_2[] = {
    {"11111111-1111-1111-1111-111111111112", PLACEHOLDER, "nearly-all-equal"},

    {"0f0e0d0c-0b0a-0908-0706-050403020100", PLACEHOLDER, "counts"},
    {"00000000-0000-0000-0807-060504030201", PLACEHOLDER, "counts"},
    {"ffffffff-ffff-ffff-0807-060504030201", PLACEHOLDER, "counts"},
    {"01020304-0506-0708-0000-000000000000", PLACEHOLDER, "counts"},
    {"00010002-0003-0004-0005-000600070008", PLACEHOLDER, "counts"},
    {"00000007-0000-0008-0000-00090000000a", PLACEHOLDER, "counts"},
    {"02040608-0a0c-0e10-1214-16181a1c1e20", PLACEHOLDER, "counts"},
    {"10203040-5060-7080-90a0-b0c0d0e0f000", PLACEHOLDER, "counts"},
    {"02040608-0a0c-0e10-1214-16181a1c1e21", STRONG, NONE},
    {"00112233-4455-6677-8899-aabbccddee01", PLACEHOLDER, "digits-in-a-row"},
    {"0f0e0d0c-0b0a-0908-0706-0504030201f7", STRONG, NONE},

    {"ffffffff-ffff-ffff-0000-000000000000", PLACEHOLDER, "few-bytes"},
    {"00000000-0000-0000-ffff-ffffffffffff", PLACEHOLDER, "few-bytes"},
    {"12121212-ab12-abab-1212-ab5612121212", PLACEHOLDER, "few-bytes"},
    {"10000000-0100-8000-0180-080000810018", PLACEHOLDER, "few-bytes"},
    {"1a2b3c4d-1a2b-3c4d-1a2b-3c4d1a2b3c4d", PLACEHOLDER, "repeats"},
    {"1a2b3c4d-1a2b-3c4d-1a2b-3c4d1a2b3c4e", WEAK, "mac-twice"},

    {"12345678-1234-1234-1234-123456789012", PLACEHOLDER, "digits-in-a-row"},
    {"12345678-9abc-def0-1234-56789abcdef0", PLACEHOLDER, "digits-in-a-row"},
    {"11223344-5566-7788-99aa-bbcc22334455", PLACEHOLDER, "digits-in-a-row"},
    {"00000000-1111-2222-3333-444444444444", PLACEHOLDER, "digits-in-a-row"},
    {"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", PLACEHOLDER, "digits-in-a-row"},
    {"fedcba98-7654-3210-fedc-ba9876543210", PLACEHOLDER, "digits-in-a-row"},
    {"12345678-9abc-4ef0-8234-561c9ab07ef0", STRONG, NONE},
    {"a1b2c3d4-e5f6-7890-abcd-ef1234567890", PLACEHOLDER, "digits-in-a-row"},
    {"a1b2c3d4-e5f6-a7b8-c9d0-e1f2a3b4c5d6", PLACEHOLDER, "digits-in-a-row"},
    {"a1b2c3d4-e5f6-4a7b-8c9d-9f17a3b4c5d6", STRONG, NONE},

    {"deadbeef-0bad-f00d-cafe-babe00000000", STRONG, NONE},
    {"deadbeef-cafe-babe-feed-facec0dedead", PLACEHOLDER, "hex-words"},
    {"deaddead-dead-beef-0000-ffffdeadbeef", PLACEHOLDER, "hex-words"},

    {"44656661-756c-7420-7374-72696e670000", PLACEHOLDER, "placeholder-text"},
    {"4e6f7420-5370-6563-6966-696564000000", PLACEHOLDER, "placeholder-text"},
    {"30313233-3435-3637-3839-414243444546", PLACEHOLDER, "placeholder-text"},
    {"546f2062-6520-6669-6c6c-656420627920", PLACEHOLDER, "placeholder-text"},
    {"53797374-656d-2053-6572-69616c204e75", PLACEHOLDER, "placeholder-text"},
    {"35454b50-4d31-3833-3230-303030333937", PLACEHOLDER, "placeholder-text"},
    {"556e6b6e-6f77-6e00-0000-00000000ffff", STRONG, NONE},
    {"4e2f4100-0000-0000-0000-000000000000", PLACEHOLDER, "placeholder-text"},
    {"33393131-3132-5347-4836-31355831454d", WEAK, "text"},
    {"5a57374b-3251-3900-0000-000000000000", WEAK, "text"},
    {"5a57374b-3251-390a-ffff-7effffff0bff", STRONG, NONE},
    {"31433646-3635-3532-3445-3546ffffffff", WEAK, "text"},

    {"4c4c4544-0030-3010-8030-b0c04f303030", PLACEHOLDER, "dell-with-placeholder"},
    {"4c4c4544-0054-3610-8034-b8c04f313231", STRONG, NONE},

    {"03bb02aa-04cc-05dd-ee06-ff0700080009", PLACEHOLDER, "template-with-made-up-mac"},
    {"03220211-0433-0544-5506-660700080009", PLACEHOLDER, "template-with-made-up-mac"},
    {"03880288-0488-0588-8706-880700080009", PLACEHOLDER, "template-with-made-up-mac"},
    {"00000000-0000-0000-0000-010203040506", PLACEHOLDER, "template-with-made-up-mac"},
    {"00000000-0000-0000-0000-001122334455", PLACEHOLDER, "template-with-made-up-mac"},
    {"00000000-0000-0000-0000-deadbeef0000", PLACEHOLDER, "template-with-made-up-mac"},
    {"12345678-0000-0000-0000-000000000000", PLACEHOLDER, "template-with-made-up-mac"},
    {"032e02b4-0499-0533-a106-940700080009", WEAK, "ami-template"},
    {"00000000-0000-0000-0000-0cc47a133878", WEAK, "mac-last"},

    {"7be84a80-0000-0000-0000-002590fcd2a4", WEAK, "mac-last-padded"},
    {"00000000-0000-4000-8000-0cc47a133878", WEAK, "mac-last-padded"},
    {"7be84a80-3c00-0000-8900-002590fcd2a4", WEAK, "mac-last-padded"},
    {"7be84a80-3c00-9900-8900-002590fcd2a4", STRONG, NONE},
    {"ffffffff-ffff-ffff-ffff-0cc47a133878", WEAK, "mac-last-padded"},
    {"28ce5d8a-0000-0080-385d-00173101788d", WEAK, "mac-last-asus"},
    {"0cc47a13-3878-91c2-0cc4-7a1338785ab7", WEAK, "mac-twice"},
    {"0cc47a13-3878-91c2-0cc4-7a1338795ab7", STRONG, NONE},
    {"49434d53-0200-9065-2500-65902500e439", WEAK, "mac-twice"},
    {"47513848-0036-3000-48fe-003048fec30c", WEAK, "mac-twice"},
    {"47513848-0036-3000-48ff-003048fec30c", STRONG, NONE},
    {"53d19f64-d663-a017-8922-003048c7996c", WEAK, "mac-last-supermicro"},
    {"53d19f64-d663-a017-8922-000000000000", PLACEHOLDER, "template-with-made-up-mac"},
    {"53d19f64-d663-a017-8923-003048c7996c", STRONG, NONE},
    {"9c6b002b-c572-11d8-0000-000000000000", WEAK, "half-empty"},
    {"9c6b012b-c572-11d8-0100-000000000000", STRONG, NONE},
    {"05790c00-3b21-11ea-8000-3cecef4400d0", STRONG, NONE},
    {"564dedda-f9d9-47ef-5a50-9b3123d51907", STRONG, NONE},
};

static void check_uuids(unsigned rules, const struct uuid_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint8_t uuid[16];

        assert_int_equal(hwident_uuid_parse(rows[i].uuid, uuid, NULL), HWIDENT_OK);
        for (int order = 0; order < 2; order++) {
            struct hwident_component c = graded(rules, 'u', uuid, sizeof uuid);

            expect(&c, rows[i].uuid, rows[i].grade, rows[i].rule);
            assert_int_equal(c.size, c.grade == ABSENT ? 0 : 16);
            hwident_uuid_swap(uuid);
        }
    }
}

static void uuid_rules_hold_in_both_byte_orders(void **state)
{
    (void)state;
    check_uuids(1, uuids, sizeof uuids / sizeof uuids[0]);
    check_uuids(2, uuids_2, sizeof uuids_2 / sizeof uuids_2[0]);
    check_uuids(0, uuids_2, sizeof uuids_2 / sizeof uuids_2[0]);
}

/* The tag's characters stand at seven places; one letter at one of them is a tag. */
static void dells_tag_stands_at_seven_places(void **state)
{
    static const bool in_tag[16] = {
        [5] = true, [6] = true, [9] = true, [10] = true, [13] = true, [14] = true, [15] = true};

    (void)state;
    for (size_t i = 4; i < 16; i++) {
        uint8_t uuid[16];
        struct hwident_component c;

        assert_int_equal(hwident_uuid_parse("4c4c4544-0000-2010-8020-80c04f202020", uuid, NULL), 0);
        uuid[i] = i == 10 ? 'A' | 0x80 : 'A';
        c = graded(1, 'u', uuid, sizeof uuid);
        expect(&c, "a tag of one letter", in_tag[i] ? STRONG : PLACEHOLDER,
               in_tag[i] ? NONE : "dell-without-tag");
    }
}

static void each_listed_uuid_is_needed_and_no_neighbour_is_refused(void **state)
{
    (void)state;
    for (const struct placeholder *entry = placeholder_uuids; entry->value; entry++) {
        uint8_t uuid[16];
        struct hwident_component c;

        assert_non_null(entry->seen);
        assert_int_equal(hwident_uuid_parse(entry->value, uuid, NULL), HWIDENT_OK);
        for (int order = 0; order < 2; order++) {
            c = graded(entry->rules, 'u', uuid, sizeof uuid);
            expect(&c, entry->value, PLACEHOLDER, "list");
            assert_ptr_equal(c.note, entry->seen);
            hwident_uuid_swap(uuid);
        }
        uuid[15] ^= 0x01;
        c = graded(entry->rules, 'u', uuid, sizeof uuid);
        expect(&c, entry->value, STRONG, NONE);
    }
}

/* ---- strings ----------------------------------------------------------------------------------- */

struct string_row {
    const char *string;
    enum hwident_grade grade;
    const char *rule;
};

static const struct string_row strings[] = {
    {"", ABSENT, "blank"},
    {" \t\r\n\x01 ", ABSENT, "blank"},

    {"..................", PLACEHOLDER, "no-letter-or-digit"},
    {"/       /              /", PLACEHOLDER, "no-letter-or-digit"},
    {"\xFF\xFF\xFF\xFF", PLACEHOLDER, "no-letter-or-digit"},
    {"-", PLACEHOLDER, "no-letter-or-digit"},
    {"/7XQ/", STRONG, NONE},
    {"@[`{/:", PLACEHOLDER, "no-letter-or-digit"},

    {"XXXXXXX", PLACEHOLDER, "all-equal"},
    {".xXxX-XXx.", PLACEHOLDER, "all-equal"},
    {"00000000", PLACEHOLDER, "all-equal"},
    {"999", PLACEHOLDER, "all-equal"},
    {"AAAA", PLACEHOLDER, "all-equal"},
    {"zzZZ", PLACEHOLDER, "all-equal"},
    {"z-z", PLACEHOLDER, "all-equal"},
    {"Z-Z", PLACEHOLDER, "all-equal"},
    {"aaaA", PLACEHOLDER, "all-equal"},
    {"7", PLACEHOLDER, "all-equal"},
    {"00000001", STRONG, NONE},
    {"XXXXXXY", STRONG, NONE},

    {"0123456789", PLACEHOLDER, "digits-in-a-row"},
    {"1234567890", PLACEHOLDER, "digits-in-a-row"},
    {"87654321", PLACEHOLDER, "digits-in-a-row"},
    {"9876543210", PLACEHOLDER, "digits-in-a-row"},
    {"12345678901234567", PLACEHOLDER, "digits-in-a-row"},
    {"1234567890.", PLACEHOLDER, "digits-in-a-row"},
    {"12-34-56", PLACEHOLDER, "digits-in-a-row"},
    {"123456788", STRONG, NONE},
    {"12345678A", STRONG, NONE},
    {"13579", STRONG, NONE},
    {"abcdef", STRONG, NONE},
    {"89:;", PLACEHOLDER, "digits-in-a-row"},
    {"89a", STRONG, NONE},
    {"8a", STRONG, NONE},
    {"l1", STRONG, NONE},
    {"n1", STRONG, NONE},

    {"to be filled by o.e.m.", PLACEHOLDER, "list"},
    {"  DEFAULT   STRING ", PLACEHOLDER, "list"},
    {"System-Serial_Number", PLACEHOLDER, "list"},
    {"NONESUCH42", STRONG, NONE},
    {"DEFAULT1", STRONG, NONE},
    {"System76", STRONG, NONE},
    {"1.4.2", STRONG, NONE},
    {"10011010", STRONG, NONE},
    {"8T64121", STRONG, NONE},
    {"CZ\xC3\x9C"
     "4",
     STRONG, NONE},
    {"VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a1", STRONG, NONE},
};

/* What rule set 2 adds. */
static const struct string_row strings_2[] = {
    {"1", PLACEHOLDER, "all-equal"},
    {"N1", PLACEHOLDER, "too-short"},
    {"1.4.2", PLACEHOLDER, "version"},
    {"1.4,2", STRONG, NONE},
    {"V1.0", PLACEHOLDER, "version"},
    {"Rev. 1.0", PLACEHOLDER, "version"},
    {"rev 1.0.2", PLACEHOLDER, "version"},
    {"vx1.0", STRONG, NONE},
    {"V10", STRONG, NONE},

    {"2020-01-01", PLACEHOLDER, "date"},
    {"1/31/2009", PLACEHOLDER, "date"},
    {"31.12.1999", PLACEHOLDER, "date"},
    {"2020-01/01", STRONG, NONE},
    {"2020-00-01", STRONG, NONE},
    {"2020-32-01", STRONG, NONE},
    {"1969-01-01", STRONG, NONE},
    {"2020-01-01-7", STRONG, NONE},
    {"2020-1234-1", STRONG, NONE},
    {"20200101", STRONG, NONE},
    {"11.42", STRONG, NONE},
    {"/7XQ/", STRONG, NONE},
    {"S\xC4N", STRONG, NONE},
    {"BSN-1", STRONG, NONE},
    {"SN-1", STRONG, NONE},
    {"SN42", STRONG, NONE},
    {"7XQ4", STRONG, NONE},

    {"System Serial#", PLACEHOLDER, "words"},
    {"Type2 - Board Serial Number", PLACEHOLDER, "list"},
    {"Type3 - Chassis Serial Number", PLACEHOLDER, "words"},
    {"$(DEFAULT_STRING)", PLACEHOLDER, "list"},
    {"OEM Default string000", PLACEHOLDER, "words"},
    {"SerNum2", PLACEHOLDER, "words"},
    {"AssetTagNum1", PLACEHOLDER, "words"},
    {"SystemSerialNumbe", PLACEHOLDER, "words"},
    {"Serial Number xxxxxx", PLACEHOLDER, "list"},
    {"NoSerial", PLACEHOLDER, "words"},
    {"No Serial Number", PLACEHOLDER, "words"},
    {"To Be Determined", PLACEHOLDER, "words"},
    {"To be filled by O.E.M. by More String", PLACEHOLDER, "words"},
    {"Nicht angegeben", PLACEHOLDER, "words"},
    {"Numero de serie", PLACEHOLDER, "words"},
    {"No especificado", PLACEHOLDER, "words"},
    {"BRAKENIETS", STRONG, NONE},
    {"SN-123456", PLACEHOLDER, "words"},
    {"DEFAULT1", PLACEHOLDER, "words"},
    {"SN-7XQ41", STRONG, NONE},
    {"SN-345678", STRONG, NONE},
    {"System76", STRONG, NONE},
    {"NONESUCH42", STRONG, NONE},
    {"SERIAL7XQ4", STRONG, NONE},
    {"BASELINE", STRONG, NONE},

    {"0x0000", PLACEHOLDER, "zeros-and-x"},
    {"00-OO-00", PLACEHOLDER, "zeros-and-x"},
    {"2HXXXXXXXXXXXXXX", PLACEHOLDER, "mostly-x"},
    {"XXXXXXXX1", PLACEHOLDER, "mostly-x"},
    {"7Q-XXXXX-42", PLACEHOLDER, "mostly-x"},
    {"7QXXXX42", STRONG, NONE},
    {"XXX7XX", PLACEHOLDER, "mostly-x"},

    {"00000000001", PLACEHOLDER, "nearly-all-equal"},
    {"AAAAAAAAB7", PLACEHOLDER, "nearly-all-equal"},
    {"1111111112", PLACEHOLDER, "nearly-all-equal"},
    {"00000000127", STRONG, NONE},
    {"1111111123", STRONG, NONE},
    {"000000001", STRONG, NONE},

    {"SSN12345678901234567", PLACEHOLDER, "counts"},
    {"X712345678", PLACEHOLDER, "counts"},
    {"EeePC-1234567890", PLACEHOLDER, "counts"},
    {"7Q98765432", PLACEHOLDER, "counts"},
    {"01234567-89abcdef", PLACEHOLDER, "counts"},
    {"ABCDEFG", PLACEHOLDER, "counts"},
    {"00123456", PLACEHOLDER, "counts"},
    {"AABBCCDD", PLACEHOLDER, "counts"},
    {"112233445566", PLACEHOLDER, "counts"},
    {"X71234567", STRONG, NONE},
    {"7Q34567890", STRONG, NONE},
    {"00012345", STRONG, NONE},
    {"AABBCCDE", STRONG, NONE},
    {"A1B2C3D4", PLACEHOLDER, "counts"},
    {"1A2B3C4D5", PLACEHOLDER, "counts"},
    {"A1B2C3D5", STRONG, NONE},
    {"A2B3C4D5", STRONG, NONE},
    {"ABC123", PLACEHOLDER, "counts"},
    {"ABCD1234", PLACEHOLDER, "counts"},
    {"1234-1234", PLACEHOLDER, "counts"},
    {"123123", STRONG, NONE},
    {"ABC234", STRONG, NONE},
    {"AB1234", STRONG, NONE},

    {"1010101010", PLACEHOLDER, "repeats"},
    {"7Q4X-7Q4X-7Q4X", PLACEHOLDER, "repeats"},
    {"7Q4X-7Q4X-7Q", STRONG, NONE},
    {"7Q4XZ-7Q4XZ-7Q4XZ", STRONG, NONE},

    {"03000200-0400-0500-0006-000700080009", PLACEHOLDER, "placeholder-uuid"},
    {"{4dea22b3-1d52-d8f3-2516-782e98ab3fa0}", PLACEHOLDER, "placeholder-uuid"},
    {"564dedda-f9d9-47ef-5a50-9b3123d51907", STRONG, NONE},
    {"9c6b002b-c572-0000-0000-000000000000", STRONG, NONE},

    {"8T64121", STRONG, NONE},
    {"PF0WXYZ1", STRONG, NONE},
    {"VMware-56 4d e2 c3 c3 c0 e1 e2-46 22 55 4d c5 eb 6b a1", STRONG, NONE},
    {"/WF8W8P2/CN7016365F0V0R/", STRONG, NONE},
};

static void check_strings(unsigned rules, const struct string_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (const char *profile = "sbc"; *profile; profile++) {
            struct hwident_component c =
                graded(rules, *profile, rows[i].string, strlen(rows[i].string));

            expect(&c, rows[i].string, rows[i].grade, rows[i].rule);
        }
}

static void string_rules_hold_for_every_serial_number(void **state)
{
    (void)state;
    check_strings(1, strings, sizeof strings / sizeof strings[0]);
    check_strings(2, strings_2, sizeof strings_2 / sizeof strings_2[0]);
    check_strings(0, strings_2, sizeof strings_2 / sizeof strings_2[0]);
}

static void a_string_is_too_long_over_255_bytes(void **state)
{
    char string[300];
    struct hwident_component c;

    (void)state;
    for (size_t i = 0; i < sizeof string; i++)
        string[i] = (char)('A' + i * 7 % 26);
    c = graded(1, 's', string, 255);
    expect(&c, "255 bytes", STRONG, NONE);
    c = graded(1, 's', string, 256);
    expect(&c, "256 bytes", PLACEHOLDER, "too-long");
    string[255] = ' ';
    c = graded(1, 's', string, 256);
    expect(&c, "255 bytes and a space", STRONG, NONE);
}

/* An entry with one more digit at either end can be a real serial number. */
static void check_neighbours(const struct placeholder *entry)
{
    char string[64];
    struct hwident_component c;

    (void)snprintf(string, sizeof string, "%s7", entry->value);
    c = graded(entry->rules, 's', string, strlen(string));
    expect(&c, string, STRONG, NONE);
    (void)snprintf(string, sizeof string, "7%s", entry->value);
    c = graded(entry->rules, 's', string, strlen(string));
    expect(&c, string, STRONG, NONE);
}

static void each_listed_string_is_needed_and_no_neighbour_is_refused(void **state)
{
    (void)state;
    for (const struct placeholder *entry = placeholder_serials; entry->value; entry++) {
        char upper[64];
        size_t length = strlen(entry->value);
        struct hwident_component c = graded(entry->rules, 'b', entry->value, length);

        assert_non_null(entry->seen);
        expect(&c, entry->value, PLACEHOLDER, "list");
        assert_ptr_equal(c.note, entry->seen); /* and not an entry before it, folded alike */
        for (size_t i = 0; i <= length; i++)
            upper[i] = (char)toupper((unsigned char)entry->value[i]);
        c = graded(entry->rules, 'c', upper, length);
        expect(&c, upper, PLACEHOLDER, "list");
        check_neighbours(entry);
    }
}

/* ---- the rest ---------------------------------------------------------------------------------- */

static void strings_are_trimmed_in_place(void **state)
{
    static const char string[] = " \x1F\x20SN 42\x7F\t\n";
    struct hwident_component c = graded(1, 's', string, sizeof string - 1);

    (void)state;
    assert_ptr_equal(c.value, string + 3);
    assert_int_equal(c.size, 6);
    assert_int_equal(graded(1, 's', "!SN42!", 6).size, 6);
}

static void notes_say_what_can_be_guessed(void **state)
{
    static const struct {
        const char *uuid;
        const char *note;
    } rows[] = {
        {"4c4c4544-0054-3610-8034-b8c04f313231", "holds Dell's service tag: can be guessed"},
        {"33393131-3132-5347-4836-31355831454d",
         "ASCII text, as a serial number in clear: can be guessed"},
        {"31433646-3635-3532-3445-3546ffffffff",
         "ASCII text, as a MAC address in clear: can be guessed"},
        {"032e02b4-0499-0533-a106-940700080009",
         "made from a MAC address: changes with the part that has it"},
        {"20393131-3132-5347-4836-31355831457e",
         "ASCII text, as a serial number in clear: can be guessed"},
    };
    static const char *const silent[] = {
        "564dedda-f9d9-47ef-5a50-9b3123d51907", "33393131-3132-5347-4836-31355831457f",
        "33393131-3132-5347-4836-31355831451f", "1f393131-3132-5347-4836-313558314531",
        "31433646-3635-3532-3445-354600ffffff", "80433646-3635-3532-3445-3546ffffffff",
        "31433646-3635-3532-3445-3546ffffff00", "31433646-3635-3532-3445-3580ffffffff",
    };
    uint8_t uuid[16];

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(hwident_uuid_parse(rows[i].uuid, uuid, NULL), HWIDENT_OK);
        for (int order = 0; order < 2; order++) {
            assert_string_equal(graded(1, 'u', uuid, 16).note, rows[i].note);
            hwident_uuid_swap(uuid);
        }
    }
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++) {
        assert_int_equal(hwident_uuid_parse(silent[i], uuid, NULL), HWIDENT_OK);
        assert_null(graded(1, 'u', uuid, 16).note);
    }
    assert_null(graded(1, 's', "8T64121", 7).note);
    assert_string_equal(graded(1, 'c', "8T64121", 7).note,
                        "names the enclosure, which blades share");
}

static void only_known_profiles_and_whole_uuids_are_graded(void **state)
{
    struct hwident_component c;

    (void)state;
    assert_int_equal(hwident_component_grade('x', "SN42", 4, 0, &c), HWIDENT_E_USAGE);
    assert_int_equal(hwident_component_grade('u', "SN42", 4, 0, &c), HWIDENT_E_USAGE);
    assert_int_equal(c.grade, HWIDENT_GRADE_ABSENT);
}

static void each_grade_gives_its_error(void **state)
{
    (void)state;
    assert_int_equal(hwident_grade_refusal(STRONG, true), HWIDENT_OK);
    assert_int_equal(hwident_grade_refusal(WEAK, false), HWIDENT_OK);
    assert_int_equal(hwident_grade_refusal(WEAK, true), HWIDENT_E_WEAK);
    assert_int_equal(hwident_grade_refusal(PLACEHOLDER, false), HWIDENT_E_PLACEHOLDER);
    assert_int_equal(hwident_grade_refusal(ABSENT, false), HWIDENT_E_ABSENT);
    assert_string_equal(hwident_grade_name(ABSENT), "absent");
    assert_string_equal(hwident_grade_name(PLACEHOLDER), "placeholder");
    assert_string_equal(hwident_grade_name(WEAK), "weak");
    assert_string_equal(hwident_grade_name(STRONG), "strong");
    assert_string_equal(hwident_grade_name((enum hwident_grade)(STRONG + 1)), "absent");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uuid_rules_hold_in_both_byte_orders),
        cmocka_unit_test(dells_tag_stands_at_seven_places),
        cmocka_unit_test(each_listed_uuid_is_needed_and_no_neighbour_is_refused),
        cmocka_unit_test(string_rules_hold_for_every_serial_number),
        cmocka_unit_test(a_string_is_too_long_over_255_bytes),
        cmocka_unit_test(each_listed_string_is_needed_and_no_neighbour_is_refused),
        cmocka_unit_test(strings_are_trimmed_in_place),
        cmocka_unit_test(notes_say_what_can_be_guessed),
        cmocka_unit_test(only_known_profiles_and_whole_uuids_are_graded),
        cmocka_unit_test(each_grade_gives_its_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
