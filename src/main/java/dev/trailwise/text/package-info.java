/** Text that is safe wherever it goes: hidden characters escaped, cut to columns of a terminal, written as JSON or markup. */
@NullMarked
package dev.trailwise.text;

import org.jspecify.annotations.NullMarked;
