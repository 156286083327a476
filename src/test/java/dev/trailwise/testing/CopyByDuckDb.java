package dev.trailwise.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** DuckDB alone, for {@code scripts/bench}: eight fields of events as TSV on stdout, by its own readers and its COPY. */
public final class CopyByDuckDb {
    private static final String FIELDS = "eventtime, awsregion, eventsource, eventname, useridentity.username,"
            + " sourceipaddress, useragent, requestparameters";

    private static final String EVENTS =
            "(SELECT unnest(Records, recursive := false) AS e FROM read_json('%s/**/*.json.gz',"
                    + " maximum_object_size = 200000000, columns = {Records: 'STRUCT(eventTime VARCHAR, awsRegion VARCHAR,"
                    + " eventSource VARCHAR, eventName VARCHAR, userIdentity STRUCT(userName VARCHAR), sourceIPAddress VARCHAR,"
                    + " userAgent VARCHAR, requestParameters JSON)[]'}))";

    private CopyByDuckDb() {}

    /**
     * Runs it.
     *
     * @param arguments {@code logs} or {@code store}, and the folder of either
     */
    public static void main(String[] arguments) throws SQLException {
        String from = arguments[0].equals("logs")
                ? "(SELECT e.* FROM " + EVENTS.formatted(arguments[1]) + ")"
                : "read_parquet('" + arguments[1] + "/**/*.parquet')";
        Properties settings = new Properties();
        settings.setProperty("preserve_insertion_order", "false");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + FIELDS + " FROM " + from + ") TO '/dev/stdout'"
                    + " (FORMAT csv, DELIMITER '\t', QUOTE '', HEADER false, NULLSTR '\\N')");
        }
    }
}
