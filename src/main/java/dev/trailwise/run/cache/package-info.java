/** Builds, shows and deletes the columnar cache of logs. */
@NullMarked
package dev.trailwise.run.cache;

import org.jspecify.annotations.NullMarked;
