package dev.trailwise.console;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;

/** A person said no: nothing was changed, and nothing went wrong. */
public final class Cancelled extends Failure {
    private static final long serialVersionUID = 1;

    Cancelled() {
        super(ExitCode.INTERRUPTED, "Cancelled. Nothing was changed.");
    }
}
