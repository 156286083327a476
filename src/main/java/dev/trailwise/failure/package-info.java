/** What can go wrong and what helps, as data: exit codes, the one root of the failures that a user is told of, remedies. JDK only. */
@NullMarked
package dev.trailwise.failure;

import org.jspecify.annotations.NullMarked;
