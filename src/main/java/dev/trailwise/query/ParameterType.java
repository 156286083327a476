package dev.trailwise.query;

import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeText;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the values of a parameter are: how a value is written, checked, and made a SQL literal of one SQL type. */
public enum ParameterType {
    /** Any text, as it is. */
    STRING("varchar", "my-bucket", "any text", (text, times) -> SqlLiteral.text(ValueText.printable(text))),
    /** A whole number. */
    INTEGER("bigint", "100", "a whole number", (text, times) -> ValueText.integer(text)),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean", "true", "true or false", (text, times) -> SqlLiteral.bool(ValueText.bool(text))),
    /** A span of time; an interval in SQL. */
    DURATION("interval day to second", "24h", "a span of time", (text, times) -> ValueText.interval(text)),
    /** A point in time; text in SQL, in the very form of {@code eventtime}, so that the two compare. */
    TIMESTAMP(
            "varchar",
            "2026-11-01T10:00Z",
            "a time in UTC",
            (text, times) -> SqlLiteral.text(
                    times.start(text).truncatedTo(ChronoUnit.SECONDS).toString())),
    /** The id of an access key. */
    ACCESS_KEY(
            "varchar",
            "AKIAIOSFODNN7EXAMPLE",
            "the id of an access key",
            (text, times) -> SqlLiteral.text(ValueText.accessKey(text))),
    /** An account's twelve digits. */
    ACCOUNT("varchar", "111122223333", "an account id", (text, times) -> SqlLiteral.text(new AccountId(text).digits())),
    /** A Region's code. */
    REGION("varchar", "eu-central-1", "a Region", (text, times) -> SqlLiteral.text(new Region(text).code())),
    /** An ARN, exact. */
    ARN(
            "varchar",
            "arn:aws:iam::111122223333:user/alice",
            "an ARN",
            (text, times) -> SqlLiteral.text(ValueText.arn(text))),
    /** Who acted: the name or ARN of a user or role, or the name of a session. */
    PRINCIPAL(
            "varchar",
            "alice",
            "the name or ARN of a user, role or session",
            (text, times) -> SqlLiteral.text(ValueText.principal(text))),
    /** One address, as CloudTrail writes it: IPv6 in its short form. */
    IP("varchar", "198.51.100.7", "an IP address", (text, times) -> SqlLiteral.text(IpText.address(text))),
    /** A network; one address is the network of that address alone. */
    CIDR(
            "varchar",
            "198.51.100.0/24",
            "a network or an IP address",
            (text, times) -> SqlLiteral.text(IpText.network(text))),
    /** The name of an API action. */
    EVENT_NAME(
            "varchar",
            "RunInstances",
            "the name of an event",
            (text, times) -> SqlLiteral.text(ValueText.eventName(text))),
    /** A service's event source; its first word is enough. */
    EVENT_SOURCE(
            "varchar",
            "iam.amazonaws.com",
            "the source of events",
            (text, times) -> SqlLiteral.text(ValueText.eventSource(text))),
    /**
     * Text with {@code *} for any characters and {@code ?} for one; in SQL the pattern of a {@code LIKE :name ESCAPE
     * '\'}. A backslash before either, or before another one, makes it a character as any other.
     */
    PATTERN(
            "varchar",
            "*admin*",
            "a pattern: * is any text, ? one character",
            (text, times) -> SqlLiteral.text(Glob.like(ValueText.printable(text))));

    private final String sqlType;
    private final String example;
    private final String meaning;

    // Each reader is a lambda that captures nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Reader reader;

    ParameterType(String sqlType, String example, String meaning, Reader reader) {
        this.sqlType = sqlType;
        this.example = example;
        this.meaning = meaning;
        this.reader = reader;
    }

    /** The type that a front matter calls so. */
    static Optional<ParameterType> of(String name) {
        return Stream.of(values()).filter(type -> type.toString().equals(name)).findFirst();
    }

    static List<String> nameList() {
        return Stream.of(values()).map(ParameterType::toString).toList();
    }

    static String names() {
        return String.join(", ", nameList());
    }

    /** A good value, as a user would write it. */
    public String example() {
        return example;
    }

    /** What its values are, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The type of its literals in Athena SQL. */
    public String sqlType() {
        return sqlType;
    }

    /**
     * A value as a SQL literal.
     *
     * @param times reads what a user means by a time
     * @throws IllegalArgumentException when the text is no value of this type, with a message that shows one
     */
    String literal(String text, TimeText times) {
        return reader.literal(text, times);
    }

    /** The absent value. */
    String nullLiteral() {
        return this == DURATION ? SqlLiteral.NULL : "CAST(NULL AS " + sqlType + ")";
    }

    /** The name in a front matter, such as {@code access-key}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @FunctionalInterface
    private interface Reader {
        String literal(String text, TimeText times);
    }
}
