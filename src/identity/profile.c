/*
 * The profiles: a new one is a row here and a letter in HWIDENT_PROFILES.
 * SPDX-License-Identifier: MIT
 */
#include "identity/profile.h"

#include "identity/system_types.h"

const struct profile profiles[PROFILES] = {
    {'u', SYSTEM, "system UUID"},
    {'s', SYSTEM, "system serial number"},
    {'b', BASE_BOARD, "base board serial number"},
    {'c', CHASSIS, "chassis serial number"},
};

/*@ requires \forall integer i; 0 <= i < PROFILES ==> profiles[i].letter != 0;
    assigns \nothing;
    ensures \result <= PROFILES;
    ensures letter == 0 ==> \result == PROFILES; */
size_t profile_row(char letter)
{
    size_t row = 0;

    /*@ loop invariant 0 <= row <= PROFILES;
        loop assigns row;
        loop variant PROFILES - row; */
    while (row < PROFILES && profiles[row].letter != letter)
        row++;
    return row;
}

/*@ assigns \nothing; */
const char *hwident_profile_name(char profile)
{
    size_t row = profile_row(profile);

    return row < PROFILES ? profiles[row].name : NULL;
}
