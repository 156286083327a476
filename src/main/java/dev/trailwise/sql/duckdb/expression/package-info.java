/** Expressions: the grammar, part by part, and the names of columns. */
@NullMarked
package dev.trailwise.sql.duckdb.expression;

import org.jspecify.annotations.NullMarked;
