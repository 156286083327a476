/** The person or script that the program talks to: streams, terminal, messages, questions, progress, Ctrl-C. */
@NullMarked
package dev.trailwise.console;

import org.jspecify.annotations.NullMarked;
