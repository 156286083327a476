package dev.trailwise.sql.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Items of a sequence as JSON and as values of SQL. */
public final class Items {
    private Items() {}

    /**
     * The value of a JSON scalar that is not null, or of a value of SQL; nothing for all others.
     *
     * @throws PathFailure for a number that is too large for bigint
     */
    public static Optional<Object> scalar(Object item) {
        if (!(item instanceof JsonNode node)) {
            return Optional.of(item);
        }
        if (node.isTextual()) {
            return Optional.of(node.textValue());
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        return node.isNumber() ? Optional.of(ofJson(node)) : Optional.empty();
    }

    private static Object ofJson(JsonNode number) {
        if (number.isInt()) {
            return number.intValue();
        }
        if (number.isLong()) {
            return number.longValue();
        }
        if (number.isDouble()) {
            return number.doubleValue();
        }
        throw new PathFailure("cannot convert " + number + " to Trino value (value too big)");
    }

    /** A number of SQL; fails for what is not a number. */
    static Object number(Object item) {
        return scalar(item).filter(value -> value instanceof Number).orElseThrow(() -> wrongType("NUMBER", item));
    }

    /** The text of a string. */
    static Optional<String> text(Object item) {
        Object value = item instanceof JsonNode node && node.isTextual() ? node.textValue() : item;
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** An item as JSON. */
    public static JsonNode json(Object item) {
        if (item instanceof JsonNode node) {
            return node;
        }
        if (item instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (item instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        if (item instanceof Integer number) {
            return IntNode.valueOf(number);
        }
        if (item instanceof Long number) {
            return LongNode.valueOf(number);
        }
        return item instanceof Double number ? DoubleNode.valueOf(number) : DecimalNode.valueOf((BigDecimal) item);
    }

    /** What {@code type()} gives. */
    static String type(Object item) {
        JsonNodeType type = json(item).getNodeType();
        if (type == JsonNodeType.MISSING) {
            throw new PathAbort("unexpected Json node type: " + type);
        }
        return type.name().toLowerCase(Locale.ROOT);
    }

    static PathFailure wrongType(String expected, Object item) {
        return new PathFailure("invalid item type. Expected: " + expected + ", actual: "
                + json(item).getNodeType());
    }
}
