package dev.trailwise.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places to fill in. {@code ${name}} is a value of the context, the same everywhere in one event;
 * {@code ${uuid}}, {@code ${hex:8}}, {@code ${base32:9}}, {@code ${alphanumeric:16}}, {@code ${base64:300}},
 * {@code ${int:1-99}} and {@code ${pick:a,b,c}} are new each time.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException when a place cannot be filled in by any rule */
    static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            addLiteral(parts, text.substring(end, place.start()));
            parts.add(part(place.group(1)));
            end = place.end();
        }
        addLiteral(parts, text.substring(end));
        return new Template(parts);
    }

    /** Whether it is the empty text. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    void render(Values values, StringBuilder out) {
        for (Part part : parts) {
            part.render(values, out);
        }
    }

    String render(Values values) {
        StringBuilder out = new StringBuilder();
        render(values, out);
        return out.toString();
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add((values, out) -> out.append(text));
        }
    }

    private static Part part(String place) {
        int colon = place.indexOf(':');
        if (colon < 0) {
            return place.equals("uuid")
                    ? (values, out) -> values.random().uuid(out)
                    : (values, out) -> out.append(values.value(place));
        }
        String argument = place.substring(colon + 1);
        return switch (place.substring(0, colon)) {
            case "hex" -> letters(SeededRandom.HEX, argument);
            case "base32" -> letters(SeededRandom.BASE32, argument);
            case "alphanumeric" -> letters(SeededRandom.ALPHANUMERIC, argument);
            case "base64" -> letters(SeededRandom.BASE64, argument);
            case "int" -> number(argument);
            case "pick" -> pick(List.of(argument.split(",")));
            default -> throw new IllegalArgumentException("not a place to fill in: '" + place + "'");
        };
    }

    private static Part letters(String alphabet, String count) {
        int length = Integer.parseInt(count);
        return (values, out) -> values.random().letters(out, alphabet, length);
    }

    private static Part number(String range) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(range.substring(0, dash));
        int last = Integer.parseInt(range.substring(dash + 1));
        return (values, out) -> out.append(values.random().between(first, last));
    }

    private static Part pick(List<String> choices) {
        return (values, out) -> out.append(values.random().pick(choices));
    }

    /** What a place is filled with. */
    interface Values {
        String value(String name);

        SeededRandom random();
    }

    private interface Part {
        void render(Values values, StringBuilder out);
    }
}
