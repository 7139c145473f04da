/*
 * Metrics in Prometheus' text format.
 * SPDX-License-Identifier: MIT
 */
#include "cli/prometheus.h"

#include "library/words.h"

#include <stdlib.h>
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

/* The three characters that the format gives a meaning inside a label's value. */
static void print_escaped(FILE *out, const char *value)
{
    for (; *value; value++)
        if (*value == '\n')
            fputs("\\n", out);
        else if (*value == '"' || *value == '\\')
            fprintf(out, "\\%c", *value);
        else
            putc(*value, out);
}

void metric_label(struct metric *metric, const char *label, const char *value)
{
    size_t size = strlen(value);
    char *text = malloc(size * UTF8_REPLACEMENT_SIZE + 1);

    fprintf(metric->out, "%c%s=\"", metric->labels++ == 0 ? '{' : ',', label);
    if (text) {
        (void)utf8_repair((const uint8_t *)value, size, text);
        print_escaped(metric->out, text);
    }
    putc('"', metric->out);
    free(text);
}

void metric_end(struct metric *metric, unsigned long value)
{
    fprintf(metric->out, "%s %lu\n", metric->labels > 0 ? "}" : "", value);
}
