package dev.trailwise.run;

/** Who answers a query. */
public enum Where {
    /** This machine where logs are named, else Athena where a bucket is set. */
    AUTO,
    /** Athena, over the trail's bucket. */
    ATHENA,
    /** This machine, over the logs that are named. */
    LOCAL
}
