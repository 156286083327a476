/** Checks what a query needs, from the settings to the disk, and says how to fix what is missing. Changes nothing. */
@NullMarked
package dev.trailwise.setup.doctor;

import org.jspecify.annotations.NullMarked;
