package dev.trailwise.failure;

import java.util.Locale;

/** The names of all settings. */
public enum SettingName {
    TRAIL_BUCKET,
    TRAIL_PREFIX,
    TRAIL_ORGANIZATION,
    TRAIL_ACCOUNT_FOLDERS,
    TRAIL_ACCOUNTS,
    TRAIL_REGIONS,
    TRAIL_SINCE,
    TRAIL_DATA_EVENTS,
    TABLE_DATABASE,
    TABLE_NAME,
    ATHENA_REGION,
    ATHENA_WORKGROUP,
    ATHENA_OUTPUT,
    COST_MAX_PER_QUERY,
    COST_MAX_PER_DAY,
    COST_CONFIRM_ABOVE,
    COST_PRICE_PER_TB,
    LOCAL_MEMORY,
    LOCAL_MAX_SPILL,
    OUTPUT_PAGER,
    PREFER,
    QUERIES,
    ARCHIVE;

    /** As it is written, section first: {@code cost.max_per_day}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
