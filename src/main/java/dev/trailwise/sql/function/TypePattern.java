package dev.trailwise.sql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of an argument or result in {@code functions.txt}: a type, or a capital letter that stands for one. N stands
 * for any number, I for any whole number, O for any type with an order, the others for any type.
 *
 * @param name the type's name, or the letter
 * @param parts what is in its parentheses
 */
public record TypePattern(String name, List<TypePattern> parts) {
    public TypePattern {
        parts = List.copyOf(parts);
    }

    static TypePattern parse(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new TypePattern(text.strip(), List.of());
        }
        List<TypePattern> parts = new ArrayList<>();
        for (String part : split(text.substring(open + 1, text.lastIndexOf(')')))) {
            parts.add(parse(part));
        }
        return new TypePattern(text.substring(0, open).strip(), parts);
    }

    /** The parts between commas that are not inside parentheses. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (!text.isBlank()) {
            parts.add(text.substring(start).strip());
        }
        return parts;
    }

    public boolean function() {
        return name.equals("function");
    }

    private boolean variable() {
        return name.length() == 1 && Character.isUpperCase(name.charAt(0));
    }

    /** Whether a type fits, perhaps by widening; notes what the letters stand for. */
    public boolean matches(Type type, Map<String, Type> letters) {
        if (variable()) {
            return bind(type, letters);
        }
        if (type == Type.Simple.UNKNOWN) {
            return true;
        }
        if (name.equals("array")) {
            return type instanceof Type.Array array && parts.get(0).matches(array.element(), letters);
        }
        if (name.equals("map")) {
            return type instanceof Type.MapOf map
                    && parts.get(0).matches(map.key(), letters)
                    && parts.get(1).matches(map.value(), letters);
        }
        if (name.equals("row")) {
            return type instanceof Type.Row;
        }
        if (name.equals("any")) {
            return true;
        }
        if (name.equals("rows")) {
            return false; // a result only
        }
        if (name.equals("decimal")) {
            return type instanceof Type.Decimal;
        }
        return Coercion.allowed(type, simple());
    }

    private boolean bind(Type type, Map<String, Type> letters) {
        boolean number = !name.equals("N") || type.numeric();
        boolean whole = !name.equals("I") || type.integer();
        boolean ordered = !name.equals("O") || type.orderable();
        boolean fits = type == Type.Simple.UNKNOWN || (number && whole && ordered);
        Type before = letters.getOrDefault(name, Type.Simple.UNKNOWN);
        Optional<Type> both = Coercion.common(before, type);
        both.ifPresent(common -> letters.put(name, common));
        return fits && both.isPresent();
    }

    /** The type that this is when its letters stand for these. */
    public Type type(Map<String, Type> letters) {
        if (variable()) {
            return letters.getOrDefault(name, Type.Simple.UNKNOWN);
        }
        return switch (name) {
            case "array" -> new Type.Array(parts.get(0).type(letters));
            case "map" ->
                new Type.MapOf(parts.get(0).type(letters), parts.get(1).type(letters));
            case "rows" ->
                new Type.Row(parts.stream()
                        .map(part -> new Type.Field("", part.type(letters)))
                        .toList());
            case "row" -> letters.getOrDefault("row", Type.Simple.UNKNOWN);
            case "decimal" -> letters.getOrDefault("decimal", Type.Simple.UNKNOWN);
            default -> simple();
        };
    }

    private Type simple() {
        if (name.equals("unknown") || name.equals("any")) {
            return Type.Simple.UNKNOWN;
        }
        return Type.Simple.named(
                        name.equals("timestamptz")
                                ? Type.Simple.TIMESTAMP_TZ.toString()
                                : name.replace("interval", "interval day to second"))
                .orElseThrow(() -> new IllegalStateException("functions.txt names no type: " + name));
    }

    @Override
    public String toString() {
        return parts.isEmpty()
                ? name
                : name + "("
                        + String.join(
                                ", ", parts.stream().map(TypePattern::toString).toList()) + ")";
    }
}
