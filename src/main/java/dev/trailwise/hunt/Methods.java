package dev.trailwise.hunt;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long expressions, which Trino compiles to a method of Java each, with at most 64 kB: a lambda is a method of its own.
 * The local engine knows these lambdas by their form and leaves them out.
 */
final class Methods {
    /** Text of about 100,000 characters was found to be too much. */
    static final int MOST_TEXT = 15_000;

    /** So much text of our own detections in one method is judged by Trino with every change of them. */
    static final int KNOWN_TEXT = 45_000;

    /** An array of Trino is written with at most 254 elements. */
    private static final int MOST_ELEMENTS = 100;

    private Methods() {}

    /** An array in a method of its own. */
    static String array(String sql) {
        return "flatten(transform(ARRAY[0], once -> " + sql + "))";
    }

    /** A condition that one of many holds, in methods of their own. */
    static List<String> anyOf(List<String> conditions) {
        return parts(conditions).stream()
                .map(part -> "any_match(ARRAY[0], once -> " + String.join(" OR ", part) + ")")
                .toList();
    }

    /** The elements in as few parts as have not too much text. */
    static List<List<String>> parts(List<String> elements) {
        List<List<String>> parts = new ArrayList<>();
        int text = MOST_TEXT;
        for (String element : elements) {
            if (text + element.length() > MOST_TEXT
                    || parts.get(parts.size() - 1).size() == MOST_ELEMENTS) {
                parts.add(new ArrayList<>());
                text = 0;
            }
            parts.get(parts.size() - 1).add(element);
            text += element.length();
        }
        return parts;
    }
}
