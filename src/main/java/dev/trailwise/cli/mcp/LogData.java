package dev.trailwise.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trailwise.text.Sanitizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the log says, as values whose texts show all of their characters: whoever called an API chose them. */
final class LogData {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogData() {}

    /** Rows of NDJSON. */
    static List<Map<String, Object>> rows(String lines) {
        List<Map<String, Object>> rows = new ArrayList<>();
        lines.lines().map(LogData::tree).filter(JsonNode::isObject).forEach(row -> rows.add(object(row)));
        return rows;
    }

    /** A JSON document, or the text itself if it is not JSON. */
    static Object document(String text) {
        JsonNode tree = tree(text);
        return tree.isMissingNode() ? text(text) : nonNull(value(tree));
    }

    /** Lines of plain text. */
    static String text(String lines) {
        return String.join("\n", lines.lines().map(Sanitizer::text).toList());
    }

    /** Parses JSON; a missing node if the text is not JSON. */
    static JsonNode tree(String text) {
        try {
            return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException none) {
            return JSON.missingNode();
        }
    }

    private static Object nonNull(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static Map<String, Object> object(JsonNode node) {
        Map<String, Object> object = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            Object value = value(field.getValue());
            if (value != null) {
                object.put(Sanitizer.text(field.getKey()), value);
            }
        });
        return object;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(one -> list.add(nonNull(value(one))));
            return list;
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : Sanitizer.text(node.asText());
    }
}
