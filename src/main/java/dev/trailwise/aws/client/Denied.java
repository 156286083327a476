package dev.trailwise.aws.client;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;

/** The credentials are valid but lack a permission. */
public final class Denied extends Failure {
    Denied(String message, Throwable cause, Remedy... remedies) {
        super(ExitCode.ACCESS, message, cause, remedies);
    }
}
