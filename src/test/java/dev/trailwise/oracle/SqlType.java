package dev.trailwise.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type as Trino writes it, such as {@code map(varchar, array(bigint))}, or a pattern of types from the function registry,
 * in which a capital letter stands for any type.
 *
 * @param name its name without its parts
 * @param parts the types in its parentheses
 */
record SqlType(String name, List<SqlType> parts) {
    SqlType {
        parts = List.copyOf(parts);
    }

    static SqlType of(String text) {
        int open = text.indexOf('(');
        if (open < 0 || text.startsWith("decimal(")) {
            return new SqlType(text.strip(), List.of());
        }
        List<SqlType> parts = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (c == ',' && depth == 0)) {
                parts.add(of(text.substring(start, i).strip()));
                start = i + 1;
            }
        }
        return new SqlType(text.substring(0, open).strip(), parts);
    }

    boolean is(String other) {
        return name.equals(other);
    }

    boolean isLetter() {
        return name.length() == 1 && Character.isUpperCase(name.charAt(0));
    }

    SqlType part(int index) {
        return parts.get(index);
    }

    /** The same with letters replaced by the types they stand for. */
    SqlType with(Map<String, SqlType> letters) {
        return isLetter()
                ? letters.getOrDefault(name, this)
                : new SqlType(
                        name, parts.stream().map(part -> part.with(letters)).toList());
    }

    /** Whether this type is an instance of the pattern; notes what its letters stand for. */
    boolean fits(SqlType pattern, Map<String, SqlType> letters) {
        if (pattern.isLetter()) {
            boolean number = !pattern.is("N") || EdgeValues.isNumber(this);
            boolean whole = !pattern.is("I") || EdgeValues.isWhole(this);
            boolean ordered = !pattern.is("O") || !toString().matches(".*(json|map).*");
            return number
                    && whole
                    && ordered
                    && letters.computeIfAbsent(pattern.name(), letter -> this).equals(this);
        }
        if (pattern.is("decimal")) {
            return name.startsWith("decimal")
                    && letters.computeIfAbsent("decimal", d -> this).equals(this);
        }
        if (!name.equals(pattern.name()) || parts.size() != pattern.parts().size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).fits(pattern.part(i), letters)) {
                return false;
            }
        }
        return true;
    }

    /** As SQL writes it. */
    @Override
    public String toString() {
        return switch (name) {
            case "timestamptz" -> "timestamp(3) with time zone";
            case "timestamp" -> "timestamp(3)";
            case "interval" -> "interval day to second";
            default ->
                parts.isEmpty()
                        ? name
                        : name + parts.stream().map(SqlType::toString).collect(Collectors.joining(", ", "(", ")"));
        };
    }
}
