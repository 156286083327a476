package dev.trailwise.sql.scalar;

/** What Trino says to a value that a function does not take; or what the local engine says to one that Trino takes. */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean fatal;

    public InvalidValue(String message) {
        this(message, false);
    }

    private InvalidValue(String message, boolean fatal) {
        super(message, null, false, false);
        this.fatal = fatal;
    }

    /** A failure that ends the query inside TRY too, for Trino may have a value there. */
    static InvalidValue fatal(String message) {
        return new InvalidValue(message, true);
    }

    /** Whether it ends the query inside TRY too. */
    public boolean isFatal() {
        return fatal;
    }
}
