package dev.trailwise.sql.scan;

import dev.trailwise.failure.Remedy;
import dev.trailwise.sql.text.Position;
import java.util.List;

/**
 * Something in a query that its author may not have meant.
 *
 * @param position where, in the author's file
 * @param message what it does, and what to write instead
 * @param remedies what else can be done about it
 */
public record Lint(Position position, String message, List<Remedy> remedies) {
    public Lint {
        remedies = List.copyOf(remedies);
    }

    Lint(Position position, String message, Remedy... remedies) {
        this(position, message, List.of(remedies));
    }
}
