/** Options that several commands share, and what they mean. */
@NullMarked
package dev.trailwise.cli.option;

import org.jspecify.annotations.NullMarked;
