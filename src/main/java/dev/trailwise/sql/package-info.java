/** Understands Athena SQL: parses it, finds table references, splices the scope in, translates it to DuckDB. The only user of the Trino grammar. */
@NullMarked
package dev.trailwise.sql;

import org.jspecify.annotations.NullMarked;
