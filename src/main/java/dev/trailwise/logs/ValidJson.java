package dev.trailwise.logs;

/** Walks and rewrites JSON that {@link JsonScanner} has found valid, without checking it again. */
final class ValidJson {
    private ValidJson() {}

    /** The place after the white space at {@code p}. */
    static int space(byte[] b, int p) {
        while (b[p] == ' ' || b[p] == '\n' || b[p] == '\r' || b[p] == '\t') {
            p++;
        }
        return p;
    }

    /** The place after the value that begins at {@code p}. */
    static int after(byte[] b, int p) {
        if (b[p] == '"') {
            return afterString(b, p);
        }
        if (b[p] != '{' && b[p] != '[') {
            return afterScalar(b, p);
        }
        int level = 0;
        do {
            byte c = b[p];
            if (c == '"') {
                p = afterString(b, p);
                continue;
            }
            if (c == '{' || c == '[') {
                level++;
            } else if (c == '}' || c == ']') {
                level--;
            }
            p++;
        } while (level > 0);
        return p;
    }

    /** The place after the string whose opening quote is at {@code p}. */
    static int afterString(byte[] b, int p) {
        p++;
        while (b[p] != '"') {
            p += b[p] == '\\' ? 2 : 1;
        }
        return p + 1;
    }

    private static int afterScalar(byte[] b, int p) {
        while (b[p] > ' ' && b[p] != ',' && b[p] != '}' && b[p] != ']') {
            p++;
        }
        return p;
    }

    /** Whether a value that begins so is a number. */
    static boolean isNumber(byte first) {
        return first == '-' || (first >= '0' && first <= '9');
    }

    /**
     * Adds the JSON of {@code b[p, stop)} without white space between tokens and with the fewest escapes, as Jackson's
     * {@code JsonNode.toString()} writes it; but numbers stay as written and repeated keys stay.
     */
    static void compact(byte[] b, int p, int stop, TextBuffer out) {
        while (p < stop) {
            if (b[p] == '"') {
                int after = afterString(b, p);
                out.add('"');
                out.reescaped(b, p + 1, after - 1);
                out.add('"');
                p = after;
            } else {
                if (b[p] > ' ') {
                    out.add(b[p]);
                }
                p++;
            }
        }
    }
}
