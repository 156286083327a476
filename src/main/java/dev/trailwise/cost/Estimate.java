package dev.trailwise.cost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * What a query is going to cost, before it runs.
 *
 * @param scans what each place that reads a table reads
 * @param others tables that Trailwise did not define, counted whole
 * @param prices the prices that it is reckoned by
 * @param precision how near it is
 * @param reasons why it is not exact, in words; empty when it is
 * @param asOf when the oldest of the sizes was looked up; none when nothing is scanned
 * @param archived files that it does not read though they are in its scope; none when it reads all
 * @param plan whether only its plan is asked for, which reads no files and is not billed
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/athena-explain-statement.html">EXPLAIN</a>
 */
public record Estimate(
        List<ScanEstimate> scans,
        List<OtherTable> others,
        Prices prices,
        Precision precision,
        List<String> reasons,
        Optional<Instant> asOf,
        Optional<Archived> archived,
        boolean plan) {
    public Estimate {
        scans = List.copyOf(scans);
        others = List.copyOf(others);
        reasons = List.copyOf(reasons);
    }

    /** How often a table is read. */
    public long reads() {
        return sum(scan -> scan.scan().times(), OtherTable::times);
    }

    /** The partitions that Athena looks into. */
    public long partitions() {
        return sum(ScanEstimate::partitions, table -> 0);
    }

    /** The files that are read; one that two scans read counts twice. */
    public long objects() {
        return sum(ScanEstimate::objects, OtherTable::objects);
    }

    /** The bytes that are read. */
    public Bytes bytes() {
        return new Bytes(
                sum(scan -> scan.bytes().count(), table -> table.bytes().count()));
    }

    /** The bytes that Athena bills: rounded up to the megabyte, at least ten of them. */
    public Bytes billed() {
        return plan ? bytes() : ScanPrice.billed(bytes());
    }

    /** What Athena asks. */
    public Usd scanCost() {
        return plan ? Usd.ZERO : prices.scan().of(bytes());
    }

    /** The GET requests that Athena makes: one a file of CloudTrail's, because it is small enough to be read at once. */
    public long getRequests() {
        return sum(ScanEstimate::objects, OtherTable::getRequests);
    }

    /** The LIST requests that Athena makes. */
    public long listRequests() {
        return sum(ScanEstimate::listRequests, OtherTable::listRequests);
    }

    /** What S3 asks for the requests. */
    public Usd requestCost() {
        return prices.requests().of(getRequests(), listRequests());
    }

    /** What it costs altogether. */
    public Usd total() {
        return scanCost().plus(requestCost());
    }

    private long sum(ToLongFunction<ScanEstimate> part, ToLongFunction<OtherTable> other) {
        return LongStream.concat(scans.stream().mapToLong(part), others.stream().mapToLong(other))
                .reduce(0, Math::addExact);
    }
}
