package dev.trailwise.report;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.report.page.Section;
import dev.trailwise.run.QueryRequest;
import java.util.List;

/** A part of a report that can run. */
sealed interface RunningPart permits FollowPart, HuntPart, OverviewPart, QueryPart {
    String title();

    /** The statements that are known before it runs. */
    List<QueryRequest> requests();

    /** How many statements it runs at most. */
    default int most() {
        return requests().size();
    }

    /**
     * Runs it.
     *
     * @param placed its statements, each where it is to run
     * @param estimates the prices of statements that count against the same limits; those of further ones are added
     * @return whether what it shows is whole
     */
    ExitCode run(List<QueryRequest> placed, List<Estimate> estimates);

    /** What it shows, once it has run. */
    Section section();

    /** The exit code of two that tells of more that is missing. */
    static ExitCode worse(ExitCode one, ExitCode other) {
        return other.code() > one.code() ? other : one;
    }
}
