package dev.trailwise.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the user is told of: what happened, where, and what to do next. Rooms add small subclasses beside the
 * feature that throws them; whatever else is thrown is a bug and exits as {@link ExitCode#INTERNAL}.
 */
public class Failure extends RuntimeException {
    private final ExitCode exitCode;

    /**
     * A failure without a cause worth keeping.
     *
     * @param message what happened and what to do next, without a stack trace's words; may have several lines
     */
    public Failure(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    /** A failure with the exception behind it, which {@code --debug} shows. */
    public Failure(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A usage error: arguments that contradict each other, or have no meaning. */
    public static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
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
