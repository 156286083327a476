/** Renders rows for people and programs, and neutralises hostile text on the way. */
@NullMarked
package dev.trailwise.output;

import org.jspecify.annotations.NullMarked;
