/** The text of a query: where it comes from, places in it, problems at a place, literals. */
@NullMarked
package dev.trailwise.sql.text;

import org.jspecify.annotations.NullMarked;
