package dev.trailwise.setup.check;

import java.util.Locale;

/** How good or bad a finding is. */
public enum Level {
    OK,
    NOTE,
    WARNING,
    UNKNOWN;

    /** The word in the rows, for example {@code warning}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
