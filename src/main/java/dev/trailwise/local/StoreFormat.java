package dev.trailwise.local;

import dev.trailwise.table.Column;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import java.util.stream.Collectors;

/** What the columns of a segment are. */
final class StoreFormat {
    /** The one table that is stored; the others are small. */
    static final TableDefinition TABLE = Tables.EVENTS;

    /** Raised when the reader or the store comes to read or write an event in another way. */
    private static final int VERSION = 1;

    /** A segment of another fingerprint is foreign. */
    static final String FINGERPRINT =
            VERSION + " " + TABLE.columns().stream().map(StoreFormat::column).collect(Collectors.joining(","));

    private StoreFormat() {}

    private static String column(Column column) {
        return column.name() + ":" + column.type().hive();
    }
}
