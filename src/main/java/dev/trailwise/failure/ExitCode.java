package dev.trailwise.failure;

/** How a run of the program ended, as its exit code tells a script. */
public enum ExitCode {
    SUCCESS(0, "answered"),
    INTERNAL(1, "internal error: a bug in trailwise"),
    USAGE(2, "the command line or the configuration is wrong"),
    PARTIAL(3, "answered, but events may be missing; stderr says which files or events"),
    ACCESS(4, "credentials or a permission are missing"),
    OVER_BUDGET(5, "over budget: nothing was run"),
    QUERY_FAILED(6, "the query failed: its SQL, or a table that is missing"),
    UNAVAILABLE(7, "a service stayed unavailable after retries"),
    NOT_WRITTEN(8, "a file could not be written, for example because the disk is full"),
    ROWS(10, "answered with rows, under " + FlagName.FAIL_ON_ROWS + ", or findings, under " + FlagName.FAIL_ON),
    NO_ROWS(11, "answered without rows, under " + FlagName.FAIL_ON_EMPTY),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The process exit code. */
    public int code() {
        return code;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }
}
