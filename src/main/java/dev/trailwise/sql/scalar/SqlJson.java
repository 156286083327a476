package dev.trailwise.sql.scalar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trailwise.sql.jsonpath.Items;
import dev.trailwise.sql.jsonpath.Path;
import dev.trailwise.sql.jsonpath.PathAbort;
import dev.trailwise.sql.jsonpath.PathFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions json_value, json_query and json_exists of SQL/JSON. */
final class SqlJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(JsonTexts.FACTORY.copy()).build();
    private static final Cache<Path> PATHS = new Cache<>(Path::parse);

    private SqlJson() {}

    /** What a function does with the items at a path. */
    @FunctionalInterface
    private interface Use {
        @Nullable
        Object of(List<Object> items) throws JsonProcessingException;
    }

    /** What a function does on empty or on error. */
    @FunctionalInterface
    private interface Otherwise {
        @Nullable
        Object of(String message);
    }

    private static @Nullable Object at(Object[] arguments, Otherwise onError, Use use) {
        try {
            JsonNode input = MAPPER.readTree((String) arguments[0]); // of an empty text the missing node, as in Trino
            return use.of(PATHS.get((String) arguments[1]).items(input));
        } catch (PathAbort abort) {
            throw InvalidValue.fatal(String.valueOf(abort.getMessage()));
        } catch (StreamConstraintsException limit) {
            throw InvalidValue.fatal(
                    "JSON is too deep or too long for the local engine: " + limit.getOriginalMessage());
        } catch (JsonProcessingException notJson) {
            return onError.of("conversion to JSON failed: " + notJson.getOriginalMessage());
        } catch (PathFailure failure) {
            return onError.of(String.valueOf(failure.getMessage()));
        }
    }

    /** Whether there are items; the third argument says what an error gives. */
    static @Nullable Object exists(Object[] arguments) {
        return at(
                arguments,
                message -> switch ((String) arguments[2]) {
                    case "TRUE" -> true;
                    case "FALSE" -> false;
                    case "UNKNOWN" -> null;
                    default -> throw new InvalidValue(message);
                },
                items -> !items.isEmpty());
    }

    /** The text of the one scalar as a type; the last two arguments say whether no item, and an error, give NULL. */
    static @Nullable Object value(Object[] arguments) {
        Otherwise onEmpty = nullOrError(arguments[3]);
        Otherwise onError = nullOrError(arguments[4]);
        return at(arguments, onError, items -> {
            if (items.isEmpty()) {
                return onEmpty.of("JSON path found no items");
            }
            return isNull(items) ? null : JsonScalars.text(scalar(items), (String) arguments[2]);
        });
    }

    private static Otherwise nullOrError(Object behavior) {
        return message -> {
            if (behavior.equals("NULL")) {
                return null;
            }
            throw new InvalidValue(message);
        };
    }

    /** Whether {@link #value} has a value, or its default for no item or for an error is to be taken. */
    static @Nullable Object valueState(Object[] arguments) {
        return at(arguments, message -> "error", items -> {
            if (items.isEmpty()) {
                return "empty";
            }
            if (!isNull(items)) {
                JsonScalars.text(scalar(items), (String) arguments[2]);
            }
            return "value";
        });
    }

    private static boolean isNull(List<Object> items) {
        return items.size() == 1 && items.get(0) instanceof JsonNode node && node.isNull();
    }

    private static Object scalar(List<Object> items) {
        if (items.size() > 1) {
            throw new PathFailure("JSON path found multiple items");
        }
        return Items.scalar(items.get(0))
                .orElseThrow(() -> new PathFailure("JSON path found an item that cannot be converted to an SQL value"));
    }

    /** The items as JSON text; the other arguments are the wrapper with the quotes, and what no item and an error give. */
    static @Nullable Object query(Object[] arguments) {
        Otherwise onEmpty = container(arguments[3]);
        Otherwise onError = container(arguments[4]);
        return at(arguments, onError, items -> {
            if (items.isEmpty()) {
                return onEmpty.of("JSON path found no items");
            }
            JsonNode node = wrapped(items, (String) arguments[2]);
            return node.isTextual() && arguments[2].equals("OMIT QUOTES")
                    ? node.textValue()
                    : new String(MAPPER.writeValueAsBytes(node), StandardCharsets.UTF_8); // with Trino's escapes
        });
    }

    /**
     * The items as an array of texts: a scalar as its text, an object or array as its JSON, null as null; nothing where there are
     * none. This is what {@code transform(CAST(json_extract(json_query(x, path WITH ARRAY WRAPPER), '$') AS array(json)), …)}
     * makes in several steps.
     */
    static @Nullable Object texts(Object[] arguments) {
        return at(arguments, message -> null, items -> {
            if (items.isEmpty()) {
                return null;
            }
            ArrayNode texts = JsonNodeFactory.instance.arrayNode();
            for (Object item : items) {
                JsonNode node = Items.json(item);
                texts.add(node.isNull() ? null : node.isTextual() ? node.textValue() : unescaped(node));
            }
            return MAPPER.writeValueAsString(texts);
        });
    }

    private static String unescaped(JsonNode node) throws JsonProcessingException {
        String written = new String(MAPPER.writeValueAsBytes(node), StandardCharsets.UTF_8);
        return node.isValueNode() ? written : String.valueOf(JsonTexts.extract(new Object[] {written, "$"}));
    }

    private static JsonNode wrapped(List<Object> items, String wrapper) {
        JsonNode first = Items.json(items.get(0));
        boolean wraps = wrapper.equals("UNCONDITIONAL")
                || (wrapper.equals("CONDITIONAL") && (items.size() > 1 || first.isValueNode()));
        if (wraps) {
            return new ArrayNode(
                    JsonNodeFactory.instance, items.stream().map(Items::json).toList());
        }
        if (items.size() > 1) {
            throw new PathFailure("JSON path found multiple items");
        }
        return first;
    }

    private static Otherwise container(Object behavior) {
        return message -> switch ((String) behavior) {
            case "NULL" -> null;
            case "EMPTY ARRAY" -> "[]";
            case "EMPTY OBJECT" -> "{}";
            default -> throw new InvalidValue(message);
        };
    }
}
