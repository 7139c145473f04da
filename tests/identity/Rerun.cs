// Prints a file of vectors or of typed codes with its last column computed anew by Verify.cs.
// SPDX-License-Identifier: MIT
using System;
using System.IO;
using System.Linq;
using System.Text;

static class Rerun
{
    static byte[] Unhex(string text)
    {
        return Enumerable.Range(0, text.Length / 2).Select(i => Convert.ToByte(text.Substring(2 * i, 2), 16)).ToArray();
    }

    static byte[] Key(string text)
    {
        if (text == "-")
            return new byte[0];
        return text.StartsWith("hex:") ? Unhex(text.Substring(4)) : Encoding.UTF8.GetBytes(text);
    }

    static string Again(string[] row)
    {
        if (row.Length == 5)
            return Verify.Derive(row[0][0], Unhex(row[1]), row[2], Key(row[3]));
        try
        {
            return Verify.Read(row[0] == "null" ? null : Encoding.UTF8.GetString(Key(row[0])));
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    static void Main(string[] arguments)
    {
        var utf8 = new UTF8Encoding(false);
        string[] lines = File.ReadAllText(arguments[0], utf8).TrimEnd('\n').Split('\n');
        using (var output = new StreamWriter(Console.OpenStandardOutput(), utf8))
        {
            output.Write(lines[0] + "\n");
            foreach (string line in lines.Skip(1))
            {
                string[] row = line.Split('\t');
                row[row.Length - 1] = Again(row);
                output.Write(string.Join("\t", row) + "\n");
            }
        }
    }
}
