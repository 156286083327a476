package dev.trailwise.query;

/** CloudTrail sometimes delivers an event more than once, with the same {@code eventid}: what becomes of the repeats. */
public enum DuplicatePolicy {
    /** Every delivery counts, as in a query on Athena. */
    KEPT,
    /** Of the events with one {@code eventid}, one counts; events without any all do. */
    DROPPED
}
