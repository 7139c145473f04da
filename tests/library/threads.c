/*
 * Four threads, each with handles of its own, do everything at the same time and get the results of the
 * first.
 * The argument is a dump file. Run under ThreadSanitizer.
 * SPDX-License-Identifier: MIT
 */
#include <hwident.h>

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { THREADS = 4, ROUNDS = 8 };

static const char app[] = "com.example.threads";

struct work {
    const char *dump;
    uint64_t found;
    int err;
};

/* A hash of all results (FNV-1a). */
static void add(uint64_t *found, const char *text)
{
    for (; text && *text; text++)
        *found = (*found ^ (unsigned char)*text) * 0x100000001B3;
}

static int visit(void *context, const struct hwident_field *field)
{
    add(context, field->key);
    add(context, field->text);
    return 0;
}

/* Every command that has JSON; the dump is not written, as its folder is missing. */
static void add_json(uint64_t *found, hwident *h, const char *code)
{
    const char *const keyword = "system-uuid", *const file = "/nowhere/dump";
    const struct {
        const char *command, *const *operand;
    } rows[] = {{"summary", NULL}, {"show", NULL},   {"explain", NULL}, {"lint", NULL},
                {"code", NULL},    {"match", &code}, {"get", &keyword}, {"dump", &file}};

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct hwident_request request = {.size = sizeof request,
                                                .operands = rows[i].operand,
                                                .operand_count = rows[i].operand ? 1 : 0,
                                                .app = app};
        const char *json;
        int err = hwident_json(h, rows[i].command, &request, &json, NULL);

        add(found, json);
        add(found, hwident_error_tag(err));
    }
}

static int look(const char *dump, uint64_t *found)
{
    const struct hwident_component *component;
    const struct hwident_virtual *vm;
    char code[HWIDENT_CODE_SIZE] = "";
    enum hwident_verdict verdict;
    const char *key, *value;
    hwident *h;
    int err = hwident_open_dump(dump, &h);

    *found = 0xCBF29CE484222325;
    for (size_t n = 0; !err && (key = hwident_keyword(n)); n++) {
        (void)hwident_value(h, key, &value);
        add(found, value);
    }
    if (!err)
        err = hwident_code(h, app, NULL, 0, code, sizeof code);
    if (!err)
        err = hwident_match(h, code, app, NULL, 0, &verdict);
    if (!err)
        err = hwident_component(h, HWIDENT_PROFILE_SYSTEM, &component);
    if (!err)
        err = hwident_virtual(h, &vm);
    if (!err) {
        add(found, code);
        add(found, hwident_verdict_name(verdict));
        add(found, component->rule);
        add(found, vm->name);
        HWIDENT_FOR_EACH(hwident_table(h), structure)
        (void)hwident_fields(h, &structure, visit, found);
    }
    if (!err)
        add_json(found, h, code);
    add(found, hwident_why(h, err));
    hwident_close(h);
    return err;
}

static void *run(void *context)
{
    struct work *work = context;

    for (int i = 0; i < ROUNDS && !work->err; i++)
        work->err = look(work->dump, &work->found);
    return NULL;
}

int main(int argc, char **argv)
{
    struct work work[THREADS] = {{0}};
    pthread_t thread[THREADS];
    uint64_t expected = 0;
    int wrong = argc > 1 ? look(argv[1], &expected) : -1;

    for (int i = 0; i < THREADS; i++) {
        work[i].dump = argc > 1 ? argv[1] : "";
        wrong |= pthread_create(&thread[i], NULL, run, &work[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        (void)pthread_join(thread[i], NULL);
        wrong |= work[i].err | (work[i].found != expected);
    }
    printf("%s\n", wrong ? "FAIL a thread found something else" : "passed: threads");
    return wrong != 0;
}
