package dev.trailwise.local;

import dev.trailwise.local.rows.Rows;
import dev.trailwise.local.store.DuplicateIds;
import dev.trailwise.local.store.Segment;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the events of a new segment that were delivered more than once, there or in older segments, so that answers from
 * the store tell how many repeats they have without counting them again.
 */
final class DuplicateEvents {
    /** First by hash, which fits in memory; few are found twice, or none. */
    private static final String QUERY = """
            WITH ids AS (
              SELECT h FROM added GROUP BY h HAVING count(*) > 1
              UNION
              SELECT h FROM older WHERE h IN (SELECT h FROM added)
            ), events AS (
              SELECT eventid, file FROM added WHERE h IN (SELECT h FROM ids)
              UNION ALL
              SELECT eventid, file FROM older WHERE h IN (SELECT h FROM ids)
            ), spread AS (
              SELECT list_sort(list(file)) AS files
              FROM events WHERE eventid IS NOT NULL GROUP BY eventid HAVING count(*) > 1
            )
            SELECT files, count(*) FROM spread GROUP BY 1
            """;

    private final Path added;
    private final List<Path> older;

    DuplicateEvents(Path added, List<Segment> older) {
        this.added = added;
        this.older = older.stream().map(Segment::parquet).toList();
    }

    /** The files that it reads. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>(older);
        paths.add(added);
        return paths;
    }

    /** @param firstOrdinal the first file of the new segment; those of older ones are below */
    List<DuplicateIds> find(DuckDb database, long firstOrdinal) throws SQLException {
        database.run("CREATE VIEW added AS " + select(List.of(added)) + "; CREATE VIEW older AS "
                + (older.isEmpty() ? "FROM added WHERE false" : select(older)));
        List<DuplicateIds> duplicates = new ArrayList<>();
        try (PreparedStatement statement = database.connection().prepareStatement(QUERY);
                ResultSet rows = statement.executeQuery()) {
            while (Rows.next(rows)) {
                duplicates.add(repeat(rows.getArray(1), rows.getLong(2), firstOrdinal));
            }
        }
        return duplicates;
    }

    private static DuplicateIds repeat(Array files, long ids, long firstOrdinal) throws SQLException {
        List<Long> own = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        for (Object file : (Object[]) files.getArray()) {
            long ordinal = (Long) file;
            (ordinal < firstOrdinal ? before : own).add(ordinal);
        }
        return new DuplicateIds(own, before, ids);
    }

    private static String select(List<Path> parquet) {
        return "SELECT eventid, file, h FROM (SELECT " + StoreFormat.read() + ", file, " + StoreFormat.hash("eventid")
                + " AS h FROM read_parquet(" + TableSql.list(parquet) + "))";
    }
}
