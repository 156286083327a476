package dev.trailwise.sigma.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule about several events that other rules match.
 *
 * @param about its title, id, author, level and what else a rule says of itself; it matches no single event
 * @param type what is computed of the events of a window
 * @param rules the rules that it refers to by id or name, in its order
 * @param groupBy fields, or names of aliases, that the events of a window have in common; empty for one group of all
 * @param aliases the fields of a name of {@code groupBy}, by the rule
 * @param timespan the length of a window
 * @param condition what the events of a window have to be
 * @param generate whether the rules that it refers to have findings of their own
 */
public record Correlation(
        Rule about,
        CorrelationType type,
        List<String> rules,
        List<String> groupBy,
        Map<String, Map<String, String>> aliases,
        Duration timespan,
        WindowCondition condition,
        boolean generate) {
    public Correlation {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        aliases = Map.copyOf(aliases);
    }

    /** The same under this license, where it does not say. */
    public Correlation licensed(String where) {
        return new Correlation(about.licensed(where), type, rules, groupBy, aliases, timespan, condition, generate);
    }

    /** The field whose values are counted or computed. */
    public Optional<String> field() {
        return condition.field();
    }
}
