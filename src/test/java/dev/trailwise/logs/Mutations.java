package dev.trailwise.logs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages JSON, some of it beyond repair and some not. */
final class Mutations {
    private static final List<byte[]> PIECES = new ArrayList<>();

    static {
        for (String text : List.of(
                "\"",
                "\\",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "null",
                "true",
                "false",
                "nul",
                "-",
                "0",
                "01",
                "1.",
                "1.5",
                "-0",
                "1e5",
                "1E+",
                ".5",
                "+1",
                "NaN",
                " ",
                "\n",
                "\t",
                "\r",
                "\f",
                "\u00a0",
                "\ufeff",
                "\\u",
                "\\u00",
                "\\u0000",
                "\\u0022",
                "\\u005c",
                "\\u001F",
                "\\u00e9",
                "\\u20AC",
                "\\ud83d\\ude00",
                "\\ud83d",
                "\\ude00",
                "\\ud83d\\u0041",
                "\\uD83D\\n",
                "\\/",
                "\\x",
                "\\'",
                "\\b",
                "\\f",
                "\u00e9",
                "\u20ac",
                "\ud83d\ude00",
                "\u0001",
                "\u0000",
                "\u007f",
                "//",
                "/**/",
                "'a'",
                "{}",
                "[]",
                "[[]]",
                "{\"a\":{}}",
                "\"x\":1,",
                ",\"eventName\":\"X\"",
                ",\"EVENTNAME\":null",
                ",\"userIdentity\":{\"ARN\":\"b\"}",
                ",\"userIdentity\":7",
                ",\"\\u0065ventName\":\"esc\"",
                ",\"eventNam\\u212a\":1",
                ",\"readOnly\":[ 1 , {\"a\" : \"\\/\"} ]",
                ",\"requestParameters\":\"text\\/\"",
                ",\"requestParameters\":12.0",
                ",\"resources\":[1,null,{\"ARN\":2,\"arn\":\"\\t\"}]",
                ",\"resources\":{}",
                ",\"tlsDetails\":[]",
                ",\"edgeDeviceDetails\":{\"type\":{\"a\":1}}")) {
            PIECES.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (int[] raw : new int[][] {
            {0x80},
            {0xBF},
            {0xC0, 0x80},
            {0xC1, 0xBF},
            {0xC2},
            {0xC3, 0xA9},
            {0xE0, 0x80, 0x80},
            {0xE0, 0xA0, 0x80},
            {0xED, 0xA0, 0x80},
            {0xED, 0x9F, 0xBF},
            {0xEF, 0xBF, 0xBF},
            {0xF0, 0x80, 0x80, 0x80},
            {0xF0, 0x90, 0x80, 0x80},
            {0xF4, 0x8F, 0xBF, 0xBF},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF5, 0x80, 0x80, 0x80},
            {0xFF}
        }) {
            byte[] bytes = new byte[raw.length];
            for (int i = 0; i < raw.length; i++) {
                bytes[i] = (byte) raw[i];
            }
            PIECES.add(bytes);
        }
    }

    private Mutations() {}

    static byte[] of(byte[] text, long seed) {
        Random random = new Random(seed);
        byte[] mutated = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated = once(mutated, random);
        }
        return mutated;
    }

    private static byte[] once(byte[] text, Random random) {
        int from = random.nextInt(text.length);
        int length = Math.min(text.length - from, 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 2));
        byte[] piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> splice(text, from, length, new byte[0]);
            case 1 -> splice(text, from, 0, java.util.Arrays.copyOfRange(text, from, from + length));
            case 2 -> splice(text, from, 1, new byte[] {(byte) random.nextInt(256)});
            case 3 -> splice(text, from, 1, new byte[] {(byte) (text[from] ^ 0x20)});
            case 4 -> splice(text, from, length, piece);
            case 5 -> splice(text, before(text, from, ",}]:"), 0, piece);
            case 6 -> splice(text, before(text, from, "\\\""), 0, piece);
            default -> value(text, from, piece);
        };
    }

    /** Puts the piece in place of what stands after the next colon. */
    private static byte[] value(byte[] text, int from, byte[] piece) {
        int start = Math.min(text.length - 1, before(text, from, ":") + 1);
        return splice(text, start, before(text, start, ",}") - start, piece);
    }

    private static int before(byte[] text, int from, String any) {
        int p = from;
        while (p < text.length - 1 && any.indexOf(text[p]) < 0) {
            p++;
        }
        return p;
    }

    private static byte[] splice(byte[] text, int from, int length, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + piece.length);
        out.write(text, 0, from);
        out.writeBytes(piece);
        out.write(text, from + length, text.length - from - length);
        return out.size() == 0 ? new byte[] {'{'} : out.toByteArray();
    }
}
