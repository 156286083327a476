package dev.trailwise.sigma.sql;

import dev.trailwise.sigma.rule.TextPattern;
import dev.trailwise.sigma.rule.TextPattern.Literal;
import dev.trailwise.sigma.rule.TextPattern.Wildcard;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.List;
import java.util.Optional;

/** Writes comparisons of texts. */
final class Texts {
    private Texts() {}

    /** The condition that a text is like a pattern. NULL is like none. */
    static String like(String sql, TextPattern pattern, boolean cased) {
        TextPattern written = cased ? pattern : pattern.map(Texts::lower);
        String text = cased || !hasLetters(written) ? sql : "lower(" + sql + ")";
        Optional<String> literal = written.literal();
        if (literal.isPresent()) {
            return text + " = " + SqlLiteral.text(literal.get());
        }
        List<TextPattern.Part> parts = written.parts();
        if (parts.equals(List.of(Wildcard.ANY_TEXT))) {
            return sql + " IS NOT NULL";
        }
        Optional<String> contained = contained(parts);
        return contained
                .map(part -> "strpos(" + text + ", " + SqlLiteral.text(part) + ") > 0")
                .orElseGet(() -> text + " LIKE " + likePattern(parts));
    }

    /** The text of {@code *text*} that LIKE would need to escape. */
    private static Optional<String> contained(List<TextPattern.Part> parts) {
        return parts.size() == 3
                        && parts.get(0) == Wildcard.ANY_TEXT
                        && parts.get(1) instanceof Literal literal
                        && parts.get(2) == Wildcard.ANY_TEXT
                        && !escaped(literal.text()).equals(literal.text())
                ? Optional.of(literal.text())
                : Optional.empty();
    }

    private static String likePattern(List<TextPattern.Part> parts) {
        StringBuilder like = new StringBuilder();
        boolean escapes = false;
        for (TextPattern.Part part : parts) {
            if (part instanceof Literal literal) {
                String escaped = escaped(literal.text());
                escapes |= !escaped.equals(literal.text());
                like.append(escaped);
            } else {
                like.append(part == Wildcard.ANY_TEXT ? '%' : '_');
            }
        }
        return SqlLiteral.text(like.toString()) + (escapes ? " ESCAPE '\\'" : "");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Lower case as {@code lower} of Athena makes it: a character at a time. */
    static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean hasLetters(TextPattern pattern) {
        return pattern.parts().stream().anyMatch(part -> part instanceof Literal literal && hasLetters(literal.text()));
    }

    /** Whether some character may have another case. */
    static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(c -> c > 127 || Character.isLetter(c));
    }

    /** The pattern for the same text inside a string of JSON; nothing when it is written as it is. */
    static Optional<TextPattern> inJsonString(TextPattern pattern) {
        TextPattern inside = pattern.map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""));
        return inside.equals(pattern) ? Optional.empty() : Optional.of(inside);
    }
}
