/*
 * The list of placeholders, as data: UUIDs that no rule catches, and what stands where a serial
 * number should. An entry needs a sighting on many machines or in a list kept for that reason.
 * SPDX-License-Identifier: MIT
 *
 * UUIDs are compared in canonical form, so that one entry covers both byte orders; strings by
 * their letters and digits, whole: a serial number that merely contains an entry is a real one.
 * Rows are never taken out, and new ones come with a new rule set: a licence that was issued stays.
 * placeholders.awk checks all of this at build.
 *
 * Sum: 599196
 */
#include "identity/placeholders.h"

#include <stddef.h>

const struct placeholder placeholder_uuids[] = {
    /* Written by hand: somebody meant to replace it. */
    {1, "00112233-4455-6677-8899-aabbccddeeff", "the SMBIOS specification's own example"},
    {1, "01234567-89ab-cdef-0123-456789abcdef", "a list of placeholders (Python)"},
    {1, "07090201-0103-0301-0807-060504030201", "FreeBSD rc.d/hostid"},
    {1, "10000000-0000-8000-0040-000000000000", "osquery"},
    {1, "11111111-2222-3333-4444-555555555555", "FreeBSD rc.d/hostid"},
    {1, "12345678-1234-5678-1234-567812345678", "two inventory agents (Go)"},
    {1, "12345678-1234-5678-90ab-cddeefaabbcc", "FOG; Insyde's default"},
    {1, "4c4c4544-0000-1010-8010-c4c04f313233", "two inventory agents (Go): Dell's default"},
    {1, "deadbeef-dead-beef-dead-beefdeadbeef", "tests of an SMBIOS reader (Python)"},

    /* What happened to be in memory. */
    {1, "00000011-4918-8015-bf5a-888888888788", "duplicates reported by SCCM users"},
    {1, "00445644-0000-0000-2f64-65762f737230", "GLPI's agent, Chef's ohai: \"DVD\", \"/dev/sr0\""},

    /* One random UUID for a whole series, or for every clone of an image. */
    {1, "4203018e-580f-c1b5-9525-b745ceca79eb", "oshi: every hosted macOS runner of GitHub"},
    {1, "6ab5b300-538d-1014-9fb5-b0684d007b53", "GLPI"},
    {1, "890e2d14-cacd-45d1-ae66-bc80e8bfeb0f", "FreeBSD rc.d/hostid: a series of boards"},
    {1, "8e275844-178f-44a8-aceb-a7d7e5178c63", "FreeBSD rc.d/hostid: a series of boards"},
    {1, "dc698397-fa54-4cf2-82c8-b1b5307a6a7f", "FreeBSD rc.d/hostid: a series of boards"},

    /* Published as examples, and copied. */
    {2, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "RFC 4122: the name space of DNS"},
    {2, "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "RFC 4122: the name space of URLs"},
    {2, "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "RFC 4122: the name space of OIDs"},
    {2, "6ba7b814-9dad-11d1-80b4-00c04fd430c8", "RFC 4122: the name space of X.500"},
    {2, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "RFC 4122: its example"},
    {2, "7d444840-9dc0-11d1-b245-5ffdce74fad2", "RFC 4122: its example of a version 1"},
    {2, "e902893a-9d22-3c7e-a7b8-d6e313b71d9f", "RFC 4122: its example of a version 3"},
    {2, "c232ab00-9414-11ec-b3c8-9f6bdeced846", "RFC 9562: its example of a version 1"},
    {2, "5df41881-3aed-3515-88a7-2f4a814cf09e", "RFC 9562: its example of a version 3"},
    {2, "919108f7-52d1-4320-9bac-f847db4148a8", "RFC 9562: its example of a version 4"},
    {2, "2ed6657d-e927-568b-95e1-2665a8aea6a2", "RFC 9562: its example of a version 5"},
    {2, "1ec9414c-232a-6b00-b3c8-9f6bdeced846", "RFC 9562: its example of a version 6"},
    {2, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "RFC 9562: its example of a version 7"},
    {2, "550e8400-e29b-41d4-a716-446655440000", "the example of countless manuals"},
    {2, "123e4567-e89b-12d3-a456-426614174000", "Wikipedia's example"},
    {2, "123e4567-e89b-12d3-a456-426655440000", "Wikipedia's example, before"},
    {2, "f47ac10b-58cc-4372-a567-0e02b2c3d479", "the example of countless manuals"},
    {2, "4dea22b3-1d52-d8f3-2516-782e98ab3fa0", "libvirt's manual of domains"},
    {2, "c7a5fdbd-edaf-9455-926a-d65c16db1809", "libvirt's examples of domains"},
    {2, "3e3fce45-4f53-4fa7-bb32-11f34168b82b", "libvirt's manual of UUIDs"},

    /* Compiled into the firmware that vendors start from. */
    {2, "25ef0280-ec82-42b0-8fb6-10adccc67c02", "EDK2 EmulatorPkg; Seattle, RPi3, i.MX6, A64"},
    {2, "9987fd42-907e-5446-1d7d-7da0109f60a1", "edk2-platforms: Sophgo SG2042"},
    {2, "b588ba40-adbd-4d68-a4b1-b850515e0b20", "edk2-platforms: AMD Cinnabar, Sunstone"},
    {2, "5879b2f2-e823-4c6d-830a-6f52935ea561", "edk2-platforms: AMD Quartz, Titanite, Volcano"},
    {2, "c3c04b5f-f675-470e-88b8-41760472d8c7", "edk2-platforms: AMD Shale"},
    {2, "8dc4291c-f3ca-4858-8c53-6adc6713eb34", "edk2-platforms: AMD Titanite"},
    {2, "8a95d198-7f46-11e5-bf8b-08002704d48e", "EDK2: Arm Juno, and SolidRun LX2160A from it"},
    {0, NULL, NULL},
};

const struct placeholder placeholder_serials[] = {
    /* To be filled in by somebody else. */
    {1, "To Be Filled By O.E.M.", "GLPI, FOG, assisted-installer-agent", 't'},
    {1, "To be filled", "hw-probe", 't'},
    {1, "Fill By OEM", "dumps of GLPI's agent, OCS, u-root", 'f'},
    {1, "Default string", "GLPI, FOG, assisted-installer-agent", 'd'},
    {1, "default", "hw-probe, systeminformation", 'd'},
    {1, "customer", "hw-probe", 'c'},
    {1, "generic", "hw-probe", 'g'},
    {1, "reserved", "hw-probe", 'r'},

    /* The field's own name. */
    {1, "System Serial Number", "GLPI", 's'},
    {1, "SystemSerialNumb", "GLPI", 's'},
    {1, "OEM_Serial", "GLPI", 'o'},
    {1, "Base Board Serial Number", "FOG", 'b'},
    {1, "Type2 - Board Serial Number", "FOG", 't'},
    {1, "MB serial number", "hw-probe", 'm'},
    {1, "PCA serial", "hw-probe", 'p'},
    {1, "PCA_number.ACC", "assisted-installer-agent: HPE ProLiant Gen11", 'p'},
    {1, "Chassis Serial Number", "GLPI's agent", 'c'},
    {1, "Serial Number xxxxxx", "GLPI", 's'},
    {1, "unspecified system serial number", "assisted-installer-agent: NVIDIA BlueField", 'u'},
    {1, "unspecified base board serial number", "assisted-installer-agent: NVIDIA BlueField", 'u'},
    {1, "Unspecified Chassis Board Serial Number", "NVIDIA's infrastructure controller: BlueField",
     'u'},
    {1, "No Asset Tag", "GLPI's agent; Parallels writes it as a chassis' serial number", 'n'},

    /* Words for nothing. */
    {1, "N/A", "GLPI, OCS, inxi", 'n'},
    {1, "None", "GLPI, MAAS, assisted-installer-agent", 'n'},
    {1, "NULL", "hw-probe; dumps of GLPI's agent, OCS, u-root", 'n'},
    {1, "(null string)", "GLPI", 'n'},
    {1, "no string", "hw-probe", 'n'},
    {1, "empty", "GLPI, hw-probe, inxi", 'e'},
    {1, "Not Specified", "GLPI, OCS, assisted-installer-agent: Linode", 'n'},
    {1, "Not Present", "GLPI's agent, OCS", 'n'},
    {1, "Not Available", "GLPI's agent", 'n'},
    {1, "Not Applicable", "FOG", 'n'},
    {1, "Not Installed", "GLPI's agent", 'n'},
    {1, "not defined", "hw-probe", 'n'},
    {1, "not set", "inxi", 'n'},
    {1, "does not exist", "hw-probe", 'd'},
    {1, "undefined", "hw-probe", 'u'},
    {1, "unde", "hw-probe", 'u'},
    {1, "Unknown", "GLPI, OCS, assisted-installer-agent", 'u'},
    {1, "Unknown (0)", "hw-probe", 'u'},
    {1, "Unknow", "GLPI", 'u'},
    {1, "uknown", "hw-probe", 'u'},
    {1, "unkn", "hw-probe", 'u'},
    {1, "Other", "inxi", 'o'},
    {1, "INVALID", "GLPI, hw-probe", 'i'},
    {1, "error", "hw-probe", 'e'},
    {1, "<BAD INDEX>", "GLPI's agent, OCS, inxi", 'b'},
    {1, "<OUT OF SPEC>", "GLPI's agent, OCS, inxi", 'o'},
    {1, "<OUT OF SPEC><OUT OF SPEC>", "OCS", 'o'},

    /* Digits typed in a row, with something before or after. */
    {1, "SYS-1234567890", "GLPI", 's'},
    {1, "SYS-9876543210", "GLPI", 's'},
    {1, "SN-12345", "GLPI", 's'},
    {1, "SN-1234567890", "GLPI", 's'},
    {1, "SN-123456fvgv3i0b8o5n6n7k", "GLPI", 's'},
    {1, "MB-1234567890", "GLPI", 'm'},
    {1, "BSN12345678901234567", "dumps of GLPI's agent, OCS, u-root", 'b'},
    {1, "BSS-0123456789", "MSI Modern 15 A10M", 'b'},
    {1, "123456789000", "GLPI", '1'},

    /* Words of one vendor. */
    {1, "EVAL", "GLPI", 'e'},
    {1, "IATPASS", "GLPI", 'i'},
    {1, "Tulip Computers", "GLPI", 't'},
    {1, ".PCIE2", "FOG", 'p'},
    {1, "DEADBEEF", "dumps of GLPI's agent, OCS, u-root", 'd'},

    /* One vendor's, that rules do not catch. */
    {2, "91.WTx00.xPxx", "ChromiumOS flex_id: the number of a model", '9'},
    {2, "5EKPM18320000397", "Huawei PC Manager's lists: one serial number on thousands of machines",
     '5'},
    {2, "32dfcb37-5af1-552b-357c-be8c3aa38310", "libvirt's example of a domain's serial number",
     '3'},
    {2, "UR00T1234", "dumps of GLPI's agent, OCS, u-root", 'u'},
    {2, "Sat May 05 22:08:37 2007", "Smolt's list of serial numbers that many machines have", 's'},
    {0, NULL, NULL},
};
