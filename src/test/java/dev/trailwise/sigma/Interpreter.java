package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Evaluates a Sigma rule event by event, as the specification says. It shares no code with the conversion to SQL: it is the
 * judge of it.
 */
final class Interpreter {
    private final JsonNode detection;

    /** @param rule the document of a rule */
    Interpreter(JsonNode rule) {
        this.detection = rule.get("detection");
    }

    boolean matches(JsonNode event) {
        return each(detection.get("condition"))
                .anyMatch(condition ->
                        new ConditionText(condition.asText(), names(), name -> selection(name, event)).isTrue());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        detection.fieldNames().forEachRemaining(names::add);
        names.remove("condition");
        return names;
    }

    private boolean selection(String name, JsonNode event) {
        JsonNode selection = detection.get(name);
        return each(selection).anyMatch(item -> item.isObject() ? map(item, event) : new Item("", item).matches(event));
    }

    private static boolean map(JsonNode map, JsonNode event) {
        return map.properties().stream().allMatch(field -> new Item(field.getKey(), field.getValue()).matches(event));
    }

    static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
