package dev.trailwise.sigma.rule;

import java.util.List;

/**
 * A filter: events that rules are to leave out.
 *
 * @param rules the rules that it is for; empty for all
 * @param condition what an event of them has to be as well
 * @param line where it begins in its file
 */
public record Filter(String title, List<String> rules, Condition condition, int line) {
    public Filter {
        rules = List.copyOf(rules);
    }

    /** Whether it is for a rule. */
    public boolean isFor(Rule rule) {
        return rules.isEmpty() || rules.stream().anyMatch(rule::isCalled);
    }
}
