package dev.trailwise.local.read;

/**
 * Why bytes could not be read as what they should be. Carries no stack trace: it is data on its way to a
 * {@link dev.trailwise.engine.FileProblem}.
 */
final class Damage extends Exception {
    private final boolean underflow;

    Damage(String reason) {
        this(reason, false);
    }

    private Damage(String reason, boolean underflow) {
        super(reason, null, false, false);
        this.underflow = underflow;
    }

    /** Nothing is wrong yet: the buffer ended before the value did. */
    static Damage underflow() {
        return new Damage("the buffer ended before the value", true);
    }

    boolean isUnderflow() {
        return underflow;
    }

    /** What is wrong, in words. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
