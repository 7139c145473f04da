/*
 * The command line of hwident-prepare.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_PREPARE_ARGUMENTS_H
#define HWIDENT_PREPARE_ARGUMENTS_H

#include "prepare/grant.h"

enum { ADD_GROUPS_MAX = 64 };

struct options {
    struct grant_request grant;
    bool gid_given;   /* grant.gid is from group:GID or --copy-group */
    const char *user; /* from --user or --user-env's variable; NULL: don't change user */
    uint32_t add_groups[ADD_GROUPS_MAX];
    unsigned add_groups_count;
    bool require_groups;
    bool allow_root;
    bool if_root;
    bool keep_env;
    bool own_stdio;
    bool no_new_privs;
    const char *user_env;
    char *const *command; /* NULL: none */
};

/* Reads them, or ends the process: with 0 for --help and --version, else with a usage error. */
void options_read(int argc, char *const *argv, struct options *options);

#endif
