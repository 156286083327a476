package dev.trailwise.sql;

import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.table.FileColumn;
import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseParser;
import io.trino.grammar.sql.SqlBaseParser.ExplainAnalyzeContext;
import io.trino.grammar.sql.SqlBaseParser.ExplainContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.StatementContext;
import io.trino.grammar.sql.SqlBaseParser.StatementDefaultContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** One statement that only reads, understood. */
public final class ParsedSql {
    private final SqlText text;
    private final Kind kind;
    private final SqlBaseParser.QueryContext query;
    private final Map<TableReference, Long> tables;

    /** What the statement asks for. */
    public enum Kind {
        /** Rows. */
        QUERY,
        /** A plan; nothing is read and nothing billed. */
        EXPLAIN,
        /** A plan with measurements: it runs the query, and is billed. */
        EXPLAIN_ANALYZE
    }

    ParsedSql(SqlText text, StatementContext statement) {
        this.text = text;
        this.kind = kind(statement);
        this.query = query(text, statement);
        this.tables = TableReferences.in(text, query);
    }

    /** What was parsed. */
    public SqlText text() {
        return text;
    }

    /** What the statement asks for. */
    public Kind kind() {
        return kind;
    }

    /** Every place that reads a table, in the order of the text, whatever the table; CTEs are not tables. */
    public List<TableReference> tables() {
        return List.copyOf(tables.keySet());
    }

    /**
     * How often the query reads a table at a place: a CTE's tables are read once for each mention of the CTE.
     *
     * @param reference one of {@link #tables()}
     */
    public long reads(TableReference reference) {
        return Objects.requireNonNull(tables.get(reference), () -> "no reference of this query: " + reference);
    }

    /** Whether the query may be answered before all is read: somewhere is a LIMIT, or FETCH FIRST, without ORDER BY. */
    public boolean mayStopEarly() {
        return stopsEarly(query);
    }

    private static boolean stopsEarly(ParseTree node) {
        if (node instanceof QueryNoWithContext part
                && part.ORDER() == null
                && (part.limit != null || part.FETCH() != null)) {
            return true;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            if (stopsEarly(node.getChild(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an engine may have to hold rows back: to sort, group, join or number them, or to leave out repeats. */
    public boolean holdsRows() {
        return ParseTrees.contains(query, SqlBaseParser.SortItemContext.class)
                || ParseTrees.contains(query, SqlBaseParser.GroupByContext.class)
                || ParseTrees.contains(query, SqlBaseParser.SetQuantifierContext.class)
                || ParseTrees.contains(query, SqlBaseParser.JoinRelationContext.class)
                || ParseTrees.contains(query, SqlBaseParser.SetOperationContext.class)
                || ParseTrees.contains(query, SqlBaseParser.OverContext.class)
                || ParseTrees.contains(query, SqlBaseParser.InSubqueryContext.class)
                || ParseTrees.contains(query, SqlBaseParser.ExistsContext.class)
                || ParseTrees.contains(query, SqlBaseParser.FunctionCallContext.class);
    }

    /**
     * Every place that reads one of these tables.
     *
     * @param logicalNames names in lower case that are taken unqualified
     * @param physical tables that are taken by name, with or without database and catalog
     */
    public List<TableReference> references(Set<String> logicalNames, Collection<TableName> physical) {
        return tables.keySet().stream()
                .filter(table -> table.isLogical(logicalNames)
                        || table.physical(physical).isPresent())
                .toList();
    }

    /**
     * The text with tables replaced by queries; all else is kept: comments, case, line breaks. Columns can still be
     * qualified with the replaced table's name.
     *
     * @param references which to replace, of {@link #tables()}
     * @param query the query for each, without parentheses, such as {@code SELECT * FROM "db"."t" WHERE …}
     * @throws SqlProblem when a table cannot be replaced at its place
     */
    public SqlText splice(Collection<TableReference> references, Function<TableReference, String> query) {
        List<SqlText.Edit> edits = new ArrayList<>();
        for (TableReference reference : references) {
            edits.add(new SqlText.Edit(
                    reference.start(), reference.end(), replacement(reference, query.apply(reference))));
        }
        return text.edit(edits);
    }

    private String replacement(TableReference reference, String query) {
        String named = "(" + query + ") AS " + SqlLiteral.identifier(reference.table());
        return switch (reference.form()) {
            case ALIASED -> "(" + query + ")";
            case BARE -> named;
            case STATEMENT, ARGUMENT -> "SELECT * FROM " + named;
            case VERSIONED ->
                throw text.problem(reference.start(), "log tables keep no versions: leave out FOR … AS OF");
        };
    }

    /** What the query asks about the files that events are in. */
    public Set<FileColumn> fileColumns() {
        Set<FileColumn> columns = EnumSet.noneOf(FileColumn.class);
        for (var name : ParseTrees.all(query, SqlBaseParser.QuotedIdentifierContext.class)) {
            FileColumn.named(Names.lower(name)).ifPresent(columns::add);
        }
        return columns;
    }

    /** The names, in lower case, by which the query takes values: of columns, and of fields with what is before them. */
    public Set<List<String>> paths() {
        Set<List<String>> paths = new HashSet<>();
        ParseTrees.everywhere(query, SqlBaseParser.ColumnReferenceContext.class)
                .forEach(column -> paths.add(ParseTrees.path(column)));
        ParseTrees.everywhere(query, SqlBaseParser.DereferenceContext.class)
                .forEach(field -> paths.add(ParseTrees.path(field)));
        ParseTrees.all(query, SqlBaseParser.JoinCriteriaContext.class)
                .forEach(using -> using.identifier().forEach(column -> paths.add(List.of(Names.lower(column)))));
        return paths;
    }

    public SqlBaseParser.QueryContext query() {
        return query;
    }

    public SqlProblem problem(ParserRuleContext at, String problem) {
        return problem(at.getStart().getStartIndex(), problem);
    }

    public SqlProblem problem(int offset, String problem) {
        return text.problem(offset, problem);
    }

    private static Kind kind(StatementContext statement) {
        if (statement instanceof ExplainAnalyzeContext) {
            return Kind.EXPLAIN_ANALYZE;
        }
        return statement instanceof ExplainContext ? Kind.EXPLAIN : Kind.QUERY;
    }

    private static SqlBaseParser.QueryContext query(SqlText text, StatementContext statement) {
        StatementContext inner = statement;
        if (statement instanceof ExplainContext explain) {
            inner = explain.statement();
        } else if (statement instanceof ExplainAnalyzeContext explain) {
            inner = explain.statement();
        }
        if (!(inner instanceof StatementDefaultContext select)) {
            throw text.problem(
                    inner.getStart().getStartIndex(),
                    "only a query can be explained here: SELECT, WITH, VALUES or TABLE");
        }
        if (select.rootQuery().withFunction() != null) {
            throw text.problem(inner.getStart().getStartIndex(), "Athena has no inline functions: WITH FUNCTION");
        }
        return select.rootQuery().query();
    }
}
