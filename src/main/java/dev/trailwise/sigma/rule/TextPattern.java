package dev.trailwise.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Text with wildcards. Neighbouring parts are never both literal, nor both {@link Wildcard#ANY_TEXT}.
 *
 * @see <a
 *     href="https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md#string-wildcard">String
 *     wildcards</a>
 */
public record TextPattern(List<Part> parts) {
    /** A part of a pattern. */
    public sealed interface Part permits Literal, Wildcard {}

    /** This text. */
    public record Literal(String text) implements Part {}

    /** Text that is not given. */
    public enum Wildcard implements Part {
        /** Any text, also none: {@code *}. */
        ANY_TEXT,
        /** One character: {@code ?}. */
        ONE_CHARACTER
    }

    public TextPattern {
        parts = merged(parts);
    }

    /** A text without wildcards. */
    static TextPattern of(String literal) {
        return new TextPattern(List.of(new Literal(literal)));
    }

    /** Reads a value. A backslash takes the meaning of a wildcard or backslash after it; before others it is itself. */
    static TextPattern parse(String value) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = c == '\\' && i + 1 < value.length() && "*?\\".indexOf(value.charAt(i + 1)) >= 0;
            if (escape) {
                i++;
                parts.add(new Literal(value.substring(i, i + 1)));
            } else if (c == '*') {
                parts.add(Wildcard.ANY_TEXT);
            } else if (c == '?') {
                parts.add(Wildcard.ONE_CHARACTER);
            } else {
                parts.add(new Literal(String.valueOf(c)));
            }
        }
        return new TextPattern(parts);
    }

    private static List<Part> merged(List<Part> parts) {
        List<Part> merged = new ArrayList<>();
        for (Part part : parts) {
            int last = merged.size() - 1;
            if (part instanceof Literal literal && last >= 0 && merged.get(last) instanceof Literal before) {
                merged.set(last, new Literal(before.text() + literal.text()));
            } else if (!(part instanceof Literal literal && literal.text().isEmpty())
                    && !(part == Wildcard.ANY_TEXT && last >= 0 && merged.get(last) == Wildcard.ANY_TEXT)) {
                merged.add(part);
            }
        }
        return List.copyOf(merged);
    }

    /** The text, where there are no wildcards. */
    public Optional<String> literal() {
        return parts.stream().allMatch(Literal.class::isInstance)
                ? Optional.of(
                        parts.stream().map(part -> ((Literal) part).text()).collect(Collectors.joining()))
                : Optional.empty();
    }

    /** The same with other text before or after it. */
    TextPattern open(boolean start, boolean end) {
        List<Part> open = new ArrayList<>(parts);
        if (start) {
            open.add(0, Wildcard.ANY_TEXT);
        }
        if (end) {
            open.add(Wildcard.ANY_TEXT);
        }
        return new TextPattern(open);
    }

    /** The same with its texts changed. */
    public TextPattern map(UnaryOperator<String> change) {
        return new TextPattern(parts.stream()
                .map(part -> part instanceof Literal literal ? new Literal(change.apply(literal.text())) : part)
                .toList());
    }
}
