package dev.trailwise.run;

import dev.trailwise.failure.ExitCode;

/**
 * Exit codes for scripts that look for something.
 *
 * @param onRows whether rows have an exit code of their own
 * @param onEmpty whether no rows have one
 */
public record ExitRule(boolean onRows, boolean onEmpty) {
    /** Rows or none, an answer is an answer. */
    public static final ExitRule PLAIN = new ExitRule(false, false);

    /**
     * The exit code of an answer. Rows are rows even when others are missing; that there are none is known only of a
     * whole answer.
     */
    public ExitCode exit(ExitCode answered, long rows) {
        if (onRows && rows > 0) {
            return ExitCode.ROWS;
        }
        return onEmpty && rows == 0 && answered == ExitCode.SUCCESS ? ExitCode.NO_ROWS : answered;
    }
}
