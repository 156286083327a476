package dev.trailwise.sigma;

import java.util.List;

/** What a correlation refers to. */
public sealed interface Reference {
    /** The id or name that the correlation writes. */
    String name();

    /**
     * A rule.
     *
     * @param fields the fields of its events that the correlation groups by
     */
    record OfRule(String name, SigmaRule rule, List<String> fields) implements Reference {
        public OfRule {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Another correlation.
     *
     * @param places which of the values that it groups by this correlation groups by
     */
    record OfCorrelation(String name, SigmaCorrelation correlation, List<Integer> places) implements Reference {
        public OfCorrelation {
            places = List.copyOf(places);
        }
    }
}
