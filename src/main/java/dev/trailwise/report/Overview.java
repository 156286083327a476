package dev.trailwise.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened, in figures.
 *
 * @param counts by each property of events: all stretches of time, and the most frequent values of the others
 */
record Overview(Map<Property, List<Count>> counts) {
    /** A property that events are counted by. */
    enum Property {
        TIME("time", "times"),
        ACCOUNT("account", "accounts"),
        REGION("Region", "Regions"),
        PRINCIPAL("principal", "principals"),
        ADDRESS("source address", "source addresses"),
        ACTION("action", "actions"),
        ERROR("error", "errors");

        private final String one;
        private final String plural;

        Property(String one, String plural) {
            this.one = one;
            this.plural = plural;
        }

        /** The noun for a value. */
        String one() {
            return one;
        }

        /** The noun for several values. */
        String plural() {
            return plural;
        }
    }

    /**
     * The events with one value of a property.
     *
     * @param all how many values of the property there are
     */
    record Count(String value, long events, long denied, long failed, String first, String last, long all) {}

    Overview {
        counts = new EnumMap<>(counts);
    }

    List<Count> of(Property property) {
        return counts.getOrDefault(property, List.of());
    }

    /** How many values of a property there are, shown or not. */
    long values(Property property) {
        return of(property).stream().findFirst().map(Count::all).orElse(0L);
    }

    /** All events that have a time. */
    long events() {
        return of(Property.TIME).stream().mapToLong(Count::events).sum();
    }

    long denied() {
        return of(Property.TIME).stream().mapToLong(Count::denied).sum();
    }

    long failed() {
        return of(Property.TIME).stream().mapToLong(Count::failed).sum();
    }

    /** The time of the first event. */
    Optional<String> first() {
        return of(Property.TIME).stream().map(Count::first).min(String::compareTo);
    }

    /** The time of the last event. */
    Optional<String> last() {
        return of(Property.TIME).stream().map(Count::last).max(String::compareTo);
    }
}
