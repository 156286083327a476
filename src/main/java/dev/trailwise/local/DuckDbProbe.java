package dev.trailwise.local;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Tries whether DuckDB runs on this machine. */
public final class DuckDbProbe {
    private DuckDbProbe() {}

    /**
     * Loads DuckDB and runs a query.
     *
     * @return its version, for example {@code v1.4.1}
     * @throws Failure when it cannot be loaded or does not answer
     */
    public static String version(ResourceLimits limits) {
        try (DuckDb database = DuckDb.open(1, limits);
                PreparedStatement statement = database.connection().prepareStatement("SELECT version()");
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException | IllegalStateException | LinkageError broken) {
            throw new Failure(
                    ExitCode.USAGE,
                    "DuckDB cannot be used: " + broken.getMessage(),
                    broken,
                    Remedy.action("install the package of this operating system and processor"));
        }
    }
}
