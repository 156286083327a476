/** Calls of functions, aggregates and windows. */
@NullMarked
package dev.trailwise.sql.duckdb.function;

import org.jspecify.annotations.NullMarked;
