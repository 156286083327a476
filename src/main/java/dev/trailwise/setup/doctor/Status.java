package dev.trailwise.setup.doctor;

/** How a check ended. */
enum Status {
    OK("ok"),
    WARNING("warning"),
    FAILED("failed"),
    NOT_CHECKED("not checked");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** Whether a check that needs this one can be made. */
    boolean allowsMore() {
        return this == OK || this == WARNING;
    }

    /** The word in lines and rows, for example {@code not checked}. */
    @Override
    public String toString() {
        return word;
    }
}
