package dev.trailwise.sigma.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a window of a correlation has to be.
 *
 * @param bounds comparisons of its number that all hold
 * @param field the field that the number is of
 * @param rules which rules match in it, by their references; instead of bounds
 */
public record WindowCondition(List<Bound> bounds, Optional<String> field, Optional<Condition> rules) {
    public WindowCondition {
        bounds = List.copyOf(bounds);
    }

    /** A comparison with a number. */
    public record Bound(Comparison comparison, BigDecimal number) {
        boolean holds(BigDecimal value) {
            int order = value.compareTo(number);
            return switch (comparison) {
                case GT -> order > 0;
                case GTE -> order >= 0;
                case LT -> order < 0;
                case LTE -> order <= 0;
                case EQ -> order == 0;
                case NEQ -> order != 0;
            };
        }
    }

    /** How numbers are compared. */
    public enum Comparison {
        GT(">"),
        GTE(">="),
        LT("<"),
        LTE("<="),
        EQ("="),
        NEQ("<>");

        private final String sql;

        Comparison(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    /** Whether the number of a window is as it has to be. */
    public boolean holds(BigDecimal value) {
        return bounds.stream().allMatch(bound -> bound.holds(value));
    }

    /** Whether the rules that match are as they have to be. */
    public boolean holds(Set<String> matching) {
        return rules.map(condition -> holds(condition, matching)).orElse(true);
    }

    private static boolean holds(Condition condition, Set<String> matching) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, matching));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, matching));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), matching);
        }
        return matching.contains(((Condition.Match) condition).field());
    }

    /** Whether a larger number is never less of a match. */
    public boolean isOfMost() {
        return bounds.stream()
                .noneMatch(bound -> bound.comparison() == Comparison.LT || bound.comparison() == Comparison.LTE);
    }
}
