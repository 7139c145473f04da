/*
 * The environment of this process.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_VARIABLE_H
#define HWIDENT_HOST_VARIABLE_H

/*
 * The value of a variable; NULL if it is not set. As getenv, but a Kubernetes pod may have hundreds of
 * variables, for each of which musl's getenv calls a function.
 */
const char *variable_value(const char *name);

#endif
