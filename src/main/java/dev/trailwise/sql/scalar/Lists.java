package dev.trailwise.sql.scalar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of texts as JSON, which DuckDB makes a list of again. */
final class Lists {
    private Lists() {}

    static String json(List<@Nullable String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() > 1 ? "," : "");
            if (text == null) {
                json.append("null");
            } else {
                quote(json, text);
            }
        }
        return json.append(']').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
