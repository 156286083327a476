package dev.trailwise.engine;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.Remedy;
import java.time.Duration;
import java.util.Optional;

/**
 * The status of a query at a service and its cost, as far as known.
 *
 * @param queryId the service's id of the query
 * @param workgroup the Athena workgroup that it runs in
 * @param state its state
 * @param basis what it is billed by
 * @param scanned the bytes scanned so far
 * @param price the price of a scan
 * @param running how long it has run
 * @param queued how long it has waited to run
 * @param output the location of its result; empty when the service does not say
 */
public record RunStatus(
        String queryId,
        String workgroup,
        State state,
        Basis basis,
        Bytes scanned,
        ScanPrice price,
        Duration running,
        Duration queued,
        Optional<String> output) {

    /** How far a query is. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        /** Whether nothing will change any more. */
        public boolean ended() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }

    /** What a query is billed by. */
    public enum Basis {
        /** What it scans, rounded up. */
        SCAN,
        /** Nothing: an earlier result was used again. */
        REUSE,
        /** Nothing: a plan was asked for. */
        PLAN,
        /** Not by query: capacity was reserved for the workgroup, and is paid by the hour. */
        CAPACITY
    }

    /**
     * What is billed: as much as was scanned, rounded up, also of a query that was stopped; nothing of one that failed.
     *
     * @see <a href="https://aws.amazon.com/athena/pricing/">Athena pricing</a>
     */
    public Bytes billed() {
        return basis != Basis.SCAN || state == State.FAILED ? Bytes.ZERO : ScanPrice.billed(scanned);
    }

    /** The price of the scan. S3's price for the requests that Athena made is not in it: no service tells their number. */
    public Usd cost() {
        return billed().equals(Bytes.ZERO) ? Usd.ZERO : price.of(scanned);
    }

    /** How a user stops a query that this program could not stop. */
    public static Remedy stop(String queryId) {
        return Remedy.action("stop it with 'aws athena stop-query-execution --query-execution-id " + queryId + "'");
    }
}
