// Prints a file of vectors or of typed codes with its last column computed anew by Verify.java.
// SPDX-License-Identifier: MIT
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

final class Rerun {
    private static byte[] key(String text) {
        if (text.equals("-")) return new byte[0];
        return text.startsWith("hex:") ? HexFormat.of().parseHex(text.substring(4)) : text.getBytes(UTF_8);
    }

    private static String rerun(String[] row) throws Exception {
        if (row.length == 5)
            return Verify.derive(row[0].charAt(0), HexFormat.of().parseHex(row[1]), row[2], key(row[3]));
        try {
            return Verify.read(row[0].equals("null") ? null : new String(key(row[0]), UTF_8));
        } catch (IllegalArgumentException error) {
            return error.getMessage();
        }
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        String[] lines = Files.readString(Path.of(arguments[0])).split("\n");
        out.println(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            String[] row = lines[i].split("\t", -1);
            row[row.length - 1] = rerun(row);
            out.println(String.join("\t", row));
        }
    }
}
