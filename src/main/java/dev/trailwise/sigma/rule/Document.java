package dev.trailwise.sigma.rule;

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

    /** A rule or filter for other logs. */
    record OfOtherLogs(String title, LogSource source, int line) implements Document {}

    /** A document that cannot be used. */
    record Refused(String title, Refusal refusal) implements Document {
        @Override
        public int line() {
            return refusal.line();
        }
    }
}
