package dev.trailwise.sql.duckdb.translation;

import io.trino.grammar.sql.SqlBaseParser.SortItemContext;

/** What follows an expression in ORDER BY. */
public final class SortOrder {
    private SortOrder() {}

    /** The direction, and NULLs last unless said otherwise, whatever the direction. */
    public static String of(SortItemContext item) {
        String direction = item.DESC() != null ? " DESC" : " ASC";
        return direction + (item.FIRST() != null ? " NULLS FIRST" : " NULLS LAST");
    }
}
