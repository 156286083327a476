package dev.trailwise.follow.chain;

import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statement of a step. Events of a kind are one row, so that a key with a million calls stays small. */
public final class StepSql {
    /** The columns of a row before its figures, by name; each is a group. */
    private static final Map<String, String> COLUMNS = columns();

    private StepSql() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("accesskeyid", "accesskeyid");
        columns.put("principal", "principal");
        columns.put("principal_type", "principal_type");
        columns.put("source_account", "source_account");
        columns.put("issuer", "issuer");
        columns.put("session_name", "session_name");
        columns.put("user_name", "useridentity.username");
        columns.put("created", "useridentity.sessioncontext.attributes.creationdate");
        columns.put("source_identity", "useridentity.sessioncontext.sourceidentity");
        columns.put("console", "coalesce(sessioncredentialfromconsole, 'false')");
        columns.put("address", "sourceipaddress");
        columns.put("action", "action");
        columns.put("readonly", "coalesce(readonly, 'false')");
        columns.put("outcome", "outcome");
        for (Makes makes : Makes.values()) {
            columns.put(makes.column(), LinkKind.sql(makes));
        }
        columns.put("shared_id", "CASE WHEN " + LinkKind.any() + " THEN sharedeventid END");
        columns.put("event_id", "CASE WHEN " + LinkKind.any() + " THEN eventid END");
        return columns;
    }

    /** The names of all columns, in the order of {@link Activity}. */
    static List<String> names() {
        List<String> names = new ArrayList<>(COLUMNS.keySet());
        names.addAll(List.of("events", "first_seen", "last_seen"));
        return names;
    }

    /**
     * A statement.
     *
     * @param mostRows how many rows it gives at most, earliest first
     */
    public static SqlText of(Collection<Ask> asks, int mostRows) {
        Map<AskKind, TreeSet<String>> values = new TreeMap<>();
        asks.forEach(ask ->
                values.computeIfAbsent(ask.kind(), kind -> new TreeSet<>()).add(SqlLiteral.text(ask.value())));
        String conditions = values.entrySet().stream()
                .map(kind -> "(" + String.format(kind.getKey().condition(), String.join(", ", kind.getValue())) + ")")
                .collect(Collectors.joining("\n    OR "));
        String groups = IntStream.rangeClosed(1, COLUMNS.size())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        String sql = COLUMNS.entrySet().stream()
                        .map(column -> column.getValue() + " AS " + column.getKey())
                        .collect(Collectors.joining(",\n    ", "SELECT\n    ", ""))
                + ",\n    count(*) AS events,\n    min(eventtime) AS first_seen,\n    max(eventtime) AS last_seen"
                + "\nFROM cloudtrail\nWHERE " + conditions + "\nGROUP BY " + groups
                + "\nORDER BY first_seen, last_seen, "
                + groups + "\nLIMIT " + SqlLiteral.integer(mostRows);
        return SqlText.of(new SqlSource("<follow>", sql));
    }
}
