package dev.trailwise.run;

import dev.trailwise.workspace.Rendering;

/**
 * What becomes of the rows of one of several queries of a command.
 *
 * @param rows takes them
 * @param quiet whether another query of the command reports what was read
 */
public record Part(Rendering rows, boolean quiet) {}
