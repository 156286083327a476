/** Reads events out of CloudTrail log files: only the columns that are wanted, with what is damaged named. */
@NullMarked
package dev.trailwise.logs;

import org.jspecify.annotations.NullMarked;
