/** The one definition of the table's columns and partitions, and its pure renderings for Glue, Athena, DuckDB and the docs. */
@NullMarked
package dev.trailwise.table;

import org.jspecify.annotations.NullMarked;
