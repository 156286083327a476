package dev.trailwise.sigma.sql;

import dev.trailwise.sigma.rule.Condition;
import java.util.List;
import java.util.Set;

/**
 * The condition of a rule in SQL.
 *
 * @param sql TRUE for the events that the rule means, FALSE or NULL for others
 * @param eventNames the names of events, in lower case, of which alone it can be true; empty when it does not say
 * @param writtenNames the same as the rule writes them
 * @param notes what the author of the rule may not know
 */
public record Predicate(String sql, Set<String> eventNames, List<String> writtenNames, List<String> notes) {
    public Predicate {
        writtenNames = List.copyOf(writtenNames);
        eventNames = Set.copyOf(eventNames);
        notes = List.copyOf(notes);
    }

    /**
     * The same in SQL.
     *
     * @throws dev.trailwise.sigma.rule.Refusal when it cannot be meant
     */
    public static Predicate of(Condition condition) {
        PredicateWriter writer = new PredicateWriter();
        String sql = writer.write(condition);
        Set<String> names = EventNames.of(condition).orElse(Set.of());
        return new Predicate(sql, names, names.isEmpty() ? List.of() : EventNames.written(condition), writer.notes());
    }

    /** Whether no event can match, because the fields that it needs do not exist. */
    public boolean isNever() {
        return sql.equals(PredicateWriter.NEVER);
    }
}
