# made_up FOLDER: the tables of testdata/qemu-seabios.bin where the kernel's could be: files that
# everybody can read, and that are left alone, since they are not the kernel's.
# SPDX-License-Identifier: MIT
made_up() {
    mkdir -p "$1"
    head -c 31 /tmp/tree/testdata/qemu-seabios.bin >"$1/smbios_entry_point"
    tail -c +33 /tmp/tree/testdata/qemu-seabios.bin >"$1/DMI"
    code=$(HWIDENT_TABLES=$1 $ask)
}

# shellcheck disable=SC2034 # for the stories
tables=/sys/firmware/dmi/tables UUID=b6f1a2c4-53d7-4e09-9a1e-7c30d2f48e65 \
    ask='hwident code --app com.example.app'
