/*
 * The command at the end: as little as a process can be.
 * SPDX-License-Identifier: MIT
 */
int main(void)
{
    return 0;
}
