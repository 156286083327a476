package dev.trailwise.query.listing;

import dev.trailwise.query.SavedQuery;
import dev.trailwise.text.Paragraphs;
import dev.trailwise.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of saved queries: rows for programs, and lines for people.
 *
 * @param queries by topic and name
 */
public record QueryList(List<SavedQuery> queries) {
    /** The columns of {@link #rows}, all of them text. */
    public static final List<String> COLUMNS = List.of("topic", "name", "kind", "level", "needs", "mitre", "title");

    private static final String INDENT = "  ";

    /** The narrowest text beside a name. */
    private static final int LEAST_TEXT = 20;

    public QueryList {
        queries = List.copyOf(queries);
    }

    /** The first so many of them. */
    public QueryList first(long most) {
        return new QueryList(queries.stream().limit(most).toList());
    }

    /** How many queries and detections it has, in words. */
    public String count() {
        long detections =
                queries.stream().filter(query -> query.detection().isPresent()).count();
        return queries.size()
                + (queries.size() == 1 ? " saved query" : " saved queries")
                + (detections == 0 ? "" : " (" + detections + " detections, marked with their level)");
    }

    /** A row for each query. */
    public List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SavedQuery query : queries) {
            rows.add(new @Nullable Object[] {
                query.topic(),
                query.name(),
                query.detection().isPresent() ? "detection" : "query",
                query.detection().map(found -> found.level().toString()).orElse(null),
                query.needs().isEmpty() ? null : query.needs(),
                query.mitre().isEmpty() ? null : String.join(" ", query.mitre()),
                query.title()
            });
        }
        return rows;
    }

    /** Lines of at most this width: the topics, and below each its queries. Nothing is cut. */
    public List<String> lines(int width) {
        int names =
                queries.stream().mapToInt(query -> query.name().length()).max().orElse(0);
        int textAt = INDENT.length() + names + INDENT.length();
        List<String> lines = new ArrayList<>();
        String topic = "";
        for (SavedQuery query : queries) {
            if (!query.topic().equals(topic)) {
                topic = query.topic();
                lines.add((lines.isEmpty() ? "" : "\n") + topic);
            }
            String name = INDENT
                    + query.name()
                    + " ".repeat(textAt - INDENT.length() - query.name().length());
            for (String line : Paragraphs.wrap(described(query), Math.max(LEAST_TEXT, width - textAt))) {
                lines.add(name + line);
                name = " ".repeat(textAt);
            }
        }
        return lines;
    }

    private static String described(SavedQuery query) {
        String level =
                query.detection().map(found -> "[" + found.level() + "] ").orElse("");
        String needs = query.needs().isEmpty() ? "" : " (needs " + query.needs() + ")";
        return level + Sanitizer.text(query.title()) + needs;
    }
}
