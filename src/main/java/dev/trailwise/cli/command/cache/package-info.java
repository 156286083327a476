/** Commands about the columnar copies of logs. */
@NullMarked
package dev.trailwise.cli.command.cache;

import org.jspecify.annotations.NullMarked;
