package dev.trailwise.testing.aws.athena;

import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.testing.aws.athena.Course.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a query, as Athena tells it. */
final class AthenaWords {
    private static final Pattern COLUMN =
            Pattern.compile("there is no (?:column(?: or field)?|field) \"?([^\" ]+)\"?.*");
    private static final Pattern TABLE = Pattern.compile("there is no table (\\S+) here.*");

    private AthenaWords() {}

    /** @param database where a table without a database was looked for */
    static Fault of(SqlProblem problem, String database) {
        String place =
                "line " + problem.position().line() + ":" + problem.position().column() + ": ";
        Matcher column = COLUMN.matcher(problem.problem());
        if (column.matches()) {
            return new Fault(
                    2,
                    1006,
                    false,
                    "COLUMN_NOT_FOUND: " + place + "Column '" + column.group(1)
                            + "' cannot be resolved or requester is not authorized to access requested resources");
        }
        Matcher table = TABLE.matcher(problem.problem());
        if (table.matches()) {
            String name = table.group(1).contains(".") ? table.group(1) : database + "." + table.group(1);
            return new Fault(
                    2, 1110, false, "TABLE_NOT_FOUND: " + place + "Table 'awsdatacatalog." + name + "' does not exist");
        }
        return new Fault(2, 1006, false, "SYNTAX_ERROR: " + place + problem.problem());
    }
}
