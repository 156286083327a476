/** Runs a query: compiles it, prices it, asks whether it may run, runs it, and records what it cost. Knows nothing of the command line. */
@NullMarked
package dev.trailwise.run;

import org.jspecify.annotations.NullMarked;
