package dev.trailwise.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is reported to the user: what happened, where, and what to do next. Rooms add small subclasses beside the
 * feature that throws them; whatever else is thrown is a bug and exits as {@link ExitCode#INTERNAL}.
 */
public class Failure extends RuntimeException {
    private final ExitCode exitCode;
    private final transient List<Remedy> remedies;

    /**
     * A failure without a cause worth keeping.
     *
     * @param message what happened, without a stack trace's words; may have several lines
     * @param remedies what to do next
     */
    public Failure(ExitCode exitCode, String message, Remedy... remedies) {
        this(exitCode, new Notice(message, remedies), null);
    }

    /** A failure with the exception behind it, which {@code --debug} shows. */
    public Failure(ExitCode exitCode, String message, @Nullable Throwable cause, Remedy... remedies) {
        this(exitCode, new Notice(message, remedies), cause);
    }

    /** A failure with this message and these remedies. */
    public Failure(ExitCode exitCode, Notice notice, @Nullable Throwable cause) {
        super(notice.text(), cause);
        this.exitCode = exitCode;
        this.remedies = notice.remedies();
    }

    /** A usage error: arguments that contradict each other, or have no meaning. */
    public static Failure usage(String message, Remedy... remedies) {
        return new Failure(ExitCode.USAGE, message, remedies);
    }

    /** The message for the user. */
    public Notice notice() {
        return new Notice(getMessage(), remedies);
    }

    /** The exit code that this failure ends the program with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
