package dev.trailwise.cli.mcp;

/** A call that does not run, with the reason for the client. */
final class Refused extends RuntimeException {
    Refused(String reason) {
        super(reason);
    }
}
