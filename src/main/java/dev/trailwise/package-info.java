/** The command line program: nothing but its entry point. */
@NullMarked
package dev.trailwise;

import org.jspecify.annotations.NullMarked;
