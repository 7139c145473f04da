/*
 * Makers of memory by JEDEC's identification codes. JEDEC publishes who has which code as JEP106,
 * free of charge; here are those that make memory modules, their chips, buffers and power supplies.
 * SPDX-License-Identifier: MIT
 */
#include "schema/jedec.h"

#include "smbios/bytes.h"

enum { CONTINUATION = 0x7F, LAST_BANK = 16, MAX_BYTES = 8 };

static const struct {
    uint8_t bank, code;
    const char *name;
} makers[] = {
    /* Banks in rising order. */
    {1, 0x01, "AMD"},
    {1, 0x04, "Fujitsu"},
    {1, 0x07, "Hitachi"},
    {1, 0x10, "NEC"},
    {1, 0x1C, "Mitsubishi"},
    {1, 0x20, "STMicroelectronics"},
    {1, 0x2C, "Micron Technology"},
    {1, 0x40, "ProMOS"},
    {1, 0x89, "Intel"},
    {1, 0x97, "Texas Instruments"},
    {1, 0x98, "Kioxia (Toshiba)"},
    {1, 0xA4, "IBM"},
    {1, 0xAD, "SK hynix"},
    {1, 0xB3, "Renesas (IDT)"},
    {1, 0xC1, "Infineon"},
    {1, 0xCE, "Samsung"},
    {1, 0xDA, "Winbond"},
    {2, 0x4F, "Transcend"},
    {2, 0x7A, "Apacer"},
    {2, 0x94, "SMART Modular"},
    {2, 0x98, "Kingston"},
    {3, 0x9E, "Corsair"},
    {3, 0xFE, "Elpida"},
    {4, 0x0B, "Nanya"},
    {5, 0x43, "Ramaxel"},
    {5, 0xB3, "Inphi"},
    {5, 0xCB, "ADATA"},
    {5, 0xCD, "G.Skill"},
    {5, 0xEF, "Team Group"},
    {6, 0x02, "Patriot Memory"},
    {6, 0x51, "Qimonda"},
    {6, 0x9B, "Crucial"},
    {7, 0x32, "Montage Technology"},
    {7, 0xF1, "Innodisk"},
    {9, 0x13, "Gloway"},
    {10, 0xF7, "Netac"},
    {11, 0x02, "KingSpec"},
    {11, 0x8C, "Richtek"},
    {11, 0x91, "CXMT"},
    {12, 0x2A, "Monolithic Power Systems"},
};

enum { MAKERS = sizeof makers / sizeof makers[0] };

/*@ assigns \nothing;
    ensures \result == \null || valid_read_string(\result); */
const char *jedec_maker(unsigned bank, uint8_t code)
{
    /* Codes have an odd number of ones, so none is 0. */
    if (code == 0)
        return NULL;
    /*@ loop invariant 0 <= i <= MAKERS;
        loop assigns i;
        loop variant MAKERS - i; */
    for (size_t i = 0; i < MAKERS && makers[i].bank <= bank; i++)
        if (makers[i].bank == bank && makers[i].code == code)
            return makers[i].name;
    return NULL;
}

/* The bytes that the digits write, at least two; returns how many, 0 if it is a different text. */
/*@ requires readable(text, size) && \valid(bytes + (0 .. MAX_BYTES - 1));
    requires \separated(text + (0 .. size - 1), bytes + (0 .. MAX_BYTES - 1));
    assigns bytes[0 .. MAX_BYTES - 1];
    ensures \result == 0 || 2 <= \result <= MAX_BYTES; */
static size_t read_bytes(const uint8_t *text, size_t size, uint8_t bytes[MAX_BYTES])
{
    /*@ loop invariant 0 <= size <= \at(size, Pre);
        loop assigns size;
        loop variant size; */
    while (size > 0 && text[size - 1] == ' ')
        size--;
    if (size > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        text += 2;
        size -= 2;
    }
    if (size < 4 || size % 2 != 0 || size > 2 * (size_t)MAX_BYTES)
        return 0;
    /*@ loop invariant 0 <= i <= size / 2;
        loop assigns i, bytes[0 .. MAX_BYTES - 1];
        loop variant size / 2 - i; */
    for (size_t i = 0; i < size / 2; i++) {
        int high = byte_hex_value(text[2 * i]), low = byte_hex_value(text[2 * i + 1]);

        if (high < 0 || low < 0)
            return 0;
        bytes[i] = (uint8_t)(16 * high + low);
    }
    return size / 2;
}

/*@ requires readable(text, size);
    assigns \nothing;
    ensures \result == \null || valid_read_string(\result); */
const char *jedec_maker_of_text(const uint8_t *text, size_t size)
{
    uint8_t bytes[MAX_BYTES] = {0};
    size_t count = read_bytes(text, size, bytes), bank = 0;

    if (count == 0)
        return NULL;
    /*@ loop invariant 0 <= bank <= count;
        loop assigns bank;
        loop variant count - bank; */
    while (bank < count && bytes[bank] == CONTINUATION)
        bank++;
    if (bank > 0)
        return bank < count ? jedec_maker((unsigned)bank + 1, bytes[bank]) : NULL;
    if ((bytes[0] & 0x7F) < LAST_BANK && bytes[1] != 0)
        return jedec_maker((bytes[0] & 0x7FU) + 1, bytes[1]);
    return bytes_all(bytes + 1, count - 1, 0x00) ? jedec_maker(1, bytes[0]) : NULL;
}
