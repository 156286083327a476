package dev.trailwise.local.read;

/**
 * Why bytes could not be read as what they should be. Carries no stack trace: it is data on its way to a
 * {@link dev.trailwise.engine.FileProblem}, and {@link #UNDERFLOW} is thrown once for each refill of the buffer.
 */
final class Damage extends Exception {
    /** Nothing is wrong yet: the buffer ended before the value did. */
    static final Damage UNDERFLOW = new Damage("the buffer ended before the value");

    Damage(String reason) {
        super(reason, null, false, false);
    }

    /** What is wrong, in words. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
