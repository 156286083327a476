package dev.trailwise.sql.scalar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON taken apart as it streams by, so that what comes after the value found need not be JSON. */
final class JsonTexts {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    private static final JsonMapper SORTED = JsonMapper.builder(FACTORY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Cache<List<String>> PATHS = new Cache<>(JsonPaths::steps);

    private JsonTexts() {}

    /** What is done with the value at a path. */
    @FunctionalInterface
    private interface Extractor {
        @Nullable
        Object extract(JsonParser at) throws IOException;
    }

    private static @Nullable Object at(Object[] arguments, Extractor extractor) {
        List<String> path = PATHS.get((String) arguments[1]);
        try (JsonParser parser = FACTORY.createParser((String) arguments[0])) {
            if (parser.nextToken() == null) {
                return null;
            }
            for (String step : path) {
                if (!enter(parser, step)) {
                    return null;
                }
            }
            return extractor.extract(parser);
        } catch (IOException notJson) {
            return null;
        }
    }

    /** Moves to a member of the object, or an element of the array, that begins here. */
    private static boolean enter(JsonParser parser, String step) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(step);
                if (parser.nextToken() == null) {
                    return false;
                }
                if (found) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY || !step.matches("[+-]?[0-9]{1,9}")) {
            return false;
        }
        int index = Integer.parseInt(step);
        for (int at = 0; at <= index; at++) {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return false;
            }
            if (at == index) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    static @Nullable Object scalar(Object[] arguments) {
        return at(arguments, parser -> {
            JsonToken token = parser.currentToken();
            return token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL ? null : parser.getText();
        });
    }

    static @Nullable Object extract(Object[] arguments) {
        return at(arguments, JsonTexts::copy);
    }

    /** The value that begins here, without spaces. */
    static String copy(JsonParser parser) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.copyCurrentStructure(parser);
        }
        return out.toString();
    }

    static @Nullable Object size(Object[] arguments) {
        return at(arguments, JsonTexts::size);
    }

    private static Long size(JsonParser parser) throws IOException {
        boolean array = parser.currentToken() == JsonToken.START_ARRAY;
        if (!array && parser.currentToken() != JsonToken.START_OBJECT) {
            return 0L;
        }
        long count = 0;
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the text ends inside an array or object");
            }
            if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                return count;
            }
            parser.skipChildren();
            count += array || token == JsonToken.FIELD_NAME ? 1 : 0;
        }
    }

    static @Nullable Object arrayLength(Object[] arguments) {
        try (JsonParser parser = FACTORY.createParser((String) arguments[0])) {
            return parser.nextToken() == JsonToken.START_ARRAY ? size(parser) : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    /** Whether an array has an element of this kind with this text. */
    static @Nullable Object contains(Object[] arguments) {
        if (arguments[1] instanceof Double number && !Double.isFinite(number)) {
            return false;
        }
        try (JsonParser parser = FACTORY.createParser((String) arguments[0])) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return null;
            }
            while (true) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return null;
                }
                if (token == JsonToken.END_ARRAY) {
                    return false;
                }
                parser.skipChildren();
                if (equal(parser, token, arguments[1])) {
                    return true;
                }
            }
        } catch (IOException notJson) {
            return null;
        }
    }

    private static boolean equal(JsonParser parser, JsonToken token, Object wanted) throws IOException {
        if (wanted instanceof Boolean truth) {
            return token == (truth ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE);
        }
        if (wanted instanceof Long whole) {
            return token == JsonToken.VALUE_NUMBER_INT
                    && (parser.getNumberType() == JsonParser.NumberType.INT
                            || parser.getNumberType() == JsonParser.NumberType.LONG)
                    && parser.getLongValue() == whole;
        }
        if (wanted instanceof Double number) {
            return token == JsonToken.VALUE_NUMBER_FLOAT
                    && parser.getDoubleValue() == number
                    && Double.isFinite(parser.getDoubleValue());
        }
        return token == JsonToken.VALUE_STRING && parser.getText().equals(wanted);
    }

    static Object isScalar(Object[] arguments) {
        String text = (String) arguments[0];
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw invalid(text);
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw invalid(text);
            }
            return token.isScalarValue();
        } catch (IOException notJson) {
            throw invalid(text);
        }
    }

    private static InvalidValue invalid(String text) {
        return new InvalidValue("Invalid JSON value: " + text);
    }

    /** The value with sorted keys and no spaces. */
    static Object parse(Object[] arguments) {
        String text = (String) arguments[0];
        try (JsonParser parser = FACTORY.createParser(text)) {
            Object value = SORTED.readValue(parser, Object.class);
            if (parser.nextToken() == null) {
                return SORTED.writeValueAsString(value);
            }
        } catch (IOException notJson) {
            // the same failure as for what follows the value
        }
        throw new InvalidValue("Cannot convert value to JSON: '" + text + "'");
    }
}
