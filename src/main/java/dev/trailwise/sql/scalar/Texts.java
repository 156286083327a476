package dev.trailwise.sql.scalar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;

/** Texts by their code points, and bytes, which come and go in hexadecimal digits. */
final class Texts {
    private static final HexFormat HEX = HexFormat.of();

    private Texts() {}

    private static int[] points(Object text) {
        return ((String) text).codePoints().toArray();
    }

    static ScalarFunction.Body mapped(IntUnaryOperator change) {
        return arguments -> {
            int[] points = ((String) arguments[0]).codePoints().map(change).toArray();
            return new String(points, 0, points.length);
        };
    }

    /** An empty text is found before each character and at the end. */
    static Object replace(Object[] arguments) {
        String text = (String) arguments[0];
        if (!((String) arguments[1]).isEmpty()) {
            return text.replace((String) arguments[1], (String) arguments[2]);
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> out.append(arguments[2]).appendCodePoint(point));
        return out.append(arguments[2]).toString();
    }

    static Object levenshtein(Object[] arguments) {
        int[] a = points(arguments[0]);
        int[] b = points(arguments[1]);
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return (long) row[b.length];
    }

    static Object hamming(Object[] arguments) {
        int[] a = points(arguments[0]);
        int[] b = points(arguments[1]);
        if (a.length != b.length) {
            throw new InvalidValue("The input strings to hamming_distance function must have the same length");
        }
        long distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance += a[i] == b[i] ? 0 : 1;
        }
        return distance;
    }

    /** Bytes as text, with the replacement character where they are no UTF-8. */
    static Object fromUtf8(Object[] arguments) {
        return new String(bytes(arguments[0]), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Object hex) {
        return HEX.parseHex((String) hex);
    }

    static Object fromBase64(Object[] arguments) {
        try {
            return HEX.formatHex(Base64.getDecoder().decode((String) arguments[0]));
        } catch (IllegalArgumentException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }

    static Object fromBase64Url(Object[] arguments) {
        try {
            return HEX.formatHex(Base64.getUrlDecoder().decode((String) arguments[0]));
        } catch (IllegalArgumentException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }

    static Object toBase64Url(Object[] arguments) {
        return Base64.getUrlEncoder().encodeToString(bytes(arguments[0]));
    }

    static Object fromHex(Object[] arguments) {
        try {
            return HEX.formatHex(bytes(arguments[0]));
        } catch (IllegalArgumentException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }

    static Object sha512(Object[] arguments) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-512").digest(bytes(arguments[0])));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Object crc32(Object[] arguments) {
        CRC32 crc = new CRC32();
        crc.update(bytes(arguments[0]));
        return crc.getValue();
    }
}
