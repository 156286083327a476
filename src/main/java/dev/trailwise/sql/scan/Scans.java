package dev.trailwise.sql.scan;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.RecursiveQuery;
import dev.trailwise.sql.TableReference;
import dev.trailwise.sql.scan.ScannedColumn.Partition;
import dev.trailwise.sql.scan.ScannedColumn.Source;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseParser.InlineTableContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.SetOperationContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryContext;
import io.trino.grammar.sql.SqlBaseParser.TableContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Finds every time that a query reads a table, and which of its partitions the query's own conditions leave. A condition
 * counts for a table only where Trino surely evaluates it on the partitions: in WHERE, HAVING and ON, through joins that
 * keep no unmatched rows of the table, through subqueries and CTEs that pass its columns on.
 */
public final class Scans {
    /** Columns that conditions on can tell something before a row is read. */
    private static final Set<String> COLUMNS = Set.of(
            "account",
            "region",
            "day",
            "eventtime",
            "eventcategory",
            "eventid",
            "eventname",
            "eventsource",
            "managementevent",
            "readonly",
            "useridentity");

    /** A query that names its CTEs so often reads more often than any file allows. */
    private static final int MOST = 1_000;

    private final ParsedSql sql;
    private final Map<TableName, TableDefinition> tables;
    private final Conditions conditions;
    private final List<PartitionScan> found = new ArrayList<>();

    private Scans(ParsedSql sql, Map<TableName, TableDefinition> tables, Instant now) {
        this.sql = sql;
        this.tables = tables;
        this.conditions = new Conditions(new StaticExpressions(now));
    }

    /**
     * The scans of a query, in the order in which they are met.
     *
     * @param tables the tables that count
     * @param now the time that {@code current_date} and similar functions use
     * @throws SqlProblem when the query reads a table more than a thousand times
     */
    public static List<TableScan> of(ParsedSql sql, Map<TableName, TableDefinition> tables, Instant now) {
        Scans scans = new Scans(sql, tables, now);
        scans.query(sql.query(), Map.of());
        return scans.found.stream().map(PartitionScan::done).toList();
    }

    /** A CTE, which is read again at each mention. */
    record Cte(NamedQueryContext query, Map<String, Cte> visible, boolean recursive) {}

    Conditions conditions() {
        return conditions;
    }

    /** How many scans were found so far. */
    int count() {
        return found.size();
    }

    /** The scans that were found since then. */
    List<PartitionScan> since(int count) {
        return List.copyOf(found.subList(count, found.size()));
    }

    List<ScannedColumn> query(QueryContext query, Map<String, Cte> outer) {
        Map<String, Cte> visible = outer;
        if (query.with() != null) {
            for (NamedQueryContext named : query.with().namedQuery()) {
                Map<String, Cte> more = new HashMap<>(visible);
                more.put(
                        Names.lower(named.name),
                        new Cte(named, visible, query.with().RECURSIVE() != null && RecursiveQuery.readsItself(named)));
                visible = more;
            }
        }
        return body(query.queryNoWith(), visible);
    }

    private List<ScannedColumn> body(QueryNoWithContext query, Map<String, Cte> ctes) {
        List<ScannedColumn> columns = term(query.queryTerm(), ctes);
        query.sortItem().forEach(item -> nested(item, ctes));
        boolean cut = query.limit != null || query.offset != null || query.FETCH() != null;
        return cut ? columns.stream().map(ScannedColumn::opaque).toList() : columns;
    }

    private List<ScannedColumn> term(QueryTermContext term, Map<String, Cte> ctes) {
        if (!(term instanceof SetOperationContext operation)) {
            return primary(((QueryTermDefaultContext) term).queryPrimary(), ctes);
        }
        int start = count();
        List<ScannedColumn> left = term(operation.left, ctes);
        Set<PartitionScan> ofLeft = Set.copyOf(since(start));
        List<ScannedColumn> right = term(operation.right, ctes);
        boolean known = left.size() == right.size() && ScannedColumn.allKnown(left) && ScannedColumn.allKnown(right);
        List<ScannedColumn> columns = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Source source = Source.ROWS;
            if (known) {
                Source ours = left.get(i).source();
                Source theirs = right.get(i).source();
                source = (scan, partition) -> (ofLeft.contains(scan) ? ours : theirs).value(scan, partition);
            }
            columns.add(new ScannedColumn(
                    List.of(), left.get(i).name(), operation.UNION() == null ? undecided(source) : source));
        }
        return columns;
    }

    /** Of EXCEPT and INTERSECT it is not sure that Trino takes conditions below them. */
    private static Source undecided(Source source) {
        return (scan, partition) -> {
            StaticValue value = source.value(scan, partition);
            return value.isKnown() ? StaticValue.UNDECIDED : value;
        };
    }

    private List<ScannedColumn> primary(QueryPrimaryContext primary, Map<String, Cte> ctes) {
        if (primary instanceof QueryPrimaryDefaultContext select) {
            return new SelectScans(this).select(select.querySpecification(), ctes);
        }
        if (primary instanceof SubqueryContext nested) {
            return body(nested.queryNoWith(), ctes);
        }
        if (primary instanceof TableContext table) {
            return new RelationScans(this).table(table, table.qualifiedName(), ctes);
        }
        InlineTableContext values = (InlineTableContext) primary;
        nested(values, ctes);
        return List.of(ScannedColumn.UNKNOWN);
    }

    List<ScannedColumn> relation(RelationContext relation, Map<String, Cte> ctes) {
        return new RelationScans(this).relation(relation, ctes);
    }

    /** A table is read here: its columns, none of them known when it is no table that counts. */
    List<ScannedColumn> scan(ParserRuleContext place, List<String> name) {
        int start = place.getStart().getStartIndex();
        Optional<TableReference> reference = sql.tables().stream()
                .filter(candidate -> candidate.start() == start)
                .findFirst();
        Optional<TableName> table = reference.flatMap(found -> found.physical(tables.keySet()));
        if (table.isEmpty()) {
            return List.of(ScannedColumn.UNKNOWN);
        }
        if (found.size() >= MOST) {
            throw sql.problem(place, "the query reads tables more than " + MOST + " times");
        }
        PartitionScan scan =
                new PartitionScan(table.get(), reference.orElseThrow().position());
        found.add(scan);
        TableDefinition definition =
                Optional.ofNullable(tables.get(table.get())).orElseThrow();
        return Stream.concat(definition.columns().stream(), definition.partitions().stream())
                .map(column -> new ScannedColumn(
                        name,
                        column.name(),
                        COLUMNS.contains(column.name()) ? new Partition(scan, column.name()) : Source.ROWS))
                .toList();
    }

    /** Subqueries inside expressions: they read too, and conditions outside say nothing of them. */
    void nested(ParseTree node, Map<String, Cte> ctes) {
        if (node instanceof QueryContext query) {
            query(query, ctes);
            return;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            nested(node.getChild(i), ctes);
        }
    }
}
