package dev.trailwise.sql.scalar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Casts of JSON by the kind of its token. */
final class JsonCasts {
    private JsonCasts() {}

    /** How one kind of token becomes a value. */
    @FunctionalInterface
    private interface Reader {
        @Nullable
        Object read(JsonParser at, JsonToken token) throws IOException;
    }

    private static @Nullable Object cast(Object json, String type, Reader reader) {
        String text = (String) json;
        try (JsonParser parser = JsonTexts.FACTORY.createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.VALUE_NULL) {
                return null;
            }
            if (!token.isScalarValue()) {
                throw new InvalidValue("Cannot cast to " + type + ". Unexpected token when cast to " + type + ": "
                        + parser.getText() + "\n" + text);
            }
            return reader.read(parser, token);
        } catch (IOException | NumberFormatException | ArithmeticException notOfThisType) {
            throw new InvalidValue("Cannot cast '" + text + "' to " + type);
        }
    }

    static @Nullable Object text(Object[] arguments) {
        return cast(
                arguments[0],
                "varchar",
                (parser, token) -> token == JsonToken.VALUE_NUMBER_FLOAT
                        ? Numbers.text(parser.getDoubleValue())
                        : parser.getText());
    }

    static @Nullable Object truth(Object[] arguments) {
        return cast(arguments[0], "boolean", (parser, token) -> switch (token) {
            case VALUE_STRING -> Numbers.truth(parser.getText());
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue() != 0;
            case VALUE_NUMBER_INT -> parser.getLongValue() != 0;
            default -> token == JsonToken.VALUE_TRUE;
        });
    }

    /** A whole number between two bounds. */
    static @Nullable Object whole(Object[] arguments) {
        long least = (Long) arguments[1];
        long most = (Long) arguments[2];
        String type = (String) arguments[3];
        Object value = cast(arguments[0], type, (parser, token) -> switch (token) {
            case VALUE_STRING -> Long.parseLong(parser.getText());
            case VALUE_NUMBER_FLOAT -> Numbers.rounded(parser.getDoubleValue());
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> token == JsonToken.VALUE_TRUE ? 1L : 0L;
        });
        if (value != null && ((Long) value < least || (Long) value > most)) {
            throw new InvalidValue("Out of range for " + type + ": " + value);
        }
        return value;
    }

    static @Nullable Object real(Object[] arguments) {
        return cast(arguments[0], "double", (parser, token) -> switch (token) {
            case VALUE_STRING -> Double.parseDouble(parser.getText());
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> parser.getDoubleValue();
            default -> token == JsonToken.VALUE_TRUE ? 1d : 0d;
        });
    }

    static @Nullable Object decimal(Object[] arguments) {
        int precision = Math.toIntExact((Long) arguments[1]);
        int scale = Math.toIntExact((Long) arguments[2]);
        String type = "DECIMAL(" + precision + "," + scale + ")";
        return cast(arguments[0], type, (parser, token) -> {
            BigDecimal number = token == JsonToken.VALUE_TRUE
                    ? BigDecimal.ONE
                    : token == JsonToken.VALUE_FALSE ? BigDecimal.ZERO : new BigDecimal(parser.getText());
            return Numbers.decimal(number, precision, scale);
        });
    }

    /** The member of an object by its name, whatever its case; of an array, whose elements are fields, nothing. */
    static @Nullable Object field(Object[] arguments) {
        String found = null;
        try (JsonParser parser = JsonTexts.FACTORY.createParser((String) arguments[0])) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equalsIgnoreCase((String) arguments[1]);
                parser.nextToken();
                if (wanted) {
                    found = JsonTexts.copy(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return found;
        } catch (IOException notJson) {
            return null;
        }
    }

    static Object ofDouble(Object[] arguments) {
        double number = (Double) arguments[0];
        return Double.isFinite(number) ? Double.toString(number) : "\"" + number + "\"";
    }

    static Object ofReal(Object[] arguments) {
        float number = ((Double) arguments[0]).floatValue();
        return Float.isFinite(number) ? Float.toString(number) : "\"" + number + "\"";
    }

    /** The text of an array, NULL for JSON null. */
    static @Nullable Object array(Object[] arguments) {
        return container((String) arguments[0], JsonToken.START_ARRAY, "Expected a json array, but got ");
    }

    /** The text of an object, NULL for JSON null. */
    static @Nullable Object object(Object[] arguments) {
        return container((String) arguments[0], JsonToken.START_OBJECT, "Expected a json object, but got ");
    }

    private static @Nullable Object container(String text, JsonToken wanted, String problem) {
        try (JsonParser parser = JsonTexts.FACTORY.createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                return null;
            }
            if (token == wanted) {
                return text;
            }
            throw new InvalidValue(problem + parser.getText());
        } catch (IOException notJson) {
            throw new InvalidValue(problem + text);
        }
    }
}
