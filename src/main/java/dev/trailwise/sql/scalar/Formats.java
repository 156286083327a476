package dev.trailwise.sql.scalar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code format}, whose formats are Java's. */
final class Formats {
    private Formats() {}

    /** The arguments come as a list of texts, each with the letter of its type before it. */
    static Object format(Object[] arguments) {
        try {
            return String.format(
                    Locale.US,
                    (String) arguments[0],
                    values((String) arguments[1]).toArray());
        } catch (IllegalFormatException | IOException invalid) {
            String message = String.valueOf(invalid.getMessage()).replaceAll("\\s*\\n\\s*", " ");
            throw new InvalidValue("Invalid format string: " + arguments[0] + " ("
                    + invalid.getClass().getSimpleName() + ": " + message + ")");
        }
    }

    private static List<@Nullable Object> values(String list) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        try (JsonParser parser = JsonTexts.FACTORY.createParser(list)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : value(parser.getText()));
            }
        }
        return values;
    }

    private static Object value(String typed) {
        String text = typed.substring(1);
        return switch (typed.charAt(0)) {
            case 'w' -> Long.parseLong(text);
            case 'r' -> Double.parseDouble(text);
            case 'd' -> new BigDecimal(text);
            case 'b' -> Boolean.parseBoolean(text);
            default -> text;
        };
    }
}
