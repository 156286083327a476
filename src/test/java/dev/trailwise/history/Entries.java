package dev.trailwise.history;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.cost.Usd;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Entries for tests. */
final class Entries {
    private Entries() {}

    static LedgerEntry started(String at, String queryId) {
        return LedgerEntry.started(
                Instant.parse(at),
                "athena",
                "run top-events",
                "SELECT 1 -- \"Ł\" \u2028\n\tFROM \u001b[31mcloudtrail",
                Scope.of(new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"))),
                Optional.of(new EstimatedCost(new Bytes(20_000_000), Usd.parse("0.0001"), Usd.ZERO, Precision.GROWING)),
                run(queryId));
    }

    static AthenaRun run(String queryId) {
        return new AthenaRun(queryId, "primary", Region.US_EAST_1, Optional.of("s3://results/" + queryId + ".csv"));
    }

    static LedgerEntry succeeded(String at, String queryId, long scanned) {
        LedgerEntry entry = started(at, queryId);
        return entry.ended(Outcome.SUCCEEDED, Optional.empty(), spent(scanned), run(queryId));
    }

    static ActualCost spent(long scanned) {
        Bytes bytes = new Bytes(scanned);
        return new ActualCost(bytes, ScanPrice.billed(bytes), ScanPrice.LIST.of(bytes), Duration.ofMillis(1234));
    }
}
