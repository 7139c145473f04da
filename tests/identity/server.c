/*
 * A licence server's use of the library: checks codes without any hardware. The suite links it
 * with src/smbios, src/identity and mbedTLS alone.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include <stdio.h>
#include <string.h>

/* The code that the customer's machine sent when the licence was made. */
static const char stored[] = "hw1s-zk9c14scsspe8y3p4wv70cwc0nhtpxjpv";

int main(void)
{
    static const uint8_t serial[] = {'S', 'N', '4', '2'};
    char typed[HWIDENT_CODE_SIZE], derived[HWIDENT_CODE_SIZE];
    struct hwident_component component;
    size_t where;

    /* A code that was dictated on the telephone is the same code. */
    if (hwident_code_parse("HW1S ZK9C I4SC SSPE 8Y3P 4WV7 OCWC ONHT PXJP V", typed, &where) ||
        strcmp(typed, stored) != 0)
        return 1;
    /* The serial number on the delivery note gives the code too. */
    if (hwident_component_grade('s', serial, sizeof serial, 0, &component) ||
        hwident_grade_refusal(component.grade, true) ||
        hwident_code_derive('s', component.value, component.size, "com.example.app", NULL, 0,
                            derived) ||
        strcmp(derived, stored) != 0)
        return 1;
    puts("licensed");
    return 0;
}
