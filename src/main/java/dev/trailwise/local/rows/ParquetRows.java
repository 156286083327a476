package dev.trailwise.local.rows;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowFile;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows that DuckDB writes to a Parquet file itself. */
public final class ParquetRows {
    /**
     * How Parquet is written here. Level 1 is as small as higher levels for logs, at a third of the time; larger row
     * groups would not fit in the memory that a query may take. Under another name than its own DuckDB would not be let
     * write the file.
     */
    public static final String OPTIONS =
            "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 20480, USE_TMP_FILE false";

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");

    /** Types that DuckDB would write as another that holds less, and types that only it can read back. */
    private static final Pattern UNKNOWN = Pattern.compile("\\b(U?HUGEINT|INTERVAL|BIT|TIME WITH TIME ZONE)\\b");

    /** Whole numbers that Athena has no type for, or that DuckDB would write as doubles. */
    private static final Set<String> WHOLE =
            Set.of("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "HUGEINT", "UHUGEINT");

    private final Path path;
    private final List<String> names = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    private ParquetRows(Path path) {
        this.path = path;
    }

    /**
     * The rows of a reader.
     *
     * @throws Failure for a column that the file cannot hold
     */
    public static ParquetRows of(RowReader reader, RowFile file) {
        ParquetRows rows = new ParquetRows(file.path());
        List<ResultColumn> columns = reader.columns();
        for (int k = 0; k < columns.size(); k++) {
            rows.names.add("c" + k);
        }
        for (int place : file.columns(columns)) {
            String name = columns.get(place).name();
            rows.written.add(
                    value("c" + place, name, reader.types().get(place)) + " AS " + SqlLiteral.identifier(name));
        }
        return rows;
    }

    private static String value(String column, String name, String type) {
        if (WHOLE.contains(type)) {
            return "CAST(" + column + " AS BIGINT)";
        }
        if (UNKNOWN.matcher(QUOTED.matcher(type).replaceAll("x")).find()) {
            throw new Failure(
                    ExitCode.USAGE,
                    Excerpt.neutral(
                            "column '" + name + "' has values that Parquet has no type for: CAST it to varchar"));
        }
        return column;
    }

    /** The statement that runs a query and writes its rows. */
    public String copy(String sql) {
        return "COPY (SELECT " + String.join(", ", written) + " FROM (" + sql + "\n) AS rows_of("
                + String.join(", ", names) + ")) TO " + SqlLiteral.text(path.toString()) + " (" + OPTIONS + ")";
    }

    /** The failure to write the file; nothing when the statement failed for another reason. */
    public Optional<Failure> notWritten(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left on device") && message.contains(path.toString())
                ? Optional.of(new Failure(
                        ExitCode.NOT_WRITTEN,
                        Excerpt.neutral("cannot write to " + path.getParent() + ": No space left on device"),
                        e))
                : Optional.empty();
    }
}
