package dev.trailwise.failure;

import java.util.List;
import java.util.stream.Stream;

/**
 * A message to the user.
 *
 * @param text what happened and where; may have several lines
 * @param remedies what can be done about it
 */
public record Notice(String text, List<Remedy> remedies) {
    public Notice {
        remedies = List.copyOf(remedies);
    }

    public Notice(String text, Remedy... remedies) {
        this(text, List.of(remedies));
    }

    /** The same with words before it. */
    public Notice prefixed(String prefix) {
        return new Notice(prefix + text, remedies);
    }

    /** The same with more behind it. */
    public Notice and(String more, Remedy... others) {
        return new Notice(
                text + more, Stream.concat(remedies.stream(), Stream.of(others)).toList());
    }
}
