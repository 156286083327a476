package dev.trailwise.query;

import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.trail.TimeSpan;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks single values that users write. Each method throws IllegalArgumentException with a message that shows a good value. */
final class ValueText {
    private static final int LONGEST = 2048;
    private static final Pattern ACCESS_KEY = Pattern.compile("(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,124}");
    private static final Pattern UNIQUE_ID =
            Pattern.compile("(AIDA|AROA|AGPA|ANPA|AIPA|ANVA|ASCA|APKA)[A-Z0-9]{12,124}");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[a-z0-9-]*:.+");
    private static final Pattern EVENT_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,127}");
    private static final Pattern EVENT_SOURCE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

    private ValueText() {}

    /** Text without control characters, not longer than what CloudTrail writes into a field that is asked for. */
    static String printable(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " characters; at most " + LONGEST + " are taken");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL)) {
            throw new IllegalArgumentException(
                    "a text with control characters, for example a line break or a tab; write it in one line");
        }
        return text;
    }

    /** A literal; a negative one in parentheses, for after a minus its own would begin a comment. */
    static String integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "not a whole number: '" + text + "'; write digits alone, for example 100");
        }
        String literal = SqlLiteral.integer(Long.parseLong(text));
        return literal.startsWith("-") ? "(" + literal + ")" : literal;
    }

    static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default ->
                throw new IllegalArgumentException("neither true nor false: '" + text + "'; write true or false");
        };
    }

    static String interval(String text) {
        TimeSpan span = TimeSpan.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a span of time: '" + text + "'; write 30s, 90m, 24h, 7d or 4w"));
        return span.unit() == TimeSpan.Unit.WEEK
                ? "INTERVAL '" + 7 * span.count() + "' DAY"
                : "INTERVAL '" + span.count() + "' " + span.unit();
    }

    static String accessKey(String text) {
        String key = text.toUpperCase(Locale.ROOT);
        if (UNIQUE_ID.matcher(key).matches()) {
            throw new IllegalArgumentException("not an access key: '" + text + "' is the id of "
                    + (key.startsWith("AIDA") ? "a user" : key.startsWith("AROA") ? "a role" : "something else")
                    + "; access keys begin with AKIA or ASIA, for example AKIAIOSFODNN7EXAMPLE");
        }
        if (!ACCESS_KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not the id of an access key: '" + text
                    + "'; it begins with AKIA or ASIA and has 20 letters and digits, for example AKIAIOSFODNN7EXAMPLE");
        }
        return key;
    }

    static String arn(String text) {
        if (!ARN.matcher(printable(text)).matches()) {
            throw new IllegalArgumentException(
                    "not an ARN: '" + text + "'; it looks like arn:aws:iam::111122223333:user/alice");
        }
        return text;
    }

    static String principal(String text) {
        if (printable(text).isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "not a principal: '" + text
                            + "'; write the name or ARN of a user or role, or a session's name, for example alice or arn:aws:iam::111122223333:role/Admin");
        }
        return text;
    }

    static String eventName(String text) {
        if (!EVENT_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "not the name of an event: '" + text + "'; write the API action alone, for example RunInstances");
        }
        return text;
    }

    /** The service alone is taken too, as {@code iam} for {@code iam.amazonaws.com}. */
    static String eventSource(String text) {
        String source = text.toLowerCase(Locale.ROOT);
        if (!EVENT_SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "not the source of events: '" + text + "'; write iam.amazonaws.com, or iam for short");
        }
        return source.contains(".") ? source : source + ".amazonaws.com";
    }
}
