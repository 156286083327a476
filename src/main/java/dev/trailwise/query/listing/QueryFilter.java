package dev.trailwise.query.listing;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.query.SavedQuery;
import java.util.List;
import java.util.Locale;

/**
 * Which saved queries to list.
 *
 * @param words those that have all of these in their name, title or description, in any letter case; empty for all
 * @param topics those of these topics; empty for all
 * @param techniques those of these ATT&amp;CK techniques and their sub-techniques; empty for all
 * @param detections only detections
 */
public record QueryFilter(List<String> words, List<String> topics, List<String> techniques, boolean detections) {
    /** Every query. */
    public static final QueryFilter ALL = new QueryFilter(List.of(), List.of(), List.of(), false);

    public QueryFilter {
        words = List.copyOf(words);
        topics = List.copyOf(topics);
        techniques = List.copyOf(techniques);
    }

    /**
     * The queries that it selects, in their order.
     *
     * @throws Failure when a topic does not exist
     */
    public List<SavedQuery> of(List<SavedQuery> queries) {
        List<String> known = queries.stream().map(SavedQuery::topic).distinct().toList();
        for (String topic : topics) {
            if (!known.contains(topic)) {
                throw new Failure(
                        ExitCode.USAGE,
                        "unknown topic '" + topic + "'" + Suggestions.hint(topic, known),
                        Remedy.command(CommandName.QUERIES, "lists all topics"));
            }
        }
        return queries.stream().filter(this::selects).toList();
    }

    private boolean selects(SavedQuery query) {
        String text = (query.name() + "\n" + query.title() + "\n" + query.description()).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)))
                && (topics.isEmpty() || topics.contains(query.topic()))
                && (techniques.isEmpty() || techniques.stream().anyMatch(query::hasTechnique))
                && (!detections || query.detection().isPresent());
    }
}
