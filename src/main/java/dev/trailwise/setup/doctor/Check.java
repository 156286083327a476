package dev.trailwise.setup.doctor;

import java.util.List;

/** What is checked, in order, each with the checks that it needs. */
enum Check {
    SETTINGS("settings"),
    TRAIL("trail", SETTINGS),
    REGION("Region", SETTINGS),
    CREDENTIALS("credentials", REGION),
    BUCKET("bucket", TRAIL, CREDENTIALS),
    LOGS("log files", BUCKET),
    READING("reading", LOGS),
    TABLE("table", LOGS),
    WORKGROUP("workgroup", BUCKET),
    RESULTS("results", WORKGROUP),
    PLAN("dry call", TABLE, RESULTS),
    PRICES("prices", REGION),
    DUCKDB("DuckDB"),
    CACHE("cache"),
    DATA("data folder"),
    ARCHIVE("archive", SETTINGS),
    DISK("disk space"),
    STARTUP("startup");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of() is
    private final List<Check> needs;

    Check(String title, Check... needs) {
        this.title = title;
        this.needs = List.of(needs);
    }

    /** The checks that must not fail before this one. */
    List<Check> needs() {
        return needs;
    }

    /** Its name for people and programs, for example {@code log files}. */
    @Override
    public String toString() {
        return title;
    }
}
