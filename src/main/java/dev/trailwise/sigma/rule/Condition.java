package dev.trailwise.sigma.rule;

import java.util.List;

/** What an event has to be: the condition of a rule with its selections in place. */
public sealed interface Condition {
    /** All of them hold. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold. An event that lacks a field is not lost: what is not true is false. */
    record Not(Condition part) implements Condition {}

    /**
     * One of the values of a field passes a test.
     *
     * @param field its name as the rule writes it
     * @param line where the rule writes it
     */
    record Match(String field, Test test, int line) implements Condition {}

    /** A text is somewhere in the event. */
    record Keyword(Test.Text test) implements Condition {}

    /** All of one or more. */
    static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    /** Any of one or more. */
    static Condition any(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Any(parts);
    }
}
