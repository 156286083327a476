package dev.trailwise.sql.scan;

import dev.trailwise.sql.text.Position;

/**
 * Something in a query that its author may not have meant.
 *
 * @param position where, in the author's file
 * @param message what it does, and what to write instead
 */
public record Finding(Position position, String message) {}
