package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.TableReference;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.FileColumn;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** What all parts of one translation share: the query, its tables, the names given out, and how to refuse. */
public final class Translation {
    private static final Pattern MILLISECONDS = Pattern.compile(".*[.][0-9]{3}");

    /** A literal, or the column of a nested query that may have been one. */
    private static final Pattern MAY_BE_LITERAL = Pattern.compile("TIMESTAMP(TZ)? '|\"r[0-9]+\"\\.\"c[0-9]+\"");

    private final ParsedSql sql;
    private final Queries queries;
    private final Map<TableName, TableDefinition> tables;
    private final Map<TableName, Set<String>> used = new HashMap<>();
    private final List<String> aliases = new ArrayList<>();
    private boolean shortTimestamps;
    private final Set<FileColumn> fileColumns;
    private int names;

    /** Translates queries inside expressions. */
    public interface Queries {
        Output nested(Translation translation, QueryContext query, NameScope outer, Ctes ctes);
    }

    public Translation(ParsedSql sql, Map<TableName, TableDefinition> tables, Queries queries) {
        this.sql = sql;
        this.queries = queries;
        this.tables = tables;
        this.fileColumns = sql.fileColumns();
    }

    /** A query inside the query. */
    public Output nested(QueryContext query, NameScope outer, Ctes ctes) {
        return use(queries.nested(this, query, outer, ctes));
    }

    /** What is read of each table so far. */
    public Map<TableName, Set<String>> used() {
        return used;
    }

    /** What the query asks about files. */
    public Set<FileColumn> fileColumns() {
        return fileColumns;
    }

    /** Notes that the query reads a column of a table, or a field in one. */
    public void use(Optional<TableField> field) {
        field.ifPresent(read ->
                used.computeIfAbsent(read.table(), table -> new TreeSet<>()).add(read.path()));
    }

    /** Notes that all columns of a query are read. */
    public Output use(Output output) {
        output.columns().forEach(column -> use(column.origin()));
        return output;
    }

    /** Notes a timestamp literal, whose digits after the second are its precision in Trino. */
    public void note(String timestamp) {
        shortTimestamps |= !MILLISECONDS.matcher(timestamp).matches();
    }

    /**
     * Refuses to make text of a timestamp when a literal may have given it other than three digits after the second, which
     * all others have: DuckDB keeps no precision.
     */
    public void checkPrecision(ParserRuleContext at, Expr value) {
        boolean moment = value.type() == Type.Simple.TIMESTAMP || value.type() == Type.Simple.TIMESTAMP_TZ;
        if (moment && shortTimestamps && MAY_BE_LITERAL.matcher(value.sql()).find()) {
            throw unsupported(
                    at,
                    "the text of a timestamp whose literal has not three digits after the second, as in"
                            + " TIMESTAMP '2026-11-01 10:00:00.000',");
        }
    }

    /** Whether a timestamp literal so far has other than three digits after the second. */
    public boolean hasShortTimestamps() {
        return shortTimestamps;
    }

    public ParsedSql sql() {
        return sql;
    }

    /** Notes the name of an item of SELECT. */
    public void alias(String name) {
        aliases.add(name);
    }

    /** The names of items of SELECT so far. */
    public List<String> aliases() {
        return aliases;
    }

    /** A name that nothing else in the translated query has. */
    public String fresh(String prefix) {
        names++;
        return SqlLiteral.identifier(prefix + names);
    }

    /**
     * A name for what is local to an expression, such as the parameter of a lambda. The same expression gets the same name
     * wherever it is written, so that DuckDB finds what is grouped by.
     */
    public String local(ParserRuleContext at, String prefix) {
        String text = at.getText().toLowerCase(Locale.ROOT);
        return SqlLiteral.identifier(prefix + "_" + text.length() + "_" + Integer.toHexString(text.hashCode()));
    }

    /** What Athena refuses too. */
    public SqlProblem wrong(ParserRuleContext at, String problem) {
        return wrong(at.getStart().getStartIndex(), problem);
    }

    /** The same, at an offset of the text. */
    public SqlProblem wrong(int offset, String problem) {
        return sql.problem(offset, problem);
    }

    /** What Athena takes, but the local engine does not. */
    public SqlProblem unsupported(ParserRuleContext at, String what) {
        return unsupported(at.getStart().getStartIndex(), what);
    }

    /** The same, at an offset of the text. */
    public SqlProblem unsupported(int offset, String what) {
        return sql.problem(offset, what + SqlProblem.LOCAL_ONLY).localOnly();
    }

    /** A construct that the translation has no words for. */
    public SqlProblem unknown(ParserRuleContext at) {
        String words = at.getClass().getSimpleName().replace("Context", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return unsupported(at, "this (" + words.toLowerCase(Locale.ROOT) + ")");
    }

    /** The table that a name in FROM means. */
    public TableName table(ParserRuleContext name) {
        int start = name.getStart().getStartIndex();
        TableReference reference = sql.tables().stream()
                .filter(candidate -> candidate.start() == start)
                .findFirst()
                .orElseThrow();
        if (reference.form() == TableReference.Form.VERSIONED) {
            throw wrong(name, "log tables keep no versions: leave out FOR … AS OF");
        }
        return reference
                .physical(tables.keySet())
                .orElseThrow(() -> wrong(
                                name,
                                "there is no table " + Excerpt.neutral(reference.written())
                                        + " here; the tables are "
                                        + Tables.ALL.stream()
                                                .map(TableDefinition::logicalName)
                                                .collect(Collectors.joining(", ")))
                        .with(new Remedy.Setting(
                                List.of(SettingName.TABLE_DATABASE, SettingName.TABLE_NAME),
                                "",
                                "name it if it is your CloudTrail table")));
    }

    public TableDefinition definition(TableName table) {
        return Optional.ofNullable(tables.get(table)).orElseThrow();
    }

    /** The type of a column as Athena sees it. */
    public static Type type(ColumnType type) {
        if (type instanceof ColumnType.Real) {
            return Type.Simple.DOUBLE;
        }
        if (type instanceof ColumnType.Struct struct) {
            return new Type.Row(struct.fields().stream().map(Translation::field).toList());
        }
        if (type instanceof ColumnType.ArrayOf array) {
            return new Type.Array(type(array.element()));
        }
        if (type instanceof ColumnType.TextMap) {
            return new Type.MapOf(Type.Simple.VARCHAR, Type.Simple.VARCHAR);
        }
        return Type.Simple.VARCHAR;
    }

    private static Type.Field field(Column column) {
        return new Type.Field(column.name(), type(column.type()));
    }
}
