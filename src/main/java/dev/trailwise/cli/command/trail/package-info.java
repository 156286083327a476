/** The commands of {@code trailwise trail}. */
@NullMarked
package dev.trailwise.cli.command.trail;

import org.jspecify.annotations.NullMarked;
