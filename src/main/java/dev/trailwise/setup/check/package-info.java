/** Checks how a trail and its bucket are set up, and prints changes; makes none of them. */
@NullMarked
package dev.trailwise.setup.check;

import org.jspecify.annotations.NullMarked;
