/* Prints every memory device that holds a module: where it is, size, speed and part number. */
#include <hwident.h>
#include <stdio.h>
#include <string.h>

static const char *const keys[] = {"device_locator", "size_bytes", "speed_mt_s", "part_number"};
struct module {
    char text[4][64];
    unsigned long long bytes;
};

static int take(void *context, const struct hwident_field *field)
{
    struct module *module = context;

    for (int i = 0; i < 4; i++)
        if (field->depth == 0 && field->key && strcmp(field->key, keys[i]) == 0)
            snprintf(module->text[i], sizeof module->text[i], "%s", field->text);
    if (field->key && strcmp(field->key, "size_bytes") == 0)
        module->bytes = field->number;
    return 0;
}

int main(int argc, char **argv)
{
    hwident *h;
    int err = hwident_open(argc > 1 ? argv[1] : NULL, &h);

    if (err)
        return fprintf(stderr, "%s\n", hwident_why(h, err)), hwident_error_exit(err);
    HWIDENT_FOR_EACH_OF(hwident_table(h), 17, device)
    {
        struct module m = {0};
        if (hwident_fields(h, &device, take, &m) == 0 && m.bytes > 0)
            printf("%s: %s, %s, %s\n", m.text[0], m.text[1], m.text[2], m.text[3]);
    }
    hwident_close(h);
    return 0;
}
