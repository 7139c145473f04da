/*
 * The frame of every command's JSON.
 * SPDX-License-Identifier: MIT
 */
#include "library/answer.h"

#include "library/version.h"

static void put_error(struct json *json, hwident *h, int err)
{
    if (err == HWIDENT_OK) {
        json_null(json, "error");
        return;
    }
    json_object(json, "error");
    json_signed(json, "code", hwident_error_exit(err));
    json_string(json, "tag", hwident_error_tag(err));
    json_string(json, "message", hwident_cause(h, err));
    json_string(json, "remedy", hwident_remedy(h, err));
    json_end(json);
}

static void put_source(struct json *json, const hwident *h)
{
    char version[VERSION_SIZE];

    if (hwident_provenance(h) == HWIDENT_PROVENANCE_NONE) {
        json_null(json, "source");
        return;
    }
    version_text(h, version);
    json_object(json, "source");
    json_string(json, "path", hwident_source(h));
    json_string(json, "provenance", hwident_provenance_name(hwident_provenance(h)));
    json_string(json, "smbios_version", hwident_smbios_version(h) ? version : NULL);
    json_string(json, "version_from", hwident_smbios_version_from(h));
    json_end(json);
}

void answer_begin(struct answer *a, int err)
{
    json_begin(&a->json, a->out);
    json_object(&a->json, NULL);
    json_string(&a->json, "schema", "hwident-json/1");
    json_string(&a->json, "command", a->command);
    put_error(&a->json, a->h, err);
    put_source(&a->json, a->h);
}

void answer_end(struct answer *a)
{
    json_end(&a->json);
    page_char(a->out, '\n');
}

int answer_error(struct answer *a, int err)
{
    listener_tell(a->listener, a->h, NO_OPERAND, err);
    answer_begin(a, err);
    answer_end(a);
    return err;
}
