package dev.trailwise.logs.file;

/**
 * Why bytes could not be read as what they should be. Carries no stack trace: it is data on its way to a
 * {@link dev.trailwise.engine.FileProblem}.
 */
public final class UnreadableInput extends Exception {
    private final boolean underflow;

    public UnreadableInput(String reason) {
        this(reason, false);
    }

    private UnreadableInput(String reason, boolean underflow) {
        super(reason, null, false, false);
        this.underflow = underflow;
    }

    /** Nothing is wrong yet: the buffer ended before the value did. */
    public static UnreadableInput underflow() {
        return new UnreadableInput("the buffer ended before the value", true);
    }

    public boolean isUnderflow() {
        return underflow;
    }

    /** What is wrong, in words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
