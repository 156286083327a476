package dev.trailwise.follow.chain;

/**
 * One thing that a step asks of the events.
 *
 * @param value a literal of the statement
 */
public record Ask(AskKind kind, String value) {
    static Ask of(AskKind kind, NodeId node) {
        return new Ask(kind, node.text());
    }

    /** Whether the value can be a literal: names in a log may hold what no statement can. */
    boolean isText() {
        return !value.isEmpty()
                && value.codePoints()
                        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
