package dev.trailwise.sql.jsonpath;

/** A path that is not valid, or that uses something that the local engine does not support. */
public final class PathProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String problem;
    private final boolean mistake;

    PathProblem(int offset, String problem, boolean mistake) {
        super(problem, null, false, false);
        this.offset = offset;
        this.problem = problem;
        this.mistake = mistake;
    }

    /** Where in the path it is, in UTF-16 units. */
    public int offset() {
        return offset;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** Whether Trino rejects the path too. */
    public boolean isMistake() {
        return mistake;
    }
}
