package dev.trailwise.local;

import dev.trailwise.local.scan.LogFunction;
import dev.trailwise.logs.LogFile;
import dev.trailwise.table.FileColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/**
 * The {@link FileColumn}s of the events of some files, in a table that is joined by the number of the file.
 *
 * @param name the name of that table
 * @param wanted whether the query asks for any; otherwise there is no such table
 */
record FileTable(String name, boolean wanted) {
    private static final int ROWS = 1_000;

    /** What to add to a SELECT list. */
    String columns() {
        return wanted ? ", " + names() : "";
    }

    /** What to add to its FROM. */
    String join() {
        return wanted ? " JOIN " + name + " USING (" + LogFunction.FILE + ")" : "";
    }

    /**
     * The statements that make the table.
     *
     * @param number the number of each file, by its place
     */
    List<String> statements(List<LogFile> files, IntToLongFunction number) {
        if (!wanted) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + name + " (" + LogFunction.FILE + " BIGINT, "
                + TableSql.identifier(FileColumn.PATH.sqlName()) + " VARCHAR, "
                + TableSql.identifier(FileColumn.SIZE.sqlName()) + " BIGINT, "
                + TableSql.identifier(FileColumn.MODIFIED.sqlName()) + " TIMESTAMPTZ)");
        for (int from = 0; from < files.size(); from += ROWS) {
            List<String> rows = new ArrayList<>();
            for (int k = from; k < Math.min(from + ROWS, files.size()); k++) {
                rows.add(row(files.get(k), number.applyAsLong(k)));
            }
            statements.add("INSERT INTO " + name + " VALUES " + String.join(", ", rows));
        }
        return statements;
    }

    private static String row(LogFile file, long number) {
        Instant modified = Instant.ofEpochMilli(Math.floorDiv(file.modifiedNanos(), 1_000_000L));
        return "(" + number + ", " + TableSql.literal(file.path().toString()) + ", " + file.size() + ", TIMESTAMPTZ "
                + TableSql.literal(modified.toString()) + ")";
    }

    private static String names() {
        return Arrays.stream(FileColumn.values())
                .map(column -> TableSql.identifier(column.sqlName()))
                .collect(Collectors.joining(", "));
    }
}
