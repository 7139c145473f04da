/*
 * Strings made only of words that name a field or say that there is nothing.
 * SPDX-License-Identifier: MIT
 */
#include "identity/string_words.h"

#include "identity/string_runs.h"

#include <string.h>

static const char *const words[] = {
    /* Names of fields, and of the parts of a machine that have them. */
    "system", "sys", "base", "board", "baseboard", "mb", "motherboard", "mainboard", "main",
    "mother", "chassis", "enclosure", "case", "product", "prod", "computer", "machine", "notebook",
    "laptop", "desktop", "server", "platform", "device", "hardware", "bios", "processor", "cpu",
    "memory", "dimm", "slot", "bank", "bay", "unit", "pca", "pcb", "serial", "serialnumb", "ser",
    "number", "num", "numb", "no", "nr", "sn", "uuid", "guid", "id", "identifier", "asset", "tag",
    "assettag", "oem", "odm", "sku", "part", "partnum", "pn", "model", "name", "version", "ver",
    "rev", "revision", "manufacturer", "manufacture", "mfg", "mfr", "vendor", "supplier", "family",
    "type", "config", "configuration", "project", "location", "feature", "field", "string", "text",
    "value", "data", "info", "information", "code", "date", "label", "customer", "user", "owner",
    "company", "organization", "barcode", "sticker",
    /* Words for nothing, for something else, and for something still to be done. */
    "none", "null", "nil", "na", "nan", "unknown", "unknow", "unkown", "uknown", "unkn",
    "undefined", "undefine", "undef", "unspecified", "unassigned", "unavailable", "unset", "unused",
    "uninitialized", "unprogrammed", "untagged", "unidentified", "empty", "blank", "void",
    "missing", "invalid", "illegal", "bad", "index", "error", "fail", "failed", "not", "non",
    "specified", "set", "settable", "present", "available", "avail", "applicable", "installed",
    "defined", "define", "determined", "assigned", "provided", "populated", "programmed",
    "initialized", "entered", "found", "exist", "exists", "recorded", "supported", "support",
    "required", "supplied", "given", "implemented", "yet", "does", "is", "be", "been", "to", "by",
    "of", "or", "and", "the", "for", "in", "at", "will", "has", "have", "this", "your", "here",
    "fill", "filled", "filed", "enter", "insert", "change", "changeme", "me", "replace", "write",
    "update", "updated", "please", "tbd", "tba", "tbs", "tbf", "todo", "fixme", "placeholder",
    "dummy", "fake", "sample", "example", "test", "testing", "demo", "demonstration", "temp",
    "temporary", "generic", "standard", "default", "reserved", "reserve", "other", "others",
    "custom", "normal", "general", "common", "all", "any", "every", "only", "read", "out", "spec",
    "specification", "eval", "evaluation", "engineering", "preproduction", "prototype", "factory",
    "initial", "original", "random", "deadbeef", "cafebabe", "foo", "bar", "foobar", "nothing",
    "nope", "used", "configured", "unconfigured", "stored", "written", "detected", "readable",
    "allocated", "unknwon", "more", "evt", "dvt", "pvt", "lorem", "ipsum", "qwerty", "qwertz",
    "azerty", "asdf", "asdfgh", "zxcv",
    /* The same in German, French, Spanish, Portuguese, Italian, Dutch and others. */
    "unbekannt", "kein", "keine", "nicht", "angegeben", "verfuegbar", "vorhanden", "gesetzt",
    "leer", "nummer", "angabe", "standardtext", "inconnu", "inconnue", "aucun", "aucune", "vide",
    "numero", "serie", "specifie", "defini", "renseigne", "defaut", "par", "de", "desconocido",
    "ninguno", "especificado", "disponible", "definido", "defecto", "predeterminado",
    "desconhecido", "nenhum", "informado", "nao", "padrao", "sconosciuto", "nessuno", "specificato",
    "disponibile", "seriale", "onbekend", "geen", "niet", "opgegeven", "beschikbaar", "nieznany",
    "brak", "neznamy", "okand", "ukendt", "ukjent", "tuntematon", "ismeretlen", "bilinmiyor",
    "neizvestno"};

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

/* Whether the text is the beginning of a word. */
/*@ requires readable(text, size);
    assigns \nothing; */
static bool is_stump(const uint8_t *text, size_t size)
{
    /*@ loop invariant 0 <= w <= WORDS;
        loop assigns w;
        loop variant WORDS - w; */
    for (size_t w = 0; w < WORDS; w++)
        if (size >= STUMP && text[0] == (uint8_t)words[w][0] && size < strlen(words[w]) &&
            bytes_equal(text, (const uint8_t *)words[w], size))
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
    for (size_t w = 0; w < WORDS; w++) {
        size_t end;

        if (text[at] != (uint8_t)words[w][0] || !bytes_are(text, size, at, words[w]))
            continue;
        end = at + strlen(words[w]);
        begins[end] = ends[end] = true;
        if (end - at > ABBREVIATION && end < size && byte_is_digit(text[end]))
            begins[end + 1] = true;
    }
}

/*@ requires readable(text, size);
    assigns \nothing; */
bool string_is_words(const uint8_t *text, size_t size, bool cut)
{
    bool begins[MAX_FOLDED + 1] = {true}; /* a word may begin here */
    bool ends[MAX_FOLDED + 1] = {false};  /* and one has ended */

    if (size > MAX_FOLDED)
        return false;
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
