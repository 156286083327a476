/** Copies of the trail's log files on this machine: makes them, shows them, deletes them. */
@NullMarked
package dev.trailwise.archive;

import org.jspecify.annotations.NullMarked;
