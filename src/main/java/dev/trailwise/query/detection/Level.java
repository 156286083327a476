package dev.trailwise.query.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much a finding matters, the least first.
 *
 * @see <a href="https://sigmahq.io/docs/basics/rules.html#level">Level of a Sigma rule</a>
 */
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** All levels as they are written. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Level::toString).toList();
    }

    /** The level of this name. */
    public static Optional<Level> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
