/** Athena SQL: reads it, finds the tables that it names, and edits its text. The rooms below are the only users of the Trino grammar. */
@NullMarked
package dev.trailwise.sql;

import org.jspecify.annotations.NullMarked;
