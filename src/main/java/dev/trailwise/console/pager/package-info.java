/** Shows answers that are longer than the terminal's window through the user's pager. */
@NullMarked
package dev.trailwise.console.pager;

import org.jspecify.annotations.NullMarked;
