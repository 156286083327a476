/** Commands about the table in Glue and the trail behind it. */
@NullMarked
package dev.trailwise.cli.command.table;

import org.jspecify.annotations.NullMarked;
