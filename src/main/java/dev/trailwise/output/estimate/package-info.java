/** Estimates and actual costs as text and as JSON. */
@NullMarked
package dev.trailwise.output.estimate;

import org.jspecify.annotations.NullMarked;
