package dev.trailwise.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a block says of a record: fields of the record as JSON, values for one event, and values for a whole session.
 *
 * @param json the record's fields by their keys; an empty text takes the field away
 * @param values values of {@code let:name} entries
 * @param session values of {@code session:name} entries, the same for all events of a session
 */
record Fields(Map<String, Template> json, Map<String, Template> values, Map<String, Template> session) {
    static Fields of(Block block) {
        Fields fields = new Fields(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        block.entries().forEach((name, text) -> {
            int colon = name.indexOf(':');
            Map<String, Template> kind = switch (name.substring(0, Math.max(colon, 0))) {
                case "let" -> fields.values;
                case "session" -> fields.session;
                default -> fields.json;
            };
            kind.put(name.substring(colon + 1), Template.of(text));
        });
        return fields;
    }

    /** The template of this name in the first of the layers that has one. */
    static @Nullable Template first(List<Map<String, Template>> layers, String name) {
        for (Map<String, Template> layer : layers) {
            Template template = layer.get(name);
            if (template != null) {
                return template;
            }
        }
        return null;
    }
}
