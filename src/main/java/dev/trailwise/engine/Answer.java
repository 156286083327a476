package dev.trailwise.engine;

/**
 * How a query ended, beside its rows.
 *
 * @param rows how many rows it had
 * @param coverage what was read to answer it
 */
public record Answer(long rows, Coverage coverage) {}
