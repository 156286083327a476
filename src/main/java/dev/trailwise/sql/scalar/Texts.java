package dev.trailwise.sql.scalar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

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

    /** At most so many parts, the last of which has the rest. */
    static Object split(Object[] arguments) {
        String text = (String) arguments[0];
        String delimiter = (String) arguments[1];
        long most = (Long) arguments[2];
        if (most <= 0) {
            throw new InvalidValue("Limit must be positive");
        }
        if (most > Integer.MAX_VALUE) {
            throw new InvalidValue("Limit is too large");
        }
        if (delimiter.isEmpty()) {
            throw new InvalidValue("The delimiter may not be the empty string");
        }
        List<@Nullable String> parts = new ArrayList<>();
        int from = 0;
        int at;
        while (parts.size() < most - 1 && (at = text.indexOf(delimiter, from)) >= 0) {
            parts.add(text.substring(from, at));
            from = at + delimiter.length();
        }
        parts.add(text.substring(from));
        return Lists.json(parts);
    }

    /** An object of texts, whose keys must be different. */
    static Object splitToMap(Object[] arguments) {
        String entries = (String) arguments[1];
        String pairs = (String) arguments[2];
        if (entries.isEmpty() || pairs.isEmpty()) {
            throw new InvalidValue((entries.isEmpty() ? "entryDelimiter" : "keyValueDelimiter") + " is empty");
        }
        if (entries.equals(pairs)) {
            throw new InvalidValue("entryDelimiter and keyValueDelimiter must not be the same");
        }
        List<@Nullable String> keys = new ArrayList<>();
        List<@Nullable String> values = new ArrayList<>();
        String text = (String) arguments[0];
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(entries, from);
            String entry = end < 0 ? text.substring(from) : text.substring(from, end);
            int equals = entry.indexOf(pairs);
            if (equals < 0) {
                throw new InvalidValue(
                        "Key-value delimiter must appear exactly once in each entry. Bad input: '" + entry + "'");
            }
            String key = entry.substring(0, equals);
            String value = entry.substring(equals + pairs.length());
            if (value.contains(pairs)) {
                throw new InvalidValue(
                        "Key-value delimiter must appear exactly once in each entry. Bad input: '" + entry + "'");
            }
            if (keys.contains(key)) {
                throw new InvalidValue("Duplicate keys (" + key + ") are not allowed");
            }
            keys.add(key);
            values.add(value);
            from = end < 0 ? text.length() : end + entries.length();
        }
        return "[" + Lists.json(keys) + "," + Lists.json(values) + "]";
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
        byte[] bytes = bytes(arguments[0]);
        StringBuilder text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int length = sequence(bytes, at);
            int end = Math.min(bytes.length, at + Math.abs(length));
            text.append(length < 0 ? "\uFFFD" : new String(bytes, at, end - at, StandardCharsets.UTF_8));
            at = end;
        }
        return text.toString();
    }

    /** The length of the sequence that begins here, negative for one that is no character. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int wanted = first < 0xc0
                ? 1
                : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : first < 0xfc ? 5 : first < 0xfe ? 6 : 1;
        int point = first & (0x7f >> wanted);
        for (int i = 1; i < wanted; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xc0) != 0x80) {
                return -i;
            }
            point = (point << 6) | (bytes[at + i] & 0x3f);
        }
        int least = wanted == 2 ? 0x80 : wanted == 3 ? 0x800 : 0x10000;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return wanted == 1 || wanted > 4 || point < least || point > Character.MAX_CODE_POINT || surrogate
                ? -wanted
                : wanted;
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
