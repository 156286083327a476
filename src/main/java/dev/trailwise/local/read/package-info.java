/** Reads CloudTrail files as they are found in the wild: finds them, inflates and checks them, and slices values out of their events. JDK only but for the table definition. */
@NullMarked
package dev.trailwise.local.read;

import org.jspecify.annotations.NullMarked;
