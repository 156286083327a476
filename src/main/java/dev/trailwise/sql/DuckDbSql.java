package dev.trailwise.sql;

import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import java.util.List;
import java.util.Map;

/**
 * Athena SQL in DuckDB's words, with the same meaning. Nothing passes that is not known to mean the same: every
 * construct, function and table is looked up, and what is not found is refused at its place. So no file, setting or
 * function of DuckDB's own can be reached through it.
 */
public final class DuckDbSql {
    private static final List<String> SESSION =
            List.of("SET TimeZone = 'UTC'", "SET default_null_order = 'nulls_last'");

    private DuckDbSql() {}

    /** The statements that a connection needs once, before it runs translated SQL. */
    public static List<String> session() {
        return SESSION;
    }

    /**
     * The same query for DuckDB, on tables named {@code "database"."table"} with the columns of their definitions.
     *
     * @throws SqlProblem for what DuckDB cannot answer as Athena would, at its place
     */
    public static String translate(AthenaQuery query) {
        return translate(AthenaSql.parse(query.text()), query.tables());
    }

    /**
     * The same query for DuckDB.
     *
     * @param tables the tables it may read; any other is refused
     * @throws SqlProblem for what DuckDB cannot answer as Athena would, at its place
     */
    public static String translate(ParsedSql sql, Map<TableName, TableDefinition> tables) {
        if (sql.kind() != ParsedSql.Kind.QUERY) {
            throw sql.text().problem(0, "EXPLAIN is not answered by the local engine; use --engine athena");
        }
        try {
            return new Translation(sql, tables).run();
        } catch (StackOverflowError tooDeep) {
            throw sql.text().problem(0, "the query is nested too deeply to be translated; split it");
        }
    }
}
