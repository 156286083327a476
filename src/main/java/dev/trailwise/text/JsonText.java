package dev.trailwise.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as compact JSON. Numbers are exact JSON numbers, but NaN and the infinities are strings; timestamps are
 * ISO 8601 text, {@code 2026-11-01T10:00:00.000} and with {@code Z} when they have a zone. Characters that would drive a
 * terminal or hide are escaped, which leaves the value the same; a surrogate without its pair, which no Unicode text has
 * and strict readers refuse, becomes U+FFFD.
 */
public final class JsonText {
    private JsonText() {}

    /** A value in one line, without a line end. */
    public static String line(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** A document that people read: a member a line, and a line end. */
    public static String document(Object value) {
        StringBuilder out = new StringBuilder();
        appendIndented(out, value, "\n");
        return out.append('\n').toString();
    }

    private static void appendIndented(StringBuilder out, @Nullable Object value, String lineStart) {
        String inner = lineStart + "  ";
        String separator = "";
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('{');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                appendString(out.append(separator).append(inner), String.valueOf(entry.getKey()));
                appendIndented(out.append(" : "), entry.getValue(), inner);
                separator = ",";
            }
            out.append(lineStart).append('}');
        } else if (value instanceof Collection<?> list && !list.isEmpty()) {
            out.append('[');
            for (Object element : list) {
                appendIndented(out.append(separator).append(inner), element, inner);
                separator = ",";
            }
            out.append(lineStart).append(']');
        } else if (value instanceof Map || value instanceof Collection) {
            out.append(value instanceof Map ? "{ }" : "[ ]");
        } else {
            append(out, value);
        }
    }

    /** Appends a value in one line. */
    public static void append(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long) {
            out.append(value);
        } else if (value instanceof String text) {
            appendString(out, text);
        } else if (value instanceof Number number) {
            appendNumber(out, number);
        } else if (value instanceof Collection<?> list) {
            appendList(out, list);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(out, map);
        } else if (value instanceof LocalDateTime timestamp) {
            appendString(out, Timestamps.text(timestamp, 'T'));
        } else if (value instanceof ZonedDateTime timestamp) {
            appendString(out, Timestamps.text(Timestamps.inUtc(timestamp), 'T') + "Z");
        } else {
            appendString(out, value.toString());
        }
    }

    private static void appendNumber(StringBuilder out, Number number) {
        if (number instanceof BigDecimal decimal) {
            out.append(decimal.toPlainString());
        } else if (Double.isFinite(number.doubleValue()) || number instanceof BigInteger) {
            out.append(number);
        } else {
            appendString(out, number.toString());
        }
    }

    private static void appendList(StringBuilder out, Collection<?> list) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            append(out.append(separator), element);
            separator = ",";
        }
        out.append(']');
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            appendString(out.append(separator), String.valueOf(entry.getKey()));
            append(out.append(':'), entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    public static void appendString(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || Sanitizer.suspect(c)) {
                int end = Character.isHighSurrogate(c) && isPair(text, i) ? i + 2 : i + 1;
                if (c == '"' || c == '\\' || Sanitizer.hidden(text.codePointAt(i))) {
                    appendEscaped(out.append(text, done, i), text, i, end);
                    done = end;
                }
                i = end - 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private static boolean isPair(String text, int high) {
        return high + 1 < text.length() && Character.isLowSurrogate(text.charAt(high + 1));
    }

    private static void appendEscaped(StringBuilder out, String text, int from, int to) {
        if (to - from == 1 && Character.isSurrogate(text.charAt(from))) {
            out.append('\uFFFD');
            return;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> Sanitizer.appendUnit(out, c);
            }
        }
    }
}
