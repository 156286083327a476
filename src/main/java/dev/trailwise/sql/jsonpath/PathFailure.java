package dev.trailwise.sql.jsonpath;

/** A path that cannot be evaluated on a value, which ON ERROR handles. */
public final class PathFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with what Trino says of it. */
    public PathFailure(String message) {
        super(message, null, false, false);
    }
}
