package dev.trailwise.hunt.correlation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event that rules matched.
 *
 * @param second its time, in seconds since 1970
 * @param id its id; an event that was delivered twice is the same
 * @param rules the names of the rules
 * @param fields the texts of the fields that correlations need
 */
public record MatchedEvent(long second, String id, Set<String> rules, Map<String, List<String>> fields) {
    public MatchedEvent {
        rules = Set.copyOf(rules);
        fields = Map.copyOf(fields);
    }

    List<String> texts(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
