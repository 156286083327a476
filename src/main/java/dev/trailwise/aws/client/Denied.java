package dev.trailwise.aws.client;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;

/** The credentials are good, but do not allow what was asked. */
public final class Denied extends Failure {
    Denied(String message, Throwable cause, Remedy... remedies) {
        super(ExitCode.ACCESS, message, cause, remedies);
    }
}
