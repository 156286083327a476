package dev.trailwise.text;

/** Writes the strings of JSON text as {@link JsonText} does; all else stays. */
public final class JsonStrings {
    private JsonStrings() {}

    /**
     * Appends valid JSON.
     *
     * @param json with any escapes in its strings
     */
    public static void append(StringBuilder out, String json) {
        int at = 0;
        while (at < json.length()) {
            int quote = json.indexOf('"', at);
            if (quote < 0) {
                out.append(json, at, json.length());
                return;
            }
            out.append(json, at, quote);
            StringBuilder string = new StringBuilder();
            at = unescape(json, quote + 1, string);
            JsonText.appendString(out, string.toString());
        }
    }

    /** Reads a string to its closing quote, and gives the place after that. */
    private static int unescape(String json, int from, StringBuilder string) {
        int i = from;
        while (json.charAt(i) != '"') {
            if (json.charAt(i) != '\\') {
                string.append(json.charAt(i++));
            } else if (json.charAt(i + 1) == 'u') {
                string.append((char) Integer.parseInt(json, i + 2, i + 6, 16));
                i += 6;
            } else {
                string.append(
                        switch (json.charAt(i + 1)) {
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> json.charAt(i + 1);
                        });
                i += 2;
            }
        }
        return i + 1;
    }
}
