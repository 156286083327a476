/** Functions of Trino that no expression of DuckDB has the meaning of, in Java. */
@NullMarked
package dev.trailwise.sql.scalar;

import org.jspecify.annotations.NullMarked;
