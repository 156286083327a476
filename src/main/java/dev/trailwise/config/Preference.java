package dev.trailwise.config;

import java.util.Locale;

/** What matters where a query can run in several places. */
public enum Preference {
    /** The cheapest. */
    COST,
    /** The fastest. */
    SPEED;

    /** The word in the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
