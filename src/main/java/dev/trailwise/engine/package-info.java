/** The port that every engine implements: a compiled query in, rows and coverage out. */
@NullMarked
package dev.trailwise.engine;

import org.jspecify.annotations.NullMarked;
