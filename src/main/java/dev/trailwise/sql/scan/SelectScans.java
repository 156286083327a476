package dev.trailwise.sql.scan;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.function.Function;
import dev.trailwise.sql.function.FunctionRegistry;
import dev.trailwise.sql.scan.ScannedColumn.Source;
import dev.trailwise.sql.scan.Scans.Cte;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.SelectAllContext;
import io.trino.grammar.sql.SqlBaseParser.SelectItemContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SingleGroupingSetContext;
import java.util.ArrayList;
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

/** What one SELECT reads, and which of its columns a condition around it can still say something of. */
final class SelectScans {
    private final Scans scans;

    SelectScans(Scans scans) {
        this.scans = scans;
    }

    List<ScannedColumn> select(QuerySpecificationContext select, Map<String, Cte> ctes) {
        int start = scans.count();
        List<ScannedColumn> from = new ArrayList<>();
        for (RelationContext relation : select.relation()) {
            from.addAll(scans.relation(relation, ctes));
        }
        List<PartitionScan> read = scans.since(start);
        List<ScannedColumn> output = new ArrayList<>();
        for (SelectItemContext item : select.selectItem()) {
            output.addAll(item(item, from));
        }
        if (select.where != null) {
            scans.conditions().require(select.where, from, read);
            scans.nested(select.where, ctes);
        }
        if (select.having != null) {
            scans.conditions().require(select.having, grouped(select, output, from), read);
        }
        select.selectItem().forEach(item -> scans.nested(item, ctes));
        Stream.of(select.groupBy(), select.having)
                .filter(part -> part != null)
                .forEach(part -> scans.nested(part, ctes));
        return passed(select, output, from);
    }

    private List<ScannedColumn> item(SelectItemContext item, List<ScannedColumn> from) {
        if (item instanceof SelectAllContext all) {
            boolean ofExpression = all.primaryExpression() != null
                    && ParseTrees.path(all.primaryExpression()).isEmpty();
            if (ofExpression || all.columnAliases() != null) {
                return List.of(ScannedColumn.UNKNOWN);
            }
            List<String> relation =
                    all.primaryExpression() == null ? List.of() : ParseTrees.path(all.primaryExpression());
            List<ScannedColumn> columns = from.stream()
                    .filter(column -> Conditions.in(column, relation))
                    .map(column -> column.in(List.of()))
                    .toList();
            return columns.isEmpty() ? List.of(ScannedColumn.UNKNOWN) : columns;
        }
        SelectSingleContext single = (SelectSingleContext) item;
        ParserRuleContext expression = ParseTrees.unwrap(single.expression());
        Source source = Conditions.column(expression, from)
                .map(ScannedColumn::source)
                .or(() -> FixedColumns.path(expression, from).map(field -> field))
                .orElseGet(() -> scans.conditions().computed(expression, from));
        String name = single.identifier() != null
                ? Names.lower(single.identifier())
                : expression instanceof PrimaryExpressionContext primary && ParseTrees.isPath(primary)
                        ? last(ParseTrees.path(primary))
                        : "";
        return List.of(new ScannedColumn(List.of(), name.isEmpty() ? "?" : name, source));
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    /** What HAVING can say of partitions: of the columns by which rows are grouped. */
    private static List<ScannedColumn> grouped(
            QuerySpecificationContext select, List<ScannedColumn> output, List<ScannedColumn> from) {
        if (select.groupBy() == null) {
            return from.stream().map(ScannedColumn::opaque).toList();
        }
        Set<Source> keys = keys(select, output, from);
        return from.stream()
                .map(column -> keys.contains(column.source()) ? column : column.opaque())
                .toList();
    }

    /** What a condition around this SELECT can still say of partitions: of grouped rows their keys, of windows theirs. */
    private static List<ScannedColumn> passed(
            QuerySpecificationContext select, List<ScannedColumn> output, List<ScannedColumn> from) {
        boolean oneGroup = select.groupBy() == null
                && contains(
                        select.selectItem(),
                        FunctionCallContext.class,
                        call -> call.over() == null && mayAggregate(call));
        if (oneGroup || (select.having != null && select.groupBy() == null)) {
            return output.stream().map(ScannedColumn::opaque).toList();
        }
        List<Set<Source>> kept = new ArrayList<>();
        if (select.groupBy() != null) {
            kept.add(keys(select, output, from));
        }
        contains(select.selectItem(), FunctionCallContext.class, call -> {
            if (call.over() != null) {
                kept.add(partitionedBy(call, from));
            }
            return false;
        });
        return output.stream()
                .map(column ->
                        kept.stream().allMatch(keys -> keys.contains(column.source())) ? column : column.opaque())
                .toList();
    }

    /** The columns by which a window is partitioned; none of a window with a name. */
    private static Set<Source> partitionedBy(FunctionCallContext call, List<ScannedColumn> from) {
        Set<Source> sources = new HashSet<>();
        if (call.over().windowSpecification() != null
                && call.over().windowSpecification().PARTITION() != null) {
            var window = call.over().windowSpecification();
            window.expression()
                    .forEach(key -> Conditions.column(ParseTrees.unwrap(key), from)
                            .ifPresent(column -> sources.add(column.source())));
        }
        return sources;
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

    private static Set<Source> keys(
            QuerySpecificationContext select, List<ScannedColumn> output, List<ScannedColumn> from) {
        Set<Source> keys = new HashSet<>();
        for (var element : select.groupBy().groupingElement()) {
            if (!(element instanceof SingleGroupingSetContext single)) {
                return Set.of();
            }
            for (ExpressionContext expression : single.groupingSet().expression()) {
                ParserRuleContext only = ParseTrees.unwrap(expression);
                Optional<Integer> ordinal = ParseTrees.ordinal(only).filter(at -> at >= 1 && at <= output.size());
                Optional<ScannedColumn> key = ordinal.isPresent()
                        ? Optional.of(output.get(ordinal.get() - 1))
                        : Conditions.column(only, from).or(() -> computed(select, only, output));
                key.map(ScannedColumn::source).ifPresent(keys::add);
            }
        }
        return keys;
    }

    /** The column of the output that is written as the key is, such as {@code substr(day, 1, 7)}. */
    private static Optional<ScannedColumn> computed(
            QuerySpecificationContext select, ParserRuleContext key, List<ScannedColumn> output) {
        for (int i = 0; i < select.selectItem().size() && i < output.size(); i++) {
            if (!(select.selectItem(i) instanceof SelectSingleContext single)) {
                return Optional.empty();
            }
            if (ParseTrees.unwrap(single.expression()).getText().equals(key.getText())) {
                return Optional.of(output.get(i));
            }
        }
        return Optional.empty();
    }
}
