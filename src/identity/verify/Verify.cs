// Machine codes of hwident, version 1, by C#'s standard library, for licence servers to copy.
// SPDX-License-Identifier: MIT
using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

static class Verify
{
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    const string Profiles = " usbc";
    static readonly Encoding Latin1 = Encoding.GetEncoding(28591);
    static readonly char[] Blanks = Enumerable.Range(0, 0x21).Select(c => (char)c).ToArray();

    static int Double(int c)
    {
        return (c << 1) ^ (c >> 4) * 0x25;
    }

    static char Check(char profile, string digits)
    {
        int sum = digits.Aggregate(Profiles.IndexOf(profile), (c, d) => Double(c) ^ Alphabet.IndexOf(d));
        return Alphabet[Double(sum)];
    }

    static byte[] Hmac(byte[] key, byte[] data)
    {
        using (var hmac = new HMACSHA256(key))
            return hmac.ComputeHash(data);
    }

    static byte[] Smaller(byte[] value)
    {
        byte[] swapped = new[] {3, 2, 1, 0, 5, 4, 7, 6}.Select(i => value[i]).Concat(value.Skip(8)).ToArray();
        int at = Enumerable.Range(0, 15).FirstOrDefault(i => value[i] != swapped[i]);
        return value[at] < swapped[at] ? value : swapped;
    }

    // The code of a component's bytes: a UUID's 16 in either order, or a serial number's. The key may be empty.
    public static string Derive(char profile, byte[] value, string app, byte[] key)
    {
        value = profile == 'u' ? Smaller(value) : Latin1.GetBytes(Latin1.GetString(value).Trim(Blanks));
        byte[] head = {(byte)Profiles.IndexOf(profile), (byte)(value.Length >> 8), (byte)value.Length};
        string salt = "hwident/1" + (key.Length > 0 ? "\0" + Latin1.GetString(key) : "");
        string info = "app\0" + app + "\0" + profile + "\u0001";
        byte[] prk = Hmac(Latin1.GetBytes(salt), head.Concat(value).ToArray());
        byte[] okm = Hmac(prk, Latin1.GetBytes(info));
        var digits = new StringBuilder();
        for (int bit = 0; bit < 160; bit += 5)
        {
            int pair = okm[bit / 8] << 8 | okm[bit / 8 + 1];
            digits.Append(Alphabet[pair >> (11 - bit % 8) & 31]);
        }
        return "hw1" + profile + "-" + digits + Check(profile, digits.ToString());
    }

    // The proper spelling of a code as typed, or a FormatException: label, length, character or check.
    public static string Read(string text)
    {
        string typed = Regex.Replace(text ?? "", "[-\t\r\n ]", "");
        typed = string.Concat(typed.Select(c => 'A' <= c && c <= 'Z' ? (char)(c + 32) : c));
        if (!Regex.IsMatch(typed, "^hw[1il][usbc]"))
            throw new FormatException("label");
        string digits = typed.Substring(4).Replace('o', '0').Replace('i', '1').Replace('l', '1');
        if (digits.Any(c => Alphabet.IndexOf(c) < 0))
            throw new FormatException("character");
        if (digits.Length != 33)
            throw new FormatException("length");
        if (Check(typed[3], digits.Substring(0, 32)) != digits[32])
            throw new FormatException("check");
        return "hw1" + typed[3] + "-" + digits;
    }
}
