package dev.trailwise.aws.client;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;

/** The credentials are good, but do not allow what was asked. */
public final class Denied extends Failure {
    Denied(String message, Throwable cause) {
        super(ExitCode.ACCESS, message, cause);
    }
}
