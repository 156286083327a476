package dev.trailwise.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a query can ask about the file that an event is in. {@code SELECT *} leaves these columns out.
 *
 * @see <a href="https://trino.io/docs/435/connector/hive.html#metadata-columns">Metadata columns of Trino</a>
 */
public enum FileColumn {
    /** Where it is. */
    PATH("$path"),
    /** Its bytes as stored. */
    SIZE("$file_size"),
    /** When it was last written. */
    MODIFIED("$file_modified_time");

    private final String sqlName;

    FileColumn(String sqlName) {
        this.sqlName = sqlName;
    }

    /** Its name, which has to be quoted in SQL. */
    public String sqlName() {
        return sqlName;
    }

    /** The one of this name. */
    public static Optional<FileColumn> named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.sqlName.equals(name))
                .findFirst();
    }
}
