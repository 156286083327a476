/** Reads log files for a query, on several threads: as columns for DuckDB, or straight to text. */
@NullMarked
package dev.trailwise.local.scan;

import org.jspecify.annotations.NullMarked;
