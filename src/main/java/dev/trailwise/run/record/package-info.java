/** Records in the history what ran and what it cost, and reports it from there. */
@NullMarked
package dev.trailwise.run.record;

import org.jspecify.annotations.NullMarked;
