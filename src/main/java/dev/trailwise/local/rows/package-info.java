/** Rows as DuckDB gives them, and its errors in the words of Athena SQL. */
@NullMarked
package dev.trailwise.local.rows;

import org.jspecify.annotations.NullMarked;
