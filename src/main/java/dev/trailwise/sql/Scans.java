package dev.trailwise.sql;

import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.GroupByContext;
import io.trino.grammar.sql.SqlBaseParser.InlineTableContext;
import io.trino.grammar.sql.SqlBaseParser.JoinRelationContext;
import io.trino.grammar.sql.SqlBaseParser.LateralContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.SelectAllContext;
import io.trino.grammar.sql.SqlBaseParser.SelectItemContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SetOperationContext;
import io.trino.grammar.sql.SqlBaseParser.SingleGroupingSetContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Finds every time that a query reads a table, and what the query's own conditions prove of the partition columns there.
 * A condition counts for a table only where Trino surely uses it to leave partitions out: on the bare column, through
 * joins that keep no unmatched rows of it, through subqueries and CTEs that pass the column on unchanged. What is not
 * proved is not assumed.
 */
public final class Scans {
    private static final Set<String> COLUMNS = Set.of("account", "region", "day", "eventtime");

    /** A query that names its CTEs so often reads more often than any file allows. */
    private static final int MOST = 1_000;

    private final ParsedSql sql;
    private final Map<TableName, TableDefinition> tables;
    private final Conditions conditions;
    private final List<Scan> found = new ArrayList<>();

    private Scans(ParsedSql sql, Map<TableName, TableDefinition> tables, Instant now) {
        this.sql = sql;
        this.tables = tables;
        this.conditions = new Conditions(new Constants(now));
    }

    /**
     * The scans of a query, in the order in which they are met.
     *
     * @param tables the tables that count
     * @param now what {@code current_date} and the like are reckoned from
     * @throws SqlProblem when the query reads a table more than a thousand times
     */
    public static List<TableScan> of(ParsedSql sql, Map<TableName, TableDefinition> tables, Instant now) {
        Scans scans = new Scans(sql, tables, now);
        scans.query(sql.query(), Map.of());
        return scans.found.stream().map(Scan::done).toList();
    }

    /** A scan while conditions are still being found. */
    static final class Scan {
        private final TableName table;
        private final Position position;
        private final Map<String, Bound> bounds = new HashMap<>();

        Scan(TableName table, Position position) {
            this.table = table;
            this.position = position;
        }

        void bound(String column, Bound bound) {
            bounds.merge(column, bound, Bound::and);
        }

        private TableScan done() {
            return new TableScan(table, position, of("account"), of("region"), of("day"), of("eventtime"));
        }

        private Bound of(String column) {
            return bounds.getOrDefault(column, Bound.ANY);
        }
    }

    /** A column of a scan. */
    record Origin(Scan scan, String column) {}

    /**
     * A column of a relation.
     *
     * @param relation the parts of the relation's name in lower case
     * @param name its name in lower case, empty when it has none
     * @param origins the partition columns whose values it has, none for any other
     */
    record Column(List<String> relation, String name, List<Origin> origins) {
        /** Stands for columns that are not looked into: how many they are is not known. */
        static final Column UNKNOWN = new Column(List.of(), "", List.of());

        Column in(List<String> other) {
            return new Column(other, name, origins);
        }

        Column opaque() {
            return new Column(relation, name, List.of());
        }
    }

    /** A CTE, to be read anew wherever it is named. */
    private record Cte(NamedQueryContext query, Map<String, Cte> visible) {}

    private List<Column> query(QueryContext query, Map<String, Cte> outer) {
        Map<String, Cte> visible = outer;
        if (query.with() != null) {
            for (NamedQueryContext named : query.with().namedQuery()) {
                Map<String, Cte> more = new HashMap<>(visible);
                more.put(Names.lower(named.name), new Cte(named, visible));
                visible = more;
            }
        }
        return body(query.queryNoWith(), visible);
    }

    private List<Column> body(QueryNoWithContext query, Map<String, Cte> ctes) {
        List<Column> columns = term(query.queryTerm(), ctes);
        query.sortItem().forEach(item -> nested(item, ctes));
        boolean cut = query.limit != null || query.offset != null || query.FETCH() != null;
        return cut ? columns.stream().map(Column::opaque).toList() : columns;
    }

    private List<Column> term(QueryTermContext term, Map<String, Cte> ctes) {
        if (!(term instanceof SetOperationContext operation)) {
            return primary(((QueryTermDefaultContext) term).queryPrimary(), ctes);
        }
        List<Column> left = term(operation.left, ctes);
        List<Column> right = term(operation.right, ctes);
        List<Column> columns = new ArrayList<>();
        boolean known =
                left.size() == right.size() && !left.contains(Column.UNKNOWN) && !right.contains(Column.UNKNOWN);
        for (int i = 0; i < left.size(); i++) {
            boolean union = operation.UNION() != null && known;
            List<Origin> origins = union
                    ? Stream.concat(left.get(i).origins().stream(), right.get(i).origins().stream())
                            .toList()
                    : List.of();
            columns.add(new Column(List.of(), left.get(i).name(), origins));
        }
        return columns;
    }

    private List<Column> primary(QueryPrimaryContext primary, Map<String, Cte> ctes) {
        if (primary instanceof QueryPrimaryDefaultContext select) {
            return select(select.querySpecification(), ctes);
        }
        if (primary instanceof SubqueryContext nested) {
            return body(nested.queryNoWith(), ctes);
        }
        if (primary instanceof TableContext table) {
            return table(table, table.qualifiedName(), ctes);
        }
        InlineTableContext values = (InlineTableContext) primary;
        nested(values, ctes);
        return List.of(Column.UNKNOWN);
    }

    private List<Column> select(QuerySpecificationContext select, Map<String, Cte> ctes) {
        List<Column> from = new ArrayList<>();
        for (RelationContext relation : select.relation()) {
            from.addAll(relation(relation, ctes));
        }
        if (select.where != null) {
            conditions.apply(select.where, from);
            nested(select.where, ctes);
        }
        select.selectItem().forEach(item -> nested(item, ctes));
        Stream.of(select.groupBy(), select.having).filter(part -> part != null).forEach(part -> nested(part, ctes));
        List<Column> output = new ArrayList<>();
        for (SelectItemContext item : select.selectItem()) {
            output.addAll(item(item, from));
        }
        return passed(select, output, from);
    }

    private List<Column> item(SelectItemContext item, List<Column> from) {
        if (item instanceof SelectAllContext all) {
            List<String> relation = all.primaryExpression() == null ? List.of() : Trees.path(all.primaryExpression());
            List<Column> columns = from.stream()
                    .filter(column -> Conditions.in(column, relation))
                    .map(column -> column.in(List.of()))
                    .toList();
            return columns.isEmpty() ? List.of(Column.UNKNOWN) : columns;
        }
        SelectSingleContext single = (SelectSingleContext) item;
        ParserRuleContext expression = Trees.unwrap(single.expression());
        Optional<Column> column = Conditions.column(expression, from);
        String name = single.identifier() != null
                ? Names.lower(single.identifier())
                : expression instanceof PrimaryExpressionContext primary && Trees.isPath(primary)
                        ? last(Trees.path(primary))
                        : "";
        return List.of(new Column(List.of(), name, column.map(Column::origins).orElse(List.of())));
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    /** What a condition around this SELECT can still say of its tables: of grouped rows their keys, of windows nothing. */
    private static List<Column> passed(QuerySpecificationContext select, List<Column> output, List<Column> from) {
        boolean windows = contains(select.selectItem(), FunctionCallContext.class, call -> call.over() != null);
        boolean oneGroup = select.groupBy() == null
                && contains(select.selectItem(), FunctionCallContext.class, Scans::mayAggregate);
        if (windows || oneGroup || (select.having != null && select.groupBy() == null)) {
            return output.stream().map(Column::opaque).toList();
        }
        if (select.groupBy() == null) {
            return output;
        }
        Set<List<Origin>> keys = keys(select.groupBy(), output, from);
        return output.stream()
                .map(column -> keys.contains(column.origins()) ? column : column.opaque())
                .toList();
    }

    /** Any aggregate, named or not: a SELECT without GROUP BY that has one is one group. */
    private static boolean mayAggregate(FunctionCallContext call) {
        return call.ASTERISK() != null
                || FunctionRegistry.get().named(call.qualifiedName().getText().toLowerCase(Locale.ROOT)).stream()
                        .noneMatch(form -> form.kind() == Function.Kind.SCALAR);
    }

    private static <T extends ParseTree> boolean contains(
            List<? extends ParseTree> nodes, Class<T> type, Predicate<T> wanted) {
        for (ParseTree node : nodes) {
            if (type.isInstance(node) && wanted.test(type.cast(node))) {
                return true;
            }
            List<ParseTree> children = new ArrayList<>();
            for (int i = 0; i < node.getChildCount(); i++) {
                children.add(node.getChild(i));
            }
            if (!(node instanceof QueryContext) && contains(children, type, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static Set<List<Origin>> keys(GroupByContext groupBy, List<Column> output, List<Column> from) {
        Set<List<Origin>> keys = new HashSet<>();
        for (var element : groupBy.groupingElement()) {
            if (!(element instanceof SingleGroupingSetContext single)) {
                return Set.of();
            }
            for (ExpressionContext expression : single.groupingSet().expression()) {
                ParserRuleContext only = Trees.unwrap(expression);
                Optional<Integer> ordinal = Trees.ordinal(only).filter(at -> at >= 1 && at <= output.size());
                Optional<Column> key = ordinal.isPresent()
                        ? Optional.of(output.get(ordinal.get() - 1))
                        : Conditions.column(only, from);
                key.map(Column::origins).ifPresent(keys::add);
            }
        }
        return keys;
    }

    private List<Column> relation(RelationContext relation, Map<String, Cte> ctes) {
        if (relation instanceof RelationDefaultContext plain) {
            var pattern = plain.sampledRelation().patternRecognition();
            List<Column> columns = aliased(pattern.aliasedRelation(), ctes);
            return pattern.MATCH_RECOGNIZE() == null ? columns : List.of(Column.UNKNOWN);
        }
        JoinRelationContext join = (JoinRelationContext) relation;
        List<Column> left = relation(join.left, ctes);
        List<Column> right = join.CROSS() != null || join.NATURAL() != null
                ? aliased(join.right.patternRecognition().aliasedRelation(), ctes)
                : relation(join.rightRelation, ctes);
        boolean leftOuter = join.joinType() != null
                && (join.joinType().RIGHT() != null || join.joinType().FULL() != null);
        boolean rightOuter = join.joinType() != null
                && (join.joinType().LEFT() != null || join.joinType().FULL() != null);
        List<Column> columns = new ArrayList<>();
        if (join.joinCriteria() != null && join.joinCriteria().ON() != null) {
            // ON tells of the side that may be left without a match, and of both when no row is kept unmatched.
            List<Column> filtered = new ArrayList<>();
            filtered.addAll(rightOuter ? left.stream().map(Column::opaque).toList() : left);
            filtered.addAll(leftOuter ? right.stream().map(Column::opaque).toList() : right);
            conditions.apply(join.joinCriteria().booleanExpression(), filtered);
            nested(join.joinCriteria(), ctes);
        }
        boolean using = join.joinCriteria() != null && join.joinCriteria().USING() != null;
        left.stream()
                .map(column -> leftOuter || using ? column.opaque() : column)
                .forEach(columns::add);
        right.stream()
                .map(column -> rightOuter || using ? column.opaque() : column)
                .forEach(columns::add);
        return columns;
    }

    private List<Column> aliased(AliasedRelationContext aliased, Map<String, Cte> ctes) {
        List<Column> columns = relation(aliased.relationPrimary(), ctes);
        if (aliased.identifier() == null) {
            return columns;
        }
        List<String> name = List.of(Names.lower(aliased.identifier()));
        if (aliased.columnAliases() == null) {
            return columns.stream()
                    .map(column -> column.equals(Column.UNKNOWN) ? column : column.in(name))
                    .toList();
        }
        List<Column> renamed = new ArrayList<>();
        boolean known = !columns.contains(Column.UNKNOWN)
                && aliased.columnAliases().identifier().size() == columns.size();
        for (int i = 0; i < aliased.columnAliases().identifier().size(); i++) {
            List<Origin> origins = known ? columns.get(i).origins() : List.of();
            renamed.add(new Column(name, Names.lower(aliased.columnAliases().identifier(i)), origins));
        }
        return renamed;
    }

    private List<Column> relation(RelationPrimaryContext relation, Map<String, Cte> ctes) {
        if (relation instanceof TableNameContext table) {
            return table(table, table.qualifiedName(), ctes);
        }
        if (relation instanceof SubqueryRelationContext subquery) {
            return query(subquery.query(), ctes);
        }
        if (relation instanceof LateralContext lateral) {
            return query(lateral.query(), ctes);
        }
        if (relation instanceof ParenthesizedRelationContext inner) {
            return relation(inner.relation(), ctes);
        }
        nested(relation, ctes);
        return List.of(Column.UNKNOWN);
    }

    private List<Column> table(ParserRuleContext place, QualifiedNameContext name, Map<String, Cte> ctes) {
        List<String> parts = name.identifier().stream().map(Names::lower).toList();
        Cte cte = parts.size() == 1 ? ctes.get(parts.get(0)) : null;
        if (cte != null) {
            return cte(cte, parts);
        }
        int start = place.getStart().getStartIndex();
        Optional<TableReference> reference = sql.tables().stream()
                .filter(candidate -> candidate.start() == start)
                .findFirst();
        Optional<TableName> table = reference.flatMap(found -> found.physical(tables.keySet()));
        if (table.isEmpty()) {
            return List.of(Column.UNKNOWN);
        }
        if (found.size() >= MOST) {
            throw sql.problem(place, "the query reads tables more than " + MOST + " times");
        }
        Scan scan = new Scan(table.get(), reference.orElseThrow().position());
        found.add(scan);
        TableDefinition definition =
                Optional.ofNullable(tables.get(table.get())).orElseThrow();
        return Stream.concat(definition.columns().stream(), definition.partitions().stream())
                .map(column -> new Column(
                        parts,
                        column.name(),
                        COLUMNS.contains(column.name()) ? List.of(new Origin(scan, column.name())) : List.of()))
                .toList();
    }

    private List<Column> cte(Cte cte, List<String> name) {
        List<Column> columns = query(cte.query().query(), cte.visible());
        if (cte.query().columnAliases() == null) {
            return columns.stream().map(column -> column.in(name)).toList();
        }
        List<Column> renamed = new ArrayList<>();
        var aliases = cte.query().columnAliases().identifier();
        for (int i = 0; i < aliases.size(); i++) {
            List<Origin> origins =
                    aliases.size() == columns.size() ? columns.get(i).origins() : List.of();
            renamed.add(new Column(name, Names.lower(aliases.get(i)), origins));
        }
        return renamed;
    }

    /** Subqueries inside expressions: they read too, and conditions outside say nothing of them. */
    private void nested(ParseTree node, Map<String, Cte> ctes) {
        if (node instanceof QueryContext query) {
            query(query, ctes);
            return;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            nested(node.getChild(i), ctes);
        }
    }
}
