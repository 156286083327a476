package dev.trailwise.cost;

import dev.trailwise.trail.DayRange;

/**
 * Files in the scope that no query reads, because their storage class is S3 Glacier Flexible Retrieval or Deep Archive.
 * Their events are missing in the answer.
 *
 * @param objects how many files
 * @param days the first and the last day that they were delivered on
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-glacier.html">Glacier and Athena</a>
 */
public record Archived(long objects, DayRange days) {}
