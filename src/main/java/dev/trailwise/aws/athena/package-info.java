/** Athena: a query is started, watched, stopped, and its results read. */
@NullMarked
package dev.trailwise.aws.athena;

import org.jspecify.annotations.NullMarked;
