package dev.trailwise.sigma.rule;

/** A rule that is not Sigma, or that cannot be run as its author means it. */
public final class Refusal extends RuntimeException {
    private final int line;

    /**
     * A refusal.
     *
     * @param line the line of the file, from 1
     * @param reason what is wrong, and what would be right
     */
    public Refusal(int line, String reason) {
        super(reason);
        this.line = line;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
