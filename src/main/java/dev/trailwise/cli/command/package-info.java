/** Commands that ask questions, and those about prices, history and settings. */
@NullMarked
package dev.trailwise.cli.command;

import org.jspecify.annotations.NullMarked;
