package dev.trailwise.logs.file;

/**
 * Why bytes could not be read as what they should be. Carries no stack trace: it is data on its way to a
 * {@link dev.trailwise.engine.FileProblem}.
 */
public final class Damage extends Exception {
    private final boolean underflow;

    public Damage(String reason) {
        this(reason, false);
    }

    private Damage(String reason, boolean underflow) {
        super(reason, null, false, false);
        this.underflow = underflow;
    }

    /** Nothing is wrong yet: the buffer ended before the value did. */
    public static Damage underflow() {
        return new Damage("the buffer ended before the value", true);
    }

    public boolean isUnderflow() {
        return underflow;
    }

    /** What is wrong, in words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
