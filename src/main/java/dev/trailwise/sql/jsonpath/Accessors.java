package dev.trailwise.sql.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The steps that follow another: members, elements, filters and methods. */
final class Accessors {
    private Accessors() {}

    /**
     * A subscript of an array, or a range of them.
     *
     * @param to the end of the range; nothing for a single subscript
     */
    record Subscript(Step from, Optional<Step> to) {}

    /**
     * The member of each object.
     *
     * @param name its name; null for all members
     */
    static Step member(Step base, @Nullable String name) {
        return scope -> {
            List<Object> found = new ArrayList<>();
            for (Object item : scope.unwrapped(base.items(scope))) {
                if (item instanceof JsonNode object && object.isObject()) {
                    member(scope, object, name, found);
                } else if (!scope.run().lax) {
                    throw Items.wrongType("OBJECT", item);
                }
            }
            return found;
        };
    }

    private static void member(Scope scope, JsonNode object, @Nullable String name, List<Object> found) {
        if (name == null) {
            scope.run().work(object.size());
            object.forEach(found::add);
            return;
        }
        JsonNode value = object.get(name);
        if (value != null) {
            found.add(value);
        } else if (!scope.run().lax) {
            throw new PathFailure("structural error: missing member '" + name + "' in JSON object");
        }
    }

    /** All members of a name, at any depth. */
    static Step descendants(Step base, String name) {
        return scope -> {
            List<Object> found = new ArrayList<>();
            for (Object item : base.items(scope)) {
                if (item instanceof JsonNode node) {
                    descend(scope, node, name, found);
                }
            }
            return found;
        };
    }

    private static void descend(Scope scope, JsonNode node, String name, List<Object> found) {
        scope.run().work(1);
        JsonNode value = node.get(name);
        if (value != null) {
            found.add(value);
        }
        for (JsonNode child : node) {
            descend(scope, child, name, found);
        }
    }

    /**
     * Elements of arrays.
     *
     * @param subscripts which; none for all
     */
    static Step elements(Step base, List<Subscript> subscripts) {
        return scope -> {
            List<Object> found = new ArrayList<>();
            for (Object item : base.items(scope)) {
                List<Object> elements = elements(scope, item);
                if (subscripts.isEmpty()) {
                    found.addAll(elements);
                } else if (!elements.isEmpty()) {
                    Scope inside = scope.withLast(elements.size() - 1);
                    subscripts.forEach(subscript -> found.addAll(elements(inside, elements, subscript)));
                } else if (!scope.run().lax) {
                    throw new PathFailure("structural error: invalid array subscript for empty array");
                }
                scope.run().work(found.size());
            }
            return found;
        };
    }

    private static List<Object> elements(Scope scope, Object item) {
        if (item instanceof JsonNode array && array.isArray()) {
            return scope.run().lax ? scope.unwrapped(List.of(item)) : children(array);
        }
        if (!scope.run().lax) {
            throw Items.wrongType("ARRAY", item);
        }
        return List.of(item);
    }

    private static List<Object> children(JsonNode array) {
        List<Object> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    private static List<Object> elements(Scope scope, List<Object> elements, Subscript subscript) {
        long from = PathNumbers.index(single(subscript.from().items(scope)));
        long to = subscript.to().isEmpty()
                ? from
                : PathNumbers.index(single(subscript.to().get().items(scope)));
        int size = elements.size();
        if (!scope.run().lax && (from < 0 || to >= size || from > to)) {
            throw new PathFailure(
                    "structural error: invalid array subscript: [" + from + ", " + to + "] for array of size " + size);
        }
        long first = Math.max(from, 0);
        long end = Math.min(to, size - 1L) + 1;
        return first < end ? elements.subList((int) first, (int) end) : List.of();
    }

    private static Object single(List<Object> items) {
        if (items.size() != 1) {
            throw new PathFailure("path evaluation failed: array subscript value must be singleton numeric");
        }
        return items.get(0);
    }

    static Step filter(Step base, Condition condition) {
        return scope -> {
            List<Object> items = scope.unwrapped(base.items(scope));
            scope.run().work(items.size());
            return items.stream()
                    .filter(item -> condition.test(scope.withItem(item)) == Condition.Truth.TRUE)
                    .toList();
        };
    }

    /** Something made of each item, of each element in lax mode. */
    static Step each(Step base, UnaryOperator<Object> change) {
        return scope -> scope.unwrapped(base.items(scope)).stream().map(change).toList();
    }

    static Step types(Step base) {
        return scope -> base.items(scope).stream().<Object>map(Items::type).toList();
    }

    static Step sizes(Step base) {
        return scope -> base.items(scope).stream()
                .<Object>map(item -> size(scope, item))
                .toList();
    }

    private static int size(Scope scope, Object item) {
        if (item instanceof JsonNode array && array.isArray()) {
            return array.size();
        }
        if (!scope.run().lax) {
            throw Items.wrongType("ARRAY", item);
        }
        return 1;
    }

    /** An object with the name and the value of each member. */
    static Step keyValues(Step base) {
        return scope -> {
            List<Object> found = new ArrayList<>();
            for (Object item : scope.unwrapped(base.items(scope))) {
                if (!(item instanceof JsonNode object) || !object.isObject()) {
                    throw Items.wrongType("OBJECT", item);
                }
                IntNode id = IntNode.valueOf(scope.run().nextObject());
                object.properties().forEach(member -> {
                    ObjectNode entry = JsonNodeFactory.instance.objectNode();
                    entry.put("name", member.getKey());
                    entry.set("value", member.getValue());
                    found.add(entry.set("id", id));
                });
                scope.run().work(object.size());
            }
            return found;
        };
    }
}
