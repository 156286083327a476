package dev.trailwise.sql.scalar;

/** What Trino says to a value that a function does not take. */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidValue(String message) {
        super(message, null, false, false);
    }
}
