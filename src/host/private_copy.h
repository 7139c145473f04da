/*
 * The file names of the private copy that hwident-prepare makes and readers trust for one boot.
 * SPDX-License-Identifier: MIT
 */
#ifndef HWIDENT_HOST_PRIVATE_COPY_H
#define HWIDENT_HOST_PRIVATE_COPY_H

#define COPY_FOLDER       "/run/hwident/tables"
#define FILE_BOOT_ID      "boot_id" /* beside the two files of the tables */
#define BOOT_ID_OF_KERNEL "/proc/sys/kernel/random/boot_id"

enum { BOOT_ID_SIZE = 37 }; /* its 36 characters and the closing zero */

/*
 * Where a copy's folder is. A copy counts in memory or on the file system of /, which only root
 * mounts; never on FUSE, where an ordinary user can make any file look like root's.
 */
enum copy_home {
    COPY_HOME_MEMORY,
    COPY_HOME_ROOT,
    COPY_HOME_OTHER,
    COPY_HOME_UNKNOWN, /* a call failed; errno kept */
};
enum copy_home copy_home(int folder);

#endif
