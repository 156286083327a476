/** The commands of {@code trailwise accounts}. */
@NullMarked
package dev.trailwise.cli.command.accounts;

import org.jspecify.annotations.NullMarked;
