package dev.trailwise.run;

import dev.trailwise.cost.Estimate;
import dev.trailwise.engine.RunResult;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.sql.CompiledQuery;
import java.util.Optional;

/**
 * An answer apart from its rows.
 *
 * @param query the query as it ran
 * @param estimate its price before it ran; none when it was free, or its files could not be listed
 * @param result the number of rows, and what they were read from
 * @param status what it cost; none when it was free
 * @param exit whether it is whole: {@link ExitCode#PARTIAL} when events may be missing
 */
public record Answer(
        CompiledQuery query,
        Optional<Estimate> estimate,
        RunResult result,
        Optional<RunStatus> status,
        ExitCode exit) {}
