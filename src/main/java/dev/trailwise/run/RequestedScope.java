package dev.trailwise.run;

import dev.trailwise.trail.Scope;

/**
 * The part of the logs that is asked.
 *
 * @param timesAreDefault whether nobody chose the times, which is then said
 */
public record RequestedScope(Scope scope, boolean timesAreDefault) {}
