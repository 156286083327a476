/** What can go wrong and what helps, as data: exit codes, failures, notices and remedies. JDK only. */
@NullMarked
package dev.trailwise.failure;

import org.jspecify.annotations.NullMarked;
