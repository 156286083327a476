package dev.trailwise.hunt;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.Format;
import dev.trailwise.query.detection.Level;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.workspace.OutputChoice;
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

    /**
     * Checks that findings can be written as asked, before anything runs.
     *
     * @throws Failure when they cannot
     */
    void checkOutput() {
        OutputChoice output = query.output();
        Format format = output.format();
        if (format == Format.PARQUET) {
            throw Failure.usage("findings are not written as Parquet; use another format");
        }
        if (format == Format.OCSF && summary) {
            throw Failure.usage(FlagName.SUMMARY + " does not apply to ocsf, which has a line for each finding");
        }
        if (format == Format.SVG && !summary) {
            throw Failure.usage(
                    "a chart of findings needs their numbers", Remedy.flag(FlagName.SUMMARY, "counts them"));
        }
        if (output.chart()) {
            throw Failure.usage(FlagName.CHART + " does not apply to findings");
        }
        if (format.isForFindings() && !output.columns().isEmpty()) {
            throw Failure.usage(FlagName.COLUMNS + " does not apply to " + format);
        }
        if ((format == Format.NAVIGATOR || format == Format.JUNIT) && output.limit() != Long.MAX_VALUE) {
            throw Failure.usage(FlagName.LIMIT + " does not apply to " + format);
        }
    }

    Level failOn() {
        return failLevel.orElse(Level.INFORMATIONAL);
    }

    /** The exit code where there are findings of that level. */
    ExitCode failed(ExitCode exit) {
        return failLevel.isPresent() ? ExitCode.ROWS : query.exits().exit(exit, 1);
    }
}
