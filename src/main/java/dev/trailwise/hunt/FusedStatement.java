package dev.trailwise.hunt;

import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.sql.FieldTexts;
import dev.trailwise.sql.EventPredicate;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param fields the fields of events that correlations need, each a column before the last one
 */
public record FusedStatement(List<SavedQuery> detections, SqlText sql, List<String> fields) {
    public FusedStatement {
        detections = List.copyOf(detections);
        fields = List.copyOf(fields);
    }

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

    /** What a summary is counted from: the others are costly where a third of all events are findings. */
    private static final List<String> COUNTED = List.of("eventtime", "principal", "account", "eventid", "detections");

    /** Between the names of detections: a text comes from every engine as it is, an array from Athena does not. */
    static final String SEPARATOR = ",";

    /**
     * Athena takes statements of 262,144 bytes; the rest is for the scope, which the compiler adds.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/service-limits.html">Limits of Athena</a>
     */
    private static final int MOST_BYTES = 230_000;

    /** As few statements as the conditions fit in. */
    static List<FusedStatement> of(Map<SavedQuery, EventPredicate> predicates) {
        return of(predicates, List.of());
    }

    /** @param fields what correlations need of the events of the first statement */
    static List<FusedStatement> of(Map<SavedQuery, EventPredicate> predicates, List<String> fields) {
        List<FusedStatement> statements = new ArrayList<>();
        Map<SavedQuery, EventPredicate> part = new LinkedHashMap<>();
        long bytes = fields.stream()
                .mapToLong(field -> utf8(FieldTexts.column(field)) + 20)
                .sum();
        for (Map.Entry<SavedQuery, EventPredicate> predicate : predicates.entrySet()) {
            long more = bytes(predicate.getKey(), predicate.getValue());
            if (!part.isEmpty() && bytes + more > MOST_BYTES) {
                statements.add(statement(part, statements.isEmpty() ? fields : List.of()));
                part.clear();
                bytes = 0;
            }
            part.put(predicate.getKey(), predicate.getValue());
            bytes += more;
        }
        if (!part.isEmpty()) {
            statements.add(statement(part, statements.isEmpty() ? fields : List.of()));
        }
        return statements;
    }

    /** A condition without event names is written twice, and a name at most three times. */
    private static long bytes(SavedQuery detection, EventPredicate predicate) {
        long condition = utf8(predicate.sql());
        long names = predicate.eventNames().stream()
                .mapToLong(name -> 3 * utf8(name) + 100)
                .sum();
        return utf8(detection.name()) + 20 + condition + (predicate.eventNames().isEmpty() ? condition + 20 : names);
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static FusedStatement statement(Map<SavedQuery, EventPredicate> predicates, List<String> fields) {
        LowerTexts lower = new LowerTexts();
        String names = MatchedNames.sql(predicates, lower);
        String events = "cloudtrail\nWHERE " + mayMatch(predicates);
        String sql = selection(COLUMNS, fields)
                + "\nFROM (SELECT *, filter(" + names + ", d -> d IS NOT NULL) AS detections\nFROM "
                + (lower.isEmpty() ? events : "(SELECT *" + lower.columns() + "\nFROM " + events + ") AS lowered")
                + ") AS matched\nWHERE cardinality(detections) > 0\nORDER BY eventtime, eventid";
        return new FusedStatement(List.copyOf(predicates.keySet()), SqlText.of(new SqlSource("<hunt>", sql)), fields);
    }

    /** The same findings, with the columns of a summary. */
    FusedStatement summarized() {
        String from = sql.text().substring(selection(COLUMNS, fields).length());
        return new FusedStatement(
                detections, SqlText.of(new SqlSource("<hunt>", selection(COUNTED, fields) + from)), fields);
    }

    private static String selection(List<String> names, List<String> fields) {
        List<String> columns = new ArrayList<>();
        names.forEach(column -> columns.add(selected(column)));
        for (int i = 0; i < fields.size(); i++) {
            columns.add(columns.size() - 1, FieldTexts.column(fields.get(i)) + " AS correlated_" + i);
        }
        return "SELECT " + String.join(", ", columns);
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

    /** Leaves out at once what no detection can match: most events are of other names. */
    private static String mayMatch(Map<SavedQuery, EventPredicate> predicates) {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> anyCase = new TreeSet<>();
        List<String> conditions = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        predicates.values().forEach(predicate -> {
            (predicate.anyCase() ? anyCase : names).addAll(predicate.eventNames());
            if (predicate.eventNames().isEmpty()) {
                (predicate.anyCase() ? rules : conditions).add("(" + predicate.sql() + "\n)");
            }
        });
        conditions.addAll(Methods.anyOf(rules));
        if (!anyCase.isEmpty()) {
            conditions.add(0, MatchedNames.LOWER_NAME + " IN (" + literals(anyCase) + ")");
        }
        if (!names.isEmpty()) {
            conditions.add(0, "eventname IN (" + literals(names) + ")");
        }
        return String.join(" OR ", conditions);
    }

    private static String literals(Collection<String> names) {
        return names.stream().map(SqlLiteral::text).collect(Collectors.joining(", "));
    }
}
