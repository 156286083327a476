package dev.trailwise.table;

import java.util.SortedMap;
import java.util.TreeMap;

/** Takes a Hive type apart, so that a change inside a large struct can be told by its field. */
final class HiveType {
    private final String text;
    private final SortedMap<String, String> leaves = new TreeMap<>();
    private int at;

    private HiveType(String text) {
        this.text = text;
    }

    /**
     * The scalar fields of a type by their dotted path below the column; an array adds {@code []}, a map {@code {}}.
     * Text that is no Hive type is one leaf.
     */
    static SortedMap<String, String> leaves(String column, String type) {
        String compact = type.replaceAll("\\s", "");
        HiveType reader = new HiveType(compact);
        reader.read(column);
        if (reader.at != compact.length()) {
            return new TreeMap<>(java.util.Map.of(column, compact));
        }
        return reader.leaves;
    }

    private void read(String path) {
        if (take("struct<")) {
            fields(path);
        } else if (take("array<")) {
            read(path + "[]");
            take(">");
        } else if (take("map<")) {
            scalar();
            take(",");
            read(path + "{}");
            take(">");
        } else {
            leaves.put(path, scalar());
        }
    }

    private void fields(String path) {
        do {
            int colon = text.indexOf(':', at);
            if (colon < 0) {
                return;
            }
            String field = text.substring(at, colon);
            at = colon + 1;
            read(path + "." + field);
        } while (take(","));
        take(">");
    }

    /** A name with its parameters, such as {@code decimal(10,2)}. */
    private String scalar() {
        int start = at;
        int depth = 0;
        while (at < text.length() && (depth > 0 || ",>:<".indexOf(text.charAt(at)) < 0)) {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return text.substring(start, at);
    }

    private boolean take(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }
}
