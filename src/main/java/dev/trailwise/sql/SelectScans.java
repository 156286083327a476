package dev.trailwise.sql;

import dev.trailwise.sql.ScannedColumn.Origin;
import dev.trailwise.sql.Scans.Cte;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.GroupByContext;
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
        List<ScannedColumn> from = new ArrayList<>();
        for (RelationContext relation : select.relation()) {
            from.addAll(scans.relation(relation, ctes));
        }
        if (select.where != null) {
            scans.conditions().apply(select.where, from);
            scans.nested(select.where, ctes);
        }
        select.selectItem().forEach(item -> scans.nested(item, ctes));
        Stream.of(select.groupBy(), select.having)
                .filter(part -> part != null)
                .forEach(part -> scans.nested(part, ctes));
        List<ScannedColumn> output = new ArrayList<>();
        for (SelectItemContext item : select.selectItem()) {
            output.addAll(item(item, from));
        }
        return passed(select, output, from);
    }

    private List<ScannedColumn> item(SelectItemContext item, List<ScannedColumn> from) {
        if (item instanceof SelectAllContext all) {
            List<String> relation = all.primaryExpression() == null ? List.of() : Trees.path(all.primaryExpression());
            List<ScannedColumn> columns = from.stream()
                    .filter(column -> Conditions.in(column, relation))
                    .map(column -> column.in(List.of()))
                    .toList();
            return columns.isEmpty() ? List.of(ScannedColumn.UNKNOWN) : columns;
        }
        SelectSingleContext single = (SelectSingleContext) item;
        ParserRuleContext expression = Trees.unwrap(single.expression());
        Optional<ScannedColumn> column = Conditions.column(expression, from);
        String name = single.identifier() != null
                ? Names.lower(single.identifier())
                : expression instanceof PrimaryExpressionContext primary && Trees.isPath(primary)
                        ? last(Trees.path(primary))
                        : "";
        return List.of(new ScannedColumn(
                List.of(), name, column.map(ScannedColumn::origins).orElse(List.of())));
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    /** What a condition around this SELECT can still say of its tables: of grouped rows their keys, of windows nothing. */
    private static List<ScannedColumn> passed(
            QuerySpecificationContext select, List<ScannedColumn> output, List<ScannedColumn> from) {
        boolean windows = contains(select.selectItem(), FunctionCallContext.class, call -> call.over() != null);
        boolean oneGroup = select.groupBy() == null
                && contains(select.selectItem(), FunctionCallContext.class, SelectScans::mayAggregate);
        if (windows || oneGroup || (select.having != null && select.groupBy() == null)) {
            return output.stream().map(ScannedColumn::opaque).toList();
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

    private static Set<List<Origin>> keys(
            GroupByContext groupBy, List<ScannedColumn> output, List<ScannedColumn> from) {
        Set<List<Origin>> keys = new HashSet<>();
        for (var element : groupBy.groupingElement()) {
            if (!(element instanceof SingleGroupingSetContext single)) {
                return Set.of();
            }
            for (ExpressionContext expression : single.groupingSet().expression()) {
                ParserRuleContext only = Trees.unwrap(expression);
                Optional<Integer> ordinal = Trees.ordinal(only).filter(at -> at >= 1 && at <= output.size());
                Optional<ScannedColumn> key = ordinal.isPresent()
                        ? Optional.of(output.get(ordinal.get() - 1))
                        : Conditions.column(only, from);
                key.map(ScannedColumn::origins).ifPresent(keys::add);
            }
        }
        return keys;
    }
}
