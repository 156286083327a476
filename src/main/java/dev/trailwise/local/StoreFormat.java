package dev.trailwise.local;

import dev.trailwise.table.Column;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the columns of a segment are: those of the table, but that a column of ids is two. The ids that are UUIDs, as
 * CloudTrail writes them, are kept in sixteen bytes; whatever else stands there stays text.
 */
final class StoreFormat {
    /** The one table that is stored; the others are small. */
    static final TableDefinition TABLE = Tables.EVENTS;

    /** Raised when the reader or the store comes to read or write an event in another way. */
    private static final int VERSION = 3;

    /** A segment of another fingerprint is foreign. */
    static final String FINGERPRINT =
            VERSION + " " + TABLE.columns().stream().map(StoreFormat::column).collect(Collectors.joining(","));

    private static final Set<String> IDS = Set.of("eventid", "requestid", "sharedeventid");

    private StoreFormat() {}

    private static String column(Column column) {
        return column.name() + ":" + column.type().hive();
    }

    /** The columns of a segment, for a SELECT list over the table. */
    static String written() {
        return list(name -> IDS.contains(name) ? split(name) : TableSql.identifier(name));
    }

    /** The columns of the table, for a SELECT list over segments. */
    static String read() {
        return list(name -> IDS.contains(name) ? joined(name) : TableSql.identifier(name));
    }

    private static String list(Function<String, String> sql) {
        return Stream.concat(TABLE.columns().stream(), TABLE.partitions().stream())
                .map(column -> sql.apply(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** As a UUID when that gives back the same text, as text when not; the other one is NULL. */
    private static String split(String name) {
        String text = TableSql.identifier(name);
        String uuid = "CASE WHEN strlen(" + text + ") = 36 THEN TRY_CAST(" + text + " AS UUID) END";
        String same = "CAST(" + uuid + " AS VARCHAR) IS NOT DISTINCT FROM " + text;
        return "CASE WHEN " + same + " THEN " + uuid + " END AS " + uuid(name) + ", CASE WHEN NOT (" + same + ") THEN "
                + text + " END AS " + text;
    }

    private static String joined(String name) {
        String text = TableSql.identifier(name);
        return "COALESCE(CAST(" + uuid(name) + " AS VARCHAR), " + text + ") AS " + text;
    }

    /** What two ids have in common only when they are one, nearly always, and that takes no text to find. */
    static String hash(String name) {
        return "hash(" + uuid(name) + ", " + TableSql.identifier(name) + ")";
    }

    private static String uuid(String name) {
        return TableSql.identifier(name + " uuid");
    }
}
