package dev.trailwise.hunt;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.detection.Level;
import dev.trailwise.run.QueryRequest;
import java.util.List;
import java.util.Optional;

/**
 * A hunt.
 *
 * @param rules Sigma rules in the place of the detections
 * @param filter which detections
 * @param arguments {@code key=value} for their parameters
 * @param query the scope, engine, budget and output of its statements
 * @param summary whether only a row a detection is shown
 * @param sinceLast whether it looks only at what came since the last one, and leaves out what that one reported
 * @param failLevel the least level of findings that have an exit code of their own
 */
public record HuntRequest(
        Optional<RuleChoice> rules,
        DetectionFilter filter,
        List<String> arguments,
        QueryRequest query,
        boolean summary,
        boolean sinceLast,
        Optional<Level> failLevel) {
    public HuntRequest {
        arguments = List.copyOf(arguments);
    }

    Level failOn() {
        return failLevel.orElse(Level.INFORMATIONAL);
    }

    /** The exit code where there are findings of that level. */
    ExitCode failed(ExitCode exit) {
        return failLevel.isPresent() ? ExitCode.ROWS : query.exits().exit(exit, 1);
    }
}
