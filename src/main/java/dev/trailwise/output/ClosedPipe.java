package dev.trailwise.output;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.util.Locale;

/** Whoever read the output has seen enough, as {@code | head} does: a reason to stop, quietly and with success. */
public final class ClosedPipe extends Failure {
    ClosedPipe(IOException cause) {
        super(ExitCode.SUCCESS, "the reader of the output has closed it", cause);
    }

    /** The failure of a write: a closed pipe, or anything else such as a full disk. */
    public static Failure orFailure(IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        // The JDK gives the system's text and no code: EPIPE on Unix, ERROR_NO_DATA on Windows.
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("broken pipe") || lower.contains("pipe is being closed")) {
            return new ClosedPipe(cause);
        }
        return new Failure(
                ExitCode.NOT_WRITTEN, "the answer could not be written: " + reason + "; it is not complete", cause);
    }
}
