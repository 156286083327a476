/** Types, and the functions that Athena has, read from one list. */
@NullMarked
package dev.trailwise.sql.function;

import org.jspecify.annotations.NullMarked;
