package dev.trailwise.cost;

/**
 * A way to ask for less.
 *
 * @param flags the flags that do it
 * @param effect what is then left out or kept, in words
 * @param estimate what it then costs
 */
public record Narrowing(String flags, String effect, Estimate estimate) {}
