package dev.trailwise.share;

import dev.trailwise.aws.athena.NamedQueries;
import dev.trailwise.aws.athena.NamedQuery;
import dev.trailwise.query.NamedQueryStamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which saved queries are shared, and how carefully.
 *
 * @param names only these; empty for all
 * @param topics only those of these topics; empty for all
 * @param dryRun whether nothing is done
 * @param force whether also what was changed on the other side since it was shared is replaced
 */
public record QueryChoice(List<String> names, List<String> topics, boolean dryRun, boolean force) {
    public QueryChoice {
        names = List.copyOf(names);
        topics = List.copyOf(topics);
    }

    /** Whether a query is meant; all are when none is named. */
    boolean wants(String topic, String name) {
        return !chooses() || names.contains(name) || topics.contains(topic);
    }

    /** Whether some queries were named. */
    boolean chooses() {
        return !names.isEmpty() || !topics.isEmpty();
    }

    /** The queries of a workgroup that were shared by trailwise, by topic and name; the first of each. */
    static Map<String, NamedQuery> shared(NamedQueries queries) {
        Map<String, NamedQuery> shared = new LinkedHashMap<>();
        for (NamedQuery query : queries.all()) {
            NamedQueryStamp.find(query.description()).ifPresent(mark -> shared.putIfAbsent(mark.path(), query));
        }
        return shared;
    }
}
