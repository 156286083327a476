/** What is asked: saved queries, their typed parameters, filters from flags, and the compiler that makes them Athena SQL. */
@NullMarked
package dev.trailwise.query;

import org.jspecify.annotations.NullMarked;
