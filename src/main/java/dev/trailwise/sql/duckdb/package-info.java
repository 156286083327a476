/** Translates Athena SQL to DuckDB. What is not known to mean the same is refused by name. */
@NullMarked
package dev.trailwise.sql.duckdb;

import org.jspecify.annotations.NullMarked;
