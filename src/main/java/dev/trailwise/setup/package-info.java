/** Sets a trail up: finds its logs, writes the settings, works out the tables over them, and checks what they need. */
@NullMarked
package dev.trailwise.setup;

import org.jspecify.annotations.NullMarked;
