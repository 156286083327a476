package dev.trailwise.sigma.rule;

import java.util.List;

/** What a document of YAML holds. */
public sealed interface Document {
    /** The line on which it begins. */
    int line();

    record OfRule(Rule rule) implements Document {
        @Override
        public int line() {
            return rule.line();
        }
    }

    record OfFilter(Filter filter) implements Document {
        @Override
        public int line() {
            return filter.line();
        }
    }

    /** A correlation of rules that may be for CloudTrail or for other logs. */
    record OfCorrelation(Correlation correlation) implements Document {
        @Override
        public int line() {
            return correlation.about().line();
        }
    }

    /**
     * A rule or filter for other logs.
     *
     * @param names what correlations call it: its title, id and name
     */
    record OfOtherLogs(String title, List<String> names, LogSource source, int line) implements Document {
        public OfOtherLogs {
            names = List.copyOf(names);
        }
    }

    /** A document that cannot be used. */
    record Refused(String title, Refusal refusal) implements Document {
        @Override
        public int line() {
            return refusal.line();
        }
    }
}
