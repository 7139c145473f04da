/*
 * Strings made only of words that name a field or say that there is nothing.
 * SPDX-License-Identifier: MIT
 */
#include "identity/string_words.h"

#include "identity/string_runs.h"

#include <string.h>

/*
 * Names of fields and of the parts of a machine that have them; words for nothing, for something
 * else, and for something still to be done; and the same in German, French, Spanish, Portuguese,
 * Italian, Dutch and other languages. In alphabetical order: those with the same first letter are
 * found by halving.
 */
static const char *const words[] = {
    /* a */
    "all", "allocated", "and", "angabe", "angegeben", "any", "applicable", "asdf", "asdfgh",
    "asset", "assettag", "assigned", "at", "aucun", "aucune", "avail", "available", "azerty",
    /* b */
    "bad", "bank", "bar", "barcode", "base", "baseboard", "bay", "be", "been", "beschikbaar",
    "bilinmiyor", "bios", "blank", "board", "brak", "by",
    /* c */
    "cafebabe", "case", "change", "changeme", "chassis", "code", "common", "company", "computer",
    "config", "configuration", "configured", "cpu", "custom", "customer",
    /* d */
    "data", "date", "de", "deadbeef", "default", "defaut", "defecto", "define", "defined", "defini",
    "definido", "demo", "demonstration", "desconhecido", "desconocido", "desktop", "detected",
    "determined", "device", "dimm", "disponibile", "disponible", "does", "dummy", "dvt",
    /* e */
    "empty", "enclosure", "engineering", "enter", "entered", "error", "especificado", "eval",
    "evaluation", "every", "evt", "example", "exist", "exists",
    /* f */
    "factory", "fail", "failed", "fake", "family", "feature", "field", "filed", "fill", "filled",
    "fixme", "foo", "foobar", "for", "found",
    /* g */
    "geen", "general", "generic", "gesetzt", "given", "guid",
    /* h */
    "hardware", "has", "have", "here",
    /* i */
    "id", "identifier", "illegal", "implemented", "in", "inconnu", "inconnue", "index", "info",
    "informado", "information", "initial", "initialized", "insert", "installed", "invalid", "ipsum",
    "is", "ismeretlen",
    /* k */
    "kein", "keine",
    /* l */
    "label", "laptop", "leer", "location", "lorem",
    /* m */
    "machine", "main", "mainboard", "manufacture", "manufacturer", "mb", "me", "memory", "mfg",
    "mfr", "missing", "model", "more", "mother", "motherboard",
    /* n */
    "na", "name", "nan", "nao", "neizvestno", "nenhum", "nessuno", "neznamy", "nicht", "niet",
    "nieznany", "nil", "ninguno", "no", "non", "none", "nope", "normal", "not", "notebook",
    "nothing", "nr", "null", "num", "numb", "number", "numero", "nummer",
    /* o */
    "odm", "oem", "of", "okand", "onbekend", "only", "opgegeven", "or", "organization", "original",
    "other", "others", "out", "owner",
    /* p */
    "padrao", "par", "part", "partnum", "pca", "pcb", "placeholder", "platform", "please", "pn",
    "populated", "predeterminado", "preproduction", "present", "processor", "prod", "product",
    "programmed", "project", "prototype", "provided", "pvt",
    /* q */
    "qwerty", "qwertz",
    /* r */
    "random", "read", "readable", "recorded", "renseigne", "replace", "required", "reserve",
    "reserved", "rev", "revision",
    /* s */
    "sample", "sconosciuto", "ser", "serial", "seriale", "serialnumb", "serie", "server", "set",
    "settable", "sku", "slot", "sn", "spec", "specification", "specificato", "specifie",
    "specified", "standard", "standardtext", "sticker", "stored", "string", "supplied", "supplier",
    "support", "supported", "sys", "system",
    /* t */
    "tag", "tba", "tbd", "tbf", "tbs", "temp", "temporary", "test", "testing", "text", "the",
    "this", "to", "todo", "tuntematon", "type",
    /* u */
    "ukendt", "ukjent", "uknown", "unassigned", "unavailable", "unbekannt", "unconfigured", "undef",
    "undefine", "undefined", "unidentified", "uninitialized", "unit", "unkn", "unknow", "unknown",
    "unknwon", "unkown", "unprogrammed", "unset", "unspecified", "untagged", "unused", "update",
    "updated", "used", "user", "uuid",
    /* v */
    "value", "vendor", "ver", "verfuegbar", "version", "vide", "void", "vorhanden",
    /* w */
    "will", "write", "written",
    /* y */
    "yet", "your",
    /* z */
    "zxcv"};

enum { WORDS = sizeof words / sizeof words[0] };
enum { COUNTING = 4, FILLING = 3, STUMP = 2, CUT_FROM = 12, ABBREVIATION = 2 };

/* Whether a string may end so after a word: in digits in a row, or in one repeated character. */
/*@ requires readable(text, size);
    assigns \nothing; */
static bool is_filler(const uint8_t *text, size_t size)
{
    if (size >= FILLING && run_is_equal(text, size))
        return true;
    return size >= COUNTING && (text[0] == '0' || text[0] == '1' || text[0] == '9') &&
           run_counts(text, size);
}

/* The number of the first word that begins with `letter` or a later one, or WORDS. */
/*@ assigns \nothing;
    ensures \result <= WORDS; */
static size_t words_from(uint8_t letter)
{
    size_t low = 0, high = WORDS;

    /*@ loop invariant 0 <= low <= high <= WORDS;
        loop assigns low, high;
        loop variant high - low; */
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (char_byte(words[middle][0]) < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the text is the beginning of a word. */
/*@ requires readable(text, size) && size > 0;
    assigns \nothing; */
static bool is_stump(const uint8_t *text, size_t size)
{
    /*@ loop invariant 0 <= w <= WORDS;
        loop assigns w;
        loop variant WORDS - w; */
    for (size_t w = words_from(text[0]); w < WORDS && text[0] == char_byte(words[w][0]); w++)
        if (size >= STUMP && size < strlen(words[w]) &&
            bytes_equal(text, (const uint8_t *)words[w], size))
            return true;
    return false;
}

/* Whether the text begins with a word. */
/*@ requires readable(text, size) && size > 0;
    assigns \nothing; */
static bool begins_with_word(const uint8_t *text, size_t size)
{
    /*@ loop invariant 0 <= w <= WORDS;
        loop assigns w;
        loop variant WORDS - w; */
    for (size_t w = words_from(text[0]); w < WORDS && text[0] == char_byte(words[w][0]); w++)
        if (bytes_are(text, size, 0, words[w]))
            return true;
    return false;
}

/* Marks where the words that begin at `at` end, and one digit after each. */
/*@ requires readable(text, size) && at < size <= MAX_FOLDED;
    requires \valid(begins + (0 .. MAX_FOLDED)) && \valid(ends + (0 .. MAX_FOLDED));
    assigns begins[0 .. MAX_FOLDED], ends[0 .. MAX_FOLDED]; */
static void take_words(const uint8_t *text, size_t size, size_t at, bool begins[MAX_FOLDED + 1],
                       bool ends[MAX_FOLDED + 1])
{
    /*@ loop invariant 0 <= w <= WORDS;
        loop assigns w, begins[0 .. MAX_FOLDED], ends[0 .. MAX_FOLDED];
        loop variant WORDS - w; */
    for (size_t w = words_from(text[at]); w < WORDS && text[at] == char_byte(words[w][0]); w++) {
        size_t end;

        if (!bytes_are(text, size, at, words[w]))
            continue;
        end = at + strlen(words[w]);
        begins[end] = ends[end] = true;
        if (end - at > ABBREVIATION && end < size && byte_is_digit(text[end]))
            begins[end + 1] = true;
    }
}

/*@ requires readable(text, size) && size <= MAX_FOLDED;
    assigns \nothing; */
static bool is_all_words(const uint8_t *text, size_t size, bool cut)
{
    bool begins[MAX_FOLDED + 1] = {true}; /* a word may begin here */
    bool ends[MAX_FOLDED + 1] = {false};  /* and one has ended */

    cut = cut || size >= CUT_FROM;
    /*@ loop invariant 0 <= at <= size;
        loop assigns at, begins[0 .. MAX_FOLDED], ends[0 .. MAX_FOLDED];
        loop variant size - at; */
    for (size_t at = 0; at < size; at++) {
        if (ends[at] && is_filler(text + at, size - at))
            return true;
        if (begins[at] && at > 0 && cut && is_stump(text + at, size - at))
            return true;
        if (begins[at])
            take_words(text, size, at, begins, ends);
    }
    return begins[size];
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool string_is_words(const uint8_t *text, size_t size, bool cut)
{
    return size > 0 && size <= MAX_FOLDED && begins_with_word(text, size) &&
           is_all_words(text, size, cut);
}
