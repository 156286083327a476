package dev.trailwise.sigma.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of PCRE as those of Java and Trino, which mean the same. What Sigma does not list and means
 * something else elsewhere is refused.
 *
 * @see <a
 *     href="https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-modifiers.md#regular-expression">Regular
 *     expressions of Sigma</a>
 */
final class RegexText {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<flags>\\(\\?[ims]+\\))|(?<group>\\(\\?[:=!])|(?<special>\\(\\?.?)|\\\\(?<escape>.)|(?<class>\\[\\^?\\]?)"
                    + "|(?<possessive>([*+?]|\\{[0-9]+(,[0-9]*)?\\})\\+)|(?<repeat>\\{[0-9]+(,[0-9]*)?\\})|(?<other>.)",
            Pattern.DOTALL);
    private static final String DIGIT = "0-9";
    private static final String WORD = "0-9A-Za-z_";
    private static final String SPACE = " \\t\\n\\x0B\\f\\r";

    private RegexText() {}

    /**
     * A pattern with its flags.
     *
     * @param flags some of i, m and s
     * @throws IllegalArgumentException with what is not understood
     */
    static String portable(String pattern, String flags) {
        StringBuilder out = new StringBuilder();
        StringBuilder inline = new StringBuilder(flags);
        Matcher token = TOKEN.matcher(pattern);
        int at = 0;
        while (at < pattern.length()) {
            token.region(at, pattern.length());
            if (!token.lookingAt()) {
                throw new IllegalArgumentException("'" + pattern + "' is not a regular expression");
            }
            at = token.end();
            if (token.group("flags") != null) {
                if (!out.isEmpty()) {
                    throw unsupported(token.group());
                }
                inline.append(token.group(), 2, token.group().length() - 1);
            } else if (token.group("class") != null) {
                at = characters(pattern, token, out);
            } else if (token.group("escape") != null) {
                escape(token.group("escape").charAt(0), out);
            } else if (token.group("special") != null || token.group("possessive") != null) {
                throw unsupported(token.group());
            } else {
                String text = token.group();
                out.append(text.equals("{") || text.equals("}") ? "\\" + text : text);
            }
        }
        String portable = (inline.isEmpty() ? "" : "(?" + distinct(inline) + ")") + out;
        try {
            Pattern.compile(portable);
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' is not a regular expression: " + invalid.getDescription());
        }
        return portable;
    }

    private static String distinct(StringBuilder flags) {
        return flags.chars()
                .distinct()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case 'd' -> out.append('[').append(DIGIT).append(']');
            case 'D' -> out.append("[^").append(DIGIT).append(']');
            case 'w' -> out.append('[').append(WORD).append(']');
            case 'W' -> out.append("[^").append(WORD).append(']');
            case 's' -> out.append('[').append(SPACE).append(']');
            case 'S' -> out.append("[^").append(SPACE).append(']');
            default -> out.append(single(c));
        }
    }

    private static String single(char c) {
        if (c == 'n' || c == 'r' || c == 't' || c == 'f') {
            return "\\" + c;
        }
        if (c < 128 && Character.isLetterOrDigit(c)) {
            throw unsupported("\\" + c);
        }
        return c < 128 ? "\\" + c : String.valueOf(c);
    }

    /** A class of characters; the place after it. */
    private static int characters(String pattern, Matcher opening, StringBuilder out) {
        out.append(opening.group().startsWith("[^") ? "[^" : "[");
        if (opening.group().endsWith("]")) {
            out.append("\\]");
        }
        int at = opening.end();
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            char c = pattern.charAt(at++);
            if (c == '[' && at < pattern.length() && ":.=".indexOf(pattern.charAt(at)) >= 0) {
                throw unsupported("[" + pattern.charAt(at));
            } else if (c == '\\' && at < pattern.length()) {
                char escaped = pattern.charAt(at++);
                switch (escaped) {
                    case 'd' -> out.append(DIGIT);
                    case 'w' -> out.append(WORD);
                    case 's' -> out.append(SPACE);
                    default -> out.append(single(escaped));
                }
            } else {
                out.append(c == '[' || c == '&' || c == '^' ? "\\" + c : String.valueOf(c));
            }
        }
        if (at >= pattern.length()) {
            throw new IllegalArgumentException("'" + pattern + "' is not a regular expression: [ without ]");
        }
        out.append(']');
        return at + 1;
    }

    private static IllegalArgumentException unsupported(String what) {
        return new IllegalArgumentException("'" + what + "' is not among the regular expressions of Sigma");
    }
}
