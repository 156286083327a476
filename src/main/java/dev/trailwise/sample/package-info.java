/** The sample trail: a deterministic organization with an intrusion to find, for the demo and the tests. */
@NullMarked
package dev.trailwise.sample;

import org.jspecify.annotations.NullMarked;
