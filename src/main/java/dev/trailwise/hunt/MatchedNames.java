package dev.trailwise.hunt;

import dev.trailwise.query.SavedQuery;
import dev.trailwise.sql.EventPredicate;
import dev.trailwise.sql.text.SqlLiteral;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An array with the name of each detection that an event matches, and NULL for each other. Detections of a single event
 * name are found by that name, so that an event of it is not compared with all others.
 */
final class MatchedNames {
    static final String LOWER_NAME = "lower(eventname)";

    /** An array of Trino is written with at most 254 elements. */
    private static final int MOST_ELEMENTS = 100;

    /** So many names are compared one by one. */
    private static final int LEAF = 4;

    private MatchedNames() {}

    static String sql(Map<SavedQuery, EventPredicate> predicates, LowerTexts lower) {
        List<String> own = new ArrayList<>();
        List<String> several = new ArrayList<>();
        Map<String, List<String>> byName =
                new TreeMap<>((one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other)));
        predicates.forEach((detection, predicate) -> {
            String condition = predicate.anyCase() ? lower.shared(predicate.sql()) : predicate.sql();
            String element = "IF(" + condition + "\n, " + SqlLiteral.text(detection.name()) + ")";
            if (!predicate.anyCase()) {
                own.add(element);
            } else if (predicate.eventNames().size() == 1) {
                byName.computeIfAbsent(predicate.eventNames().iterator().next(), name -> new ArrayList<>())
                        .add(element);
            } else {
                several.add(element);
            }
        });
        List<String> arrays = new ArrayList<>();
        if (own.stream().mapToInt(String::length).sum() > Methods.KNOWN_TEXT) {
            Methods.parts(own).forEach(part -> arrays.add(Methods.array(array(part))));
        } else if (!own.isEmpty()) {
            arrays.add(array(own));
        }
        if (!byName.isEmpty()) {
            arrays.add(byName(List.copyOf(byName.entrySet()), lower.shared(LOWER_NAME)));
        }
        Methods.parts(several).forEach(part -> arrays.add(Methods.array(array(part))));
        return String.join(" || ", arrays);
    }

    private static String array(List<String> elements) {
        List<String> arrays = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += MOST_ELEMENTS) {
            List<String> some = elements.subList(from, Math.min(from + MOST_ELEMENTS, elements.size()));
            arrays.add(some.stream().collect(Collectors.joining(",\n", "ARRAY[", "]")));
        }
        return String.join(" || ", arrays);
    }

    /** Halves the names until what is left is short. */
    private static String byName(List<Map.Entry<String, List<String>>> names, String name) {
        if (text(names) <= Methods.MOST_TEXT) {
            return Methods.array(halved(names, name));
        }
        if (names.size() == 1) {
            return "IF(" + name + " = " + SqlLiteral.text(names.get(0).getKey()) + ", "
                    + Methods.parts(names.get(0).getValue()).stream()
                            .map(part -> Methods.array(array(part)))
                            .collect(Collectors.joining(" || "))
                    + ", ARRAY[])";
        }
        int half = names.size() / 2;
        return branch(
                names.get(half).getKey(),
                name,
                byName(names.subList(0, half), name),
                byName(names.subList(half, names.size()), name));
    }

    private static int text(List<Map.Entry<String, List<String>>> names) {
        return names.stream()
                .flatMap(one -> one.getValue().stream())
                .mapToInt(String::length)
                .sum();
    }

    private static String halved(List<Map.Entry<String, List<String>>> names, String name) {
        if (names.size() <= LEAF) {
            return names.stream()
                    .map(one -> "WHEN " + SqlLiteral.text(one.getKey()) + " THEN " + array(one.getValue()))
                    .collect(Collectors.joining("\n", "CASE " + name + " ", " ELSE ARRAY[] END"));
        }
        int half = names.size() / 2;
        return branch(
                names.get(half).getKey(),
                name,
                halved(names.subList(0, half), name),
                halved(names.subList(half, names.size()), name));
    }

    private static String branch(String middle, String name, String before, String after) {
        return "IF(" + name + " < " + SqlLiteral.text(middle) + ", " + before + ", " + after + ")";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
