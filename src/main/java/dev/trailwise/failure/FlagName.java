package dev.trailwise.failure;

import java.util.Locale;

/** The flags that rooms below the command line advise. A test finds each of them in the command tree. */
public enum FlagName {
    ACCOUNT,
    ACCOUNT_FOLDERS,
    ALL_TIME,
    BUCKET,
    CHART,
    COLUMNS,
    CONFIG,
    DATABASE,
    DISTINCT_EVENTS,
    DRY_RUN,
    ENGINE,
    FAIL_ON,
    FAIL_ON_EMPTY,
    FAIL_ON_ROWS,
    FOR,
    FORCE,
    FORMAT,
    FROM,
    KIND,
    LATE_DAYS,
    LIMIT,
    LOGS,
    MAX_COST,
    MAX_CREDENTIALS,
    MAX_SCAN,
    MAX_SIZE,
    MAX_STEPS,
    MEMORY,
    NO_PAGER,
    ORGANIZATION,
    OUTPUT,
    PREFIX,
    PROFILE,
    REFRESH,
    REGION,
    REPLACE,
    REUSE,
    SIBLINGS,
    SINCE_LAST,
    SKIP_REFUSED,
    SUMMARY,
    TABLE,
    TO,
    TOPIC,
    UPDATE,
    YES;

    /** As it is typed: {@code --max-scan}. */
    @Override
    public String toString() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
