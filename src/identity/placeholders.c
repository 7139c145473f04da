/*
 * The list of placeholders, as data: UUIDs that no rule catches, and what stands where a serial
 * number should. An entry needs a sighting on many machines or in a list kept for that reason.
 * SPDX-License-Identifier: MIT
 *
 * UUIDs are compared in canonical form, so that one entry covers both byte orders; strings by
 * their letters and digits, whole: a serial number that merely contains an entry is a real one.
 */
#include "identity/placeholders.h"

#include <stddef.h>

const struct placeholder placeholder_uuids[] = {
    /* Written by hand: somebody meant to replace it. */
    {"00112233-4455-6677-8899-aabbccddeeff", "the SMBIOS specification's own example"},
    {"01234567-89ab-cdef-0123-456789abcdef", "a list of placeholders (Python)"},
    {"07090201-0103-0301-0807-060504030201", "FreeBSD rc.d/hostid"},
    {"10000000-0000-8000-0040-000000000000", "osquery"},
    {"11111111-2222-3333-4444-555555555555", "FreeBSD rc.d/hostid"},
    {"12345678-1234-5678-1234-567812345678", "two inventory agents (Go)"},
    {"12345678-1234-5678-90ab-cddeefaabbcc", "FOG; Insyde's default"},
    {"4c4c4544-0000-1010-8010-c4c04f313233", "two inventory agents (Go): Dell's default"},
    {"deadbeef-dead-beef-dead-beefdeadbeef", "tests of an SMBIOS reader (Python)"},

    /* What happened to be in memory. */
    {"00000011-4918-8015-bf5a-888888888788", "duplicates reported by SCCM users"},
    {"00445644-0000-0000-2f64-65762f737230", "GLPI's agent, Chef's ohai: \"DVD\", \"/dev/sr0\""},

    /* One random UUID for a whole series, or for every clone of an image. */
    {"4203018e-580f-c1b5-9525-b745ceca79eb", "oshi: every hosted macOS runner of GitHub"},
    {"6ab5b300-538d-1014-9fb5-b0684d007b53", "GLPI"},
    {"890e2d14-cacd-45d1-ae66-bc80e8bfeb0f", "FreeBSD rc.d/hostid: a series of boards"},
    {"8e275844-178f-44a8-aceb-a7d7e5178c63", "FreeBSD rc.d/hostid: a series of boards"},
    {"dc698397-fa54-4cf2-82c8-b1b5307a6a7f", "FreeBSD rc.d/hostid: a series of boards"},
    {NULL, NULL},
};

const struct placeholder placeholder_serials[] = {
    /* To be filled in by somebody else. */
    {"To Be Filled By O.E.M.", "GLPI, FOG, assisted-installer-agent"},
    {"To be filled", "hw-probe"},
    {"Fill By OEM", "dumps of GLPI's agent, OCS, u-root"},
    {"Default string", "GLPI, FOG, assisted-installer-agent"},
    {"default", "hw-probe, systeminformation"},
    {"customer", "hw-probe"},
    {"generic", "hw-probe"},
    {"reserved", "hw-probe"},

    /* The field's own name. */
    {"System Serial Number", "GLPI"},
    {"SystemSerialNumb", "GLPI"},
    {"OEM_Serial", "GLPI"},
    {"Base Board Serial Number", "FOG"},
    {"Type2 - Board Serial Number", "FOG"},
    {"MB serial number", "hw-probe"},
    {"PCA serial", "hw-probe"},
    {"PCA_number.ACC", "assisted-installer-agent: HPE ProLiant Gen11"},
    {"Chassis Serial Number", "GLPI's agent"},
    {"Serial Number xxxxxx", "GLPI"},
    {"unspecified system serial number", "assisted-installer-agent: NVIDIA BlueField"},
    {"unspecified base board serial number", "assisted-installer-agent: NVIDIA BlueField"},
    {"Unspecified Chassis Board Serial Number", "NVIDIA's infrastructure controller: BlueField"},
    {"No Asset Tag", "GLPI's agent; Parallels writes it as a chassis' serial number"},

    /* Words for nothing. */
    {"N/A", "GLPI, OCS, inxi"},
    {"None", "GLPI, MAAS, assisted-installer-agent"},
    {"NULL", "hw-probe; dumps of GLPI's agent, OCS, u-root"},
    {"(null string)", "GLPI"},
    {"no string", "hw-probe"},
    {"empty", "GLPI, hw-probe, inxi"},
    {"Not Specified", "GLPI, OCS, assisted-installer-agent: Linode"},
    {"Not Present", "GLPI's agent, OCS"},
    {"Not Available", "GLPI's agent"},
    {"Not Applicable", "FOG"},
    {"Not Installed", "GLPI's agent"},
    {"not defined", "hw-probe"},
    {"not set", "inxi"},
    {"does not exist", "hw-probe"},
    {"undefined", "hw-probe"},
    {"unde", "hw-probe"},
    {"Unknown", "GLPI, OCS, assisted-installer-agent"},
    {"Unknown (0)", "hw-probe"},
    {"Unknow", "GLPI"},
    {"uknown", "hw-probe"},
    {"unkn", "hw-probe"},
    {"Other", "inxi"},
    {"INVALID", "GLPI, hw-probe"},
    {"error", "hw-probe"},
    {"<BAD INDEX>", "GLPI's agent, OCS, inxi"},
    {"<OUT OF SPEC>", "GLPI's agent, OCS, inxi"},
    {"<OUT OF SPEC><OUT OF SPEC>", "OCS"},

    /* Digits typed in a row, with something before or behind. */
    {"SYS-1234567890", "GLPI"},
    {"SYS-9876543210", "GLPI"},
    {"SN-12345", "GLPI"},
    {"SN-1234567890", "GLPI"},
    {"SN-123456fvgv3i0b8o5n6n7k", "GLPI"},
    {"MB-1234567890", "GLPI"},
    {"BSN12345678901234567", "dumps of GLPI's agent, OCS, u-root"},
    {"BSS-0123456789", "MSI Modern 15 A10M"},
    {"123456789000", "GLPI"},

    /* Words of one vendor. */
    {"EVAL", "GLPI"},
    {"IATPASS", "GLPI"},
    {"Tulip Computers", "GLPI"},
    {".PCIE2", "FOG"},
    {"DEADBEEF", "dumps of GLPI's agent, OCS, u-root"},
    {NULL, NULL},
};
