package dev.trailwise.hunt;

import dev.trailwise.query.SavedQuery;
import dev.trailwise.sql.EventPredicate;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One statement for many detections. Each event comes back once, with the names of all detections that it matches.
 *
 * @param detections those whose names it can give
 * @param sql the statement
 */
public record FusedStatement(List<SavedQuery> detections, SqlText sql) {
    /** The columns of a finding, and last the names of its detections, in one text. */
    static final List<String> COLUMNS = List.of(
            "eventtime",
            "action",
            "principal",
            "target",
            "sourceipaddress",
            "outcome",
            "account",
            "awsregion",
            "accesskeyid",
            "errorcode",
            "useragent",
            "requestparameters",
            "eventid",
            "detections");

    /** Between the names of detections: a text comes from every engine as it is, an array from Athena does not. */
    static final String SEPARATOR = ",";

    /**
     * Athena takes statements of 262,144 bytes; the rest is for the scope, which the compiler adds.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/service-limits.html">Limits of Athena</a>
     */
    private static final int MOST_BYTES = 230_000;

    /** An array of Trino is written with at most 254 elements. */
    private static final int MOST_ELEMENTS = 100;

    /** As few statements as the conditions fit in. */
    static List<FusedStatement> of(Map<SavedQuery, EventPredicate> predicates) {
        List<FusedStatement> statements = new ArrayList<>();
        Map<SavedQuery, EventPredicate> part = new LinkedHashMap<>();
        long bytes = 0;
        for (Map.Entry<SavedQuery, EventPredicate> predicate : predicates.entrySet()) {
            // A condition without event names is written twice, and a name is at most as long as the condition that has
            // it.
            long more = 2L * predicate.getValue().sql().getBytes(StandardCharsets.UTF_8).length + 100;
            if (!part.isEmpty() && bytes + more > MOST_BYTES) {
                statements.add(statement(part));
                part.clear();
                bytes = 0;
            }
            part.put(predicate.getKey(), predicate.getValue());
            bytes += more;
        }
        if (!part.isEmpty()) {
            statements.add(statement(part));
        }
        return statements;
    }

    private static FusedStatement statement(Map<SavedQuery, EventPredicate> predicates) {
        String sql = "SELECT " + COLUMNS.stream().map(FusedStatement::selected).collect(Collectors.joining(", "))
                + "\nFROM (SELECT *, filter(" + names(predicates)
                + ", d -> d IS NOT NULL) AS detections\nFROM cloudtrail\nWHERE "
                + mayMatch(predicates) + ") AS matched\nWHERE cardinality(detections) > 0\nORDER BY eventtime, eventid";
        return new FusedStatement(List.copyOf(predicates.keySet()), SqlText.of(new SqlSource("<hunt>", sql)));
    }

    /**
     * A column of a finding. Derived ones are written out here, over the events that were found: named, they would be
     * computed for all events of the scan that may match.
     */
    private static String selected(String column) {
        if (column.equals("account")) {
            return "recipientaccountid AS account";
        }
        if (column.equals("detections")) {
            return "array_join(detections, '" + SEPARATOR + "') AS detections";
        }
        return Tables.EVENTS.derived().stream()
                .filter(derived -> derived.name().equals(column))
                .map(derived -> derived.sql() + " AS " + column)
                .findFirst()
                .orElse(column);
    }

    /** An array with the name of each detection that the event matches, and NULL for each other. */
    private static String names(Map<SavedQuery, EventPredicate> predicates) {
        List<String> elements = new ArrayList<>();
        predicates.forEach((detection, predicate) ->
                elements.add("IF(" + predicate.sql() + "\n, " + SqlLiteral.text(detection.name()) + ")"));
        List<String> arrays = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += MOST_ELEMENTS) {
            List<String> some = elements.subList(from, Math.min(from + MOST_ELEMENTS, elements.size()));
            arrays.add(some.stream().collect(Collectors.joining(",\n", "ARRAY[", "]")));
        }
        return String.join(" || ", arrays);
    }

    /** Leaves out at once what no detection can match: most events are of other names. */
    private static String mayMatch(Map<SavedQuery, EventPredicate> predicates) {
        TreeSet<String> names = new TreeSet<>();
        List<String> conditions = new ArrayList<>();
        predicates.values().forEach(predicate -> {
            names.addAll(predicate.eventNames());
            if (predicate.eventNames().isEmpty()) {
                conditions.add("(" + predicate.sql() + "\n)");
            }
        });
        if (!names.isEmpty()) {
            conditions.add(
                    0, "eventname IN (" + names.stream().map(SqlLiteral::text).collect(Collectors.joining(", ")) + ")");
        }
        return String.join(" OR ", conditions);
    }
}
