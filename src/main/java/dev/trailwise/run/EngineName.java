package dev.trailwise.run;

import java.util.Locale;

/** Who answers a query. */
public enum EngineName {
    /** This machine where logs are named, else Athena where a bucket is set. */
    AUTO,
    /** Athena, over the trail's bucket. */
    ATHENA,
    /** This machine, over the logs that are named. */
    LOCAL,
    /** CloudTrail's own history of the last 90 days, by LookupEvents. */
    LOOKUP;

    /** The word of the command line, such as {@code auto}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
