package dev.trailwise.trail;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of time as people write it: {@code 30s}, {@code 90m}, {@code 24h}, {@code 7d}, {@code 4w}. */
public record TimeSpan(long count, Unit unit) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})([smhdw])");

    /** What is counted. */
    public enum Unit {
        SECOND(Duration.ofSeconds(1)),
        MINUTE(Duration.ofMinutes(1)),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        private static Unit of(char letter) {
            return switch (letter) {
                case 's' -> SECOND;
                case 'm' -> MINUTE;
                case 'h' -> HOUR;
                case 'd' -> DAY;
                default -> WEEK;
            };
        }
    }

    /** Reads a span; nothing for any other text. */
    public static Optional<TimeSpan> parse(String text) {
        Matcher span = TEXT.matcher(text);
        return span.matches()
                ? Optional.of(new TimeSpan(
                        Long.parseLong(span.group(1)), Unit.of(span.group(2).charAt(0))))
                : Optional.empty();
    }

    /** How long it is. */
    public Duration duration() {
        return unit.length.multipliedBy(count);
    }
}
