/** What can go wrong, as data: the exit codes and the one root of the failures that a user is told of. JDK only. */
@NullMarked
package dev.trailwise.failure;

import org.jspecify.annotations.NullMarked;
