/*
 * Metrics in Prometheus' text format, as node_exporter's textfile collector reads them.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_CLI_PROMETHEUS_H
#define HWIDENT_CLI_PROMETHEUS_H

#include <stdio.h>

/* A sample that is being printed, label by label. */
struct metric {
    FILE *out;
    size_t labels;
};

/* Prints the lines that come before the samples of a gauge. */
void metric_gauge(FILE *out, const char *name, const char *help);

/* Prints one sample: begin, its labels, end. Bytes that are not UTF-8 become U+FFFD. */
void metric_begin(struct metric *metric, FILE *out, const char *name);
void metric_label(struct metric *metric, const char *label, const char *value);
void metric_end(struct metric *metric, unsigned long value);

#endif
