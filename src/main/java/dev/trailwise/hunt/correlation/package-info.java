/** Correlates the events that rules matched, as they come in the order of time. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.hunt.correlation;
