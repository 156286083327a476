package dev.trailwise.aws.athena;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.ScanPrice;
import java.time.Duration;
import java.util.Optional;

/**
 * How a query is to be run.
 *
 * @param database what tables without a database are looked for in
 * @param output where results are to be written, an {@code s3://} folder; none leaves it to the workgroup
 * @param reuse how old an earlier result of the same query may be to be taken instead; none runs it
 * @param cutoff how much it may have scanned when it is stopped; none when no amount is too much
 * @param price what a scan costs
 */
public record RunSettings(
        String database, Optional<String> output, Optional<Duration> reuse, Optional<Bytes> cutoff, ScanPrice price) {}
