package dev.trailwise.table;

import java.util.Locale;

/** The tables of a trail, by the kind of files that each reads. */
public enum TableKind {
    EVENTS,
    INSIGHTS,
    NETWORK_ACTIVITY,
    AGGREGATED;

    public TableDefinition definition() {
        return switch (this) {
            case EVENTS -> Tables.EVENTS;
            case INSIGHTS -> Tables.INSIGHTS;
            case NETWORK_ACTIVITY -> Tables.NETWORK_ACTIVITY;
            case AGGREGATED -> Tables.AGGREGATED;
        };
    }

    /** The word of the command line, such as {@code network-activity}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
