/** Files of the program that only their owner may read. */
@NullMarked
package dev.trailwise.disk;

import org.jspecify.annotations.NullMarked;
