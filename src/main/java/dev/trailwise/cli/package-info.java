/** The command line: one class a command, shared option mixins, terminal, exit codes. The only user of picocli. */
@NullMarked
package dev.trailwise.cli;

import org.jspecify.annotations.NullMarked;
