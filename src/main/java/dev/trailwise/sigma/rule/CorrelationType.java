package dev.trailwise.sigma.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a correlation computes of the events of a window. */
public enum CorrelationType {
    /** How many events there are. */
    EVENT_COUNT,
    /** How many different values a field has. */
    VALUE_COUNT,
    /** The sum of the numbers of a field. */
    VALUE_SUM,
    /** Their mean. */
    VALUE_AVG,
    /** Their median: the mean of the middle two where their count is even. */
    VALUE_MEDIAN,
    /** The least of them. */
    VALUE_MIN,
    /** The greatest of them. */
    VALUE_MAX,
    /** How many of the rules match. */
    TEMPORAL,
    /** The same, with the matches in the order of the rules. */
    TEMPORAL_ORDERED;

    static Optional<CorrelationType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(name))
                .findFirst();
    }

    /** Whether it is about several rules. */
    public boolean isTemporal() {
        return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }

    /** Whether it is about the values of a field. */
    public boolean isOfValues() {
        return !isTemporal() && this != EVENT_COUNT;
    }

    /** Whether it is about numbers. */
    public boolean isOfNumbers() {
        return isOfValues() && this != VALUE_COUNT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
