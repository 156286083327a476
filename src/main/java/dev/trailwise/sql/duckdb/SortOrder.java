package dev.trailwise.sql.duckdb;

import io.trino.grammar.sql.SqlBaseParser.SortItemContext;

/** What follows an expression in ORDER BY. */
final class SortOrder {
    private SortOrder() {}

    /** The direction, and NULLs last unless said otherwise, whatever the direction. */
    static String of(SortItemContext item) {
        String direction = item.DESC() != null ? " DESC" : " ASC";
        return direction + (item.FIRST() != null ? " NULLS FIRST" : " NULLS LAST");
    }
}
