/** Values and their types: literals, casts, arithmetic and comparison, time zones, and JSON. */
@NullMarked
package dev.trailwise.sql.duckdb.value;

import org.jspecify.annotations.NullMarked;
