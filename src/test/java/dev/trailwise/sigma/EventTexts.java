package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The values and texts of an event. */
final class EventTexts {
    /** The objects whose text the table has. */
    static final List<String> DOCUMENTS =
            List.of("requestParameters", "responseElements", "additionalEventData", "serviceEventDetails");

    private EventTexts() {}

    static boolean exists(JsonNode event, String field) {
        return nodes(event, field).stream().anyMatch(node -> !node.isNull());
    }

    /** What is at a path; it goes into every element of lists. */
    private static List<JsonNode> nodes(JsonNode event, String field) {
        List<JsonNode> nodes = List.of(event);
        for (String key : field.split("\\.")) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                Interpreter.each(node).forEach(one -> {
                    if (one.isObject() && one.has(key)) {
                        next.add(one.get(key));
                    }
                });
            }
            nodes = next;
        }
        return nodes;
    }

    /** The values of a field: of a list its elements. */
    static List<JsonNode> values(JsonNode event, String field) {
        List<JsonNode> values = new ArrayList<>();
        nodes(event, field)
                .forEach(node ->
                        Interpreter.each(node).filter(value -> !value.isNull()).forEach(values::add));
        return values;
    }

    static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /** All texts of an event; objects whose text the table has as their JSON. */
    static List<String> of(JsonNode event) {
        List<String> texts = new ArrayList<>();
        event.properties().forEach(field -> {
            if (!DOCUMENTS.contains(field.getKey())) {
                scalars(field.getValue(), texts);
            } else if (!field.getValue().isNull()) {
                texts.add(field.getValue().toString());
            }
        });
        return texts;
    }

    private static void scalars(JsonNode node, List<String> lines) {
        if (node.isContainerNode()) {
            node.forEach(part -> scalars(part, lines));
        } else if (!node.isNull()) {
            lines.add(node.asText());
        }
    }
}
