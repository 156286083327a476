package dev.trailwise.sql.duckdb;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.duckdb.translation.Ctes;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.scalar.ScalarFunctions;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Athena SQL in DuckDB's words, with the same meaning. Nothing passes that is not known to mean the same: every
 * construct, function and table is looked up, and what is not found is refused at its place. So no file, setting or
 * function of DuckDB's own can be reached through it.
 *
 * @param text the query, on tables named {@code "database"."table"} with the columns of their definitions
 * @param fields what it reads of each table: columns, and fields of structs as {@code useridentity.arn}; nothing beside
 *     these matters to the answer
 */
public record DuckDbSql(String text, Map<TableName, Set<String>> fields) {
    private static final Pattern JAVA = Pattern.compile("\\b" + ScalarFunctions.PREFIX + "[a-z0-9_]+(?=\\()");
    private static final List<String> SESSION = List.of(
            "SET TimeZone = 'UTC'",
            "SET default_null_order = 'nulls_last'",
            // fails for a filter on what a window is partitioned by: "expression type mismatch"
            "SET disabled_optimizers = 'top_n_window_elimination'");

    public DuckDbSql {
        Map<TableName, Set<String>> copy = new HashMap<>();
        fields.forEach((table, paths) -> copy.put(table, Set.copyOf(paths)));
        fields = Map.copyOf(copy);
    }

    /** The statements that a connection needs once, before it runs translated SQL. */
    public static List<String> session() {
        return SESSION;
    }

    /** The functions in Java that it calls, by their names in DuckDB. */
    public Set<String> functions() {
        return JAVA.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** What is read of a table. */
    public Set<String> fields(TableName table) {
        return fields.getOrDefault(table, Set.of());
    }

    /**
     * The same query for DuckDB.
     *
     * @throws SqlProblem for what DuckDB cannot answer as Athena would, at its place
     */
    public static DuckDbSql of(CompiledQuery query) {
        return of(AthenaSql.parse(query.text()), query.tables());
    }

    /**
     * The first thing in a query that Athena refuses. Nothing of a query that reads other tables than it may read here,
     * for their columns are not known, and of one that is not translated for another reason.
     */
    public static Optional<SqlProblem> mistake(CompiledQuery query) {
        ParsedSql sql = AthenaSql.parse(query.text());
        boolean known = sql.kind() == ParsedSql.Kind.QUERY
                && sql.tables().stream()
                        .allMatch(
                                table -> table.physical(query.tables().keySet()).isPresent());
        try {
            if (known) {
                of(sql, query.tables());
            }
            return Optional.empty();
        } catch (SqlProblem problem) {
            return problem.isMistake() ? Optional.of(problem) : Optional.empty();
        }
    }

    /**
     * The same query for DuckDB.
     *
     * @param tables the tables it may read; any other is refused
     * @throws SqlProblem for what DuckDB cannot answer as Athena would, at its place
     */
    public static DuckDbSql of(ParsedSql sql, Map<TableName, TableDefinition> tables) {
        if (sql.kind() != ParsedSql.Kind.QUERY) {
            throw sql.text()
                    .problem(0, "EXPLAIN shows Athena's plan, free")
                    .localOnly()
                    .with(Remedy.flag(FlagName.DRY_RUN, "shows what a query reads"));
        }
        try {
            Translation translation = new Translation(sql, tables, QueryTranslation::nested);
            Output output = new QueryTranslation(translation, NameScope.NONE, Ctes.NONE).query(sql.query(), true);
            return new DuckDbSql(translation.use(output).sql(), translation.used());
        } catch (StackOverflowError tooDeep) {
            throw sql.text()
                    .problem(0, "the query is nested too deeply to be translated; split it")
                    .localOnly();
        }
    }
}
