/*
 * Metrics in Prometheus' text format.
 * SPDX-License-Identifier: MIT
 */
#include "cli/prometheus.h"

#include "library/words.h"

#include <string.h>

void metric_gauge(FILE *out, const char *name, const char *help)
{
    fprintf(out, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name);
}

void metric_begin(struct metric *metric, FILE *out, const char *name)
{
    *metric = (struct metric){.out = out};
    fputs(name, out);
}

/* Escapes the characters that have a meaning in a label's value. */
static void print_character(FILE *out, const char *bytes, size_t size)
{
    if (*bytes == '\n')
        fputs("\\n", out);
    else if (*bytes == '"' || *bytes == '\\')
        fprintf(out, "\\%c", *bytes);
    else
        fprintf(out, "%.*s", (int)size, bytes);
}

/* Bytes that are not UTF-8 become U+FFFD. */
void metric_label(struct metric *metric, const char *label, const char *value)
{
    fprintf(metric->out, "%c%s=\"", metric->labels++ == 0 ? '{' : ',', label);
    for (size_t left = strlen(value), size; left > 0; value += size, left -= size) {
        size = utf8_character((const uint8_t *)value, left);
        if (size > 0)
            print_character(metric->out, value, size);
        else
            fputs(UTF8_REPLACEMENT, metric->out);
        size = size > 0 ? size : 1;
    }
    putc('"', metric->out);
}

void metric_end(struct metric *metric, unsigned long value)
{
    fprintf(metric->out, "%s %lu\n", metric->labels > 0 ? "}" : "", value);
}
