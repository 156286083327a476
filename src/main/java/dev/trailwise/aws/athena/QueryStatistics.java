package dev.trailwise.aws.athena;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.engine.RunStatus.Basis;
import dev.trailwise.engine.RunStatus.State;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/** What Athena's statistics of a query mean for its bill. */
final class QueryStatistics {
    private QueryStatistics() {}

    /** Of a query that was started and not looked at yet. */
    static RunStatus begun(String id, String workgroup, ScanPrice price) {
        return new RunStatus(
                id,
                workgroup,
                State.QUEUED,
                Basis.SCAN,
                Bytes.ZERO,
                price,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty());
    }

    static RunStatus of(QueryExecution seen, ScanPrice price) {
        QueryExecutionStatistics statistics = Optional.ofNullable(seen.statistics())
                .orElseGet(() -> QueryExecutionStatistics.builder().build());
        return new RunStatus(
                seen.queryExecutionId(),
                String.valueOf(seen.workGroup()),
                state(seen.status().state()),
                basis(seen, statistics),
                new Bytes(orZero(statistics.dataScannedInBytes())),
                price,
                Duration.ofMillis(orZero(statistics.engineExecutionTimeInMillis())),
                Duration.ofMillis(orZero(statistics.queryQueueTimeInMillis())),
                Optional.ofNullable(seen.resultConfiguration()).map(result -> result.outputLocation()));
    }

    /** A state that this version does not know is one in which the query may still run. */
    private static State state(QueryExecutionState state) {
        return switch (state) {
            case QUEUED -> State.QUEUED;
            case SUCCEEDED -> State.SUCCEEDED;
            case FAILED -> State.FAILED;
            case CANCELLED -> State.CANCELLED;
            case RUNNING, UNKNOWN_TO_SDK_VERSION -> State.RUNNING;
        };
    }

    private static Basis basis(QueryExecution seen, QueryExecutionStatistics statistics) {
        if (statistics.dpuCount() != null) {
            return Basis.CAPACITY;
        }
        if (statistics.resultReuseInformation() != null
                && Boolean.TRUE.equals(statistics.resultReuseInformation().reusedPreviousResult())) {
            return Basis.REUSE;
        }
        return "EXPLAIN".equals(seen.substatementType()) ? Basis.PLAN : Basis.SCAN;
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
