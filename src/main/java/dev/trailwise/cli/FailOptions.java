package dev.trailwise.cli;

import dev.trailwise.failure.ExitCode;
import picocli.CommandLine.Option;

/** Exit codes for scripts that look for something. */
final class FailOptions {
    @Option(names = "--fail-on-rows", description = "Exit with code 10 if there are rows.")
    boolean onRows;

    @Option(names = "--fail-on-empty", description = "Exit with code 11 if there are no rows.")
    boolean onEmpty;

    /**
     * The exit code of an answer. Rows are rows even when others are missing; that there are none is known only of a
     * whole answer.
     */
    ExitCode exit(ExitCode answered, long rows) {
        if (onRows && rows > 0) {
            return ExitCode.ROWS;
        }
        return onEmpty && rows == 0 && answered == ExitCode.ANSWERED ? ExitCode.NO_ROWS : answered;
    }
}
