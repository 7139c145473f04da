// Machine codes of hwident, version 1, by Java's standard library, for licence servers to copy.
// SPDX-License-Identifier: MIT
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class Verify {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String PROFILES = " usbc";

    private Verify() {}

    private static int twice(int c) {
        return c << 1 ^ (c >> 4) * 0x25;
    }

    private static char check(char profile, String digits) {
        int c = PROFILES.indexOf(profile);
        for (char digit : digits.toCharArray()) c = twice(c) ^ ALPHABET.indexOf(digit);
        return ALPHABET.charAt(twice(c));
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] smaller(byte[] v) {
        byte[] swapped = {v[3], v[2], v[1], v[0], v[5], v[4], v[7], v[6],
            v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15]};
        return Arrays.compareUnsigned(v, swapped) < 0 ? v : swapped;
    }

    /** The code of a component's bytes: a UUID's 16 in either order, or a serial number's. The key may be empty. */
    static String derive(char profile, byte[] value, String app, byte[] key)
            throws GeneralSecurityException {
        byte[] v = profile == 'u' ? smaller(value)
                : new String(value, ISO_8859_1).trim().getBytes(ISO_8859_1); // bytes up to 0x20
        byte[] ikm = ByteBuffer.allocate(3 + v.length).put((byte) PROFILES.indexOf(profile))
                .putShort((short) v.length).put(v).array();
        String salt = "hwident/1" + (key.length > 0 ? "\0" + new String(key, ISO_8859_1) : "");
        String info = "app\0" + app + "\0" + profile + "\1";
        byte[] okm = hmac(hmac(salt.getBytes(ISO_8859_1), ikm), info.getBytes(ISO_8859_1));
        StringBuilder digits = new StringBuilder();
        for (int bit = 0; bit < 160; bit += 5) {
            int pair = (okm[bit / 8] & 0xFF) << 8 | okm[bit / 8 + 1] & 0xFF;
            digits.append(ALPHABET.charAt(pair >> 11 - bit % 8 & 31));
        }
        return "hw1" + profile + "-" + digits + check(profile, digits.toString());
    }

    /** The proper spelling of a code as typed, or an exception: label, length, character or check. */
    static String read(String text) {
        StringBuilder typed = new StringBuilder();
        for (char c : text == null ? new char[0] : text.toCharArray())
            if ("-\t\r\n ".indexOf(c) < 0) typed.append('A' <= c && c <= 'Z' ? (char) (c + 32) : c);
        if (typed.length() < 4 || !typed.substring(0, 4).matches("hw[1il][usbc]"))
            throw new IllegalArgumentException("label");
        char profile = typed.charAt(3);
        String digits = typed.substring(4).replace('o', '0').replace('i', '1').replace('l', '1');
        if (!digits.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0))
            throw new IllegalArgumentException("character");
        if (digits.length() != 33) throw new IllegalArgumentException("length");
        if (check(profile, digits.substring(0, 32)) != digits.charAt(32))
            throw new IllegalArgumentException("check");
        return "hw1" + profile + "-" + digits;
    }
}
