/** Commands about copies of log files on this machine. */
@NullMarked
package dev.trailwise.cli.command.archive;

import org.jspecify.annotations.NullMarked;
