package dev.trailwise.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A type as Trino's protocol describes it.
 *
 * @param name its name without its parts, such as {@code array}
 * @param parts the types in it: of an array's elements, a map's keys and values, a row's fields
 */
record TrinoType(String name, List<TrinoType> parts) {
    /** Reads a {@code typeSignature}. */
    static TrinoType of(JsonNode signature) {
        List<TrinoType> parts = new ArrayList<>();
        for (JsonNode argument : signature.path("arguments")) {
            JsonNode value = argument.path("value");
            switch (argument.path("kind").asText()) {
                case "TYPE" -> parts.add(of(value));
                case "NAMED_TYPE" -> parts.add(of(value.path("typeSignature")));
                default -> {
                    // a length or a precision
                }
            }
        }
        return new TrinoType(signature.path("rawType").asText(), parts);
    }

    TrinoType part(int index) {
        return parts.get(Math.min(index, parts.size() - 1));
    }

    boolean is(String other) {
        return name.equals(other);
    }
}
