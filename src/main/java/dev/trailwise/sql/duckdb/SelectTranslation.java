package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.expression.ExpressionTranslation;
import dev.trailwise.sql.duckdb.function.Windows;
import dev.trailwise.sql.duckdb.translation.Ctes;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.ResolvedName;
import dev.trailwise.sql.duckdb.translation.SortOrder;
import dev.trailwise.sql.duckdb.translation.TableField;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.value.ResultColumns;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.CubeContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.GroupByContext;
import io.trino.grammar.sql.SqlBaseParser.GroupingElementContext;
import io.trino.grammar.sql.SqlBaseParser.GroupingSetContext;
import io.trino.grammar.sql.SqlBaseParser.MultipleGroupingSetsContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RollupContext;
import io.trino.grammar.sql.SqlBaseParser.SelectAllContext;
import io.trino.grammar.sql.SqlBaseParser.SelectItemContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SingleGroupingSetContext;
import io.trino.grammar.sql.SqlBaseParser.SortItemContext;
import io.trino.grammar.sql.SqlBaseParser.TableContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** One SELECT with its order. */
final class SelectTranslation {
    private final Translation translation;
    private final NameScope outer;
    private final Ctes ctes;

    SelectTranslation(Translation translation, NameScope outer, Ctes ctes) {
        this.translation = translation;
        this.outer = outer;
        this.ctes = ctes;
    }

    /** An item of SELECT: its name, its value, and what of a table it is. */
    private record Item(String name, Expr value, Optional<TableField> origin) {
        static Item of(Column column) {
            return new Item(column.name(), column.value(), column.origin());
        }
    }

    Output select(QuerySpecificationContext select, List<SortItemContext> order, boolean outermost) {
        Relations relations = new Relations(translation, outer, ctes);
        Relations.Relation from = relations.from(select.relation());
        NameScope scope = new NameScope(from.columns(), outer);
        List<String> grouped = grouped(select, new ExpressionTranslation(translation, scope, ctes));
        Expressions expressions = new ExpressionTranslation(translation, scope, ctes, grouped);

        List<Item> items = new ArrayList<>();
        for (SelectItemContext item : select.selectItem()) {
            items.addAll(items(item, expressions, scope));
        }
        Output output = output(items);
        StringBuilder sql = new StringBuilder("SELECT ");
        boolean distinct =
                select.setQuantifier() != null && select.setQuantifier().DISTINCT() != null;
        if (distinct) {
            sql.append("DISTINCT ");
            translation.use(output);
        }
        sql.append(list(items, output, outermost));
        sql.append(from.sql().isEmpty() ? "" : " FROM " + from.sql());
        List<String> conditions = new ArrayList<>(from.conditions());
        if (select.where != null) {
            conditions.add(expressions.condition(select.where));
        }
        sql.append(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        sql.append(select.groupBy() == null ? "" : " GROUP BY " + groupBy(select.groupBy(), expressions, items));
        sql.append(select.having == null ? "" : " HAVING " + expressions.condition(select.having));
        sql.append(
                select.windowDefinition().isEmpty() ? "" : " WINDOW " + new Windows(expressions).definitions(select));
        sql.append(order.isEmpty() ? "" : " ORDER BY " + orderBy(order, items, scope, grouped, distinct));
        return new Output(sql.toString(), output.columns());
    }

    private static Output output(List<Item> items) {
        return new Output(
                "",
                items.stream()
                        .map(item -> new Output.Named(item.name(), item.value().type(), item.origin()))
                        .toList());
    }

    /** {@code TABLE t}. */
    Output table(TableContext table, boolean outermost) {
        Relations.Relation from = new Relations(translation, outer, ctes).table(table, table.qualifiedName());
        List<Item> items = columns(from.columns());
        Output output = output(items);
        return new Output("SELECT " + list(items, output, outermost) + " FROM " + from.sql(), output.columns());
    }

    private static String list(List<Item> items, Output output, boolean outermost) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Expr value = outermost
                    ? ResultColumns.asTrino(items.get(i).value())
                    : items.get(i).value();
            String name = outermost ? SqlLiteral.identifier(output.shown(i)) : Output.column(i);
            list.add(value.sql() + " AS " + name);
        }
        return String.join(", ", list);
    }

    private List<Item> items(SelectItemContext item, Expressions expressions, NameScope scope) {
        if (item instanceof SelectAllContext all) {
            return all(all, expressions, scope);
        }
        SelectSingleContext single = (SelectSingleContext) item;
        String name = name(single);
        if (single.identifier() != null) {
            translation.alias(name);
        }
        ResolvedName value = expressions.passed(single.expression());
        return List.of(new Item(name, value.value(), value.origin()));
    }

    /** The name of an item: without an alias that of its column or field, or none. */
    static String name(SelectSingleContext item) {
        if (item.identifier() != null) {
            return Names.of(item.identifier());
        }
        ParserRuleContext expression = ParseTrees.unwrap(item.expression());
        if (expression instanceof ColumnReferenceContext column) {
            return Names.of(column.identifier());
        }
        return expression instanceof DereferenceContext field && ParseTrees.isPath(field)
                ? Names.of(field.fieldName)
                : "";
    }

    private List<Item> all(SelectAllContext all, Expressions expressions, NameScope scope) {
        List<Item> items =
                all.primaryExpression() == null ? columns(scope.all(List.of())) : allOf(all, expressions, scope);
        if (items.isEmpty()) {
            throw translation.wrong(all, "there are no columns for *");
        }
        if (all.columnAliases() == null) {
            return items;
        }
        Aliases.check(translation, all.columnAliases(), items.size());
        List<Item> renamed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            renamed.add(new Item(
                    Names.canonical(all.columnAliases().identifier(i)),
                    items.get(i).value(),
                    items.get(i).origin()));
        }
        return renamed;
    }

    private static List<Item> columns(List<Column> columns) {
        return columns.stream().map(Item::of).toList();
    }

    /** The columns of a table, or else the fields of a row. */
    private List<Item> allOf(SelectAllContext all, Expressions expressions, NameScope scope) {
        List<String> path = ParseTrees.unwrap(all.primaryExpression()) instanceof PrimaryExpressionContext bare
                ? ParseTrees.path(bare)
                : List.of();
        List<Column> relation = path.isEmpty() ? List.of() : scope.all(path);
        if (!relation.isEmpty()) {
            return columns(relation);
        }
        if (!path.isEmpty() && !isQualified(path, scope)) {
            String name = Excerpt.neutral(String.join(".", path));
            String advice = scope.find(List.of(), path.get(0)).isEmpty()
                    ? scope.hint(path.get(0))
                    : "; the fields of a row need the table before it: t." + name + ".*";
            throw translation.wrong(all, "there is no table " + name + " here for its .*" + advice);
        }
        return fields(all, expressions.passed(all.primaryExpression()));
    }

    /** Whether a path begins with a table and a column of it: Trino takes no column without its table before .* */
    private static boolean isQualified(List<String> path, NameScope scope) {
        for (int table = 1; table < path.size(); table++) {
            if (!scope.find(path.subList(0, table), path.get(table)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<Item> fields(SelectAllContext all, ResolvedName row) {
        if (!(row.value().type() instanceof Type.Row type)) {
            throw translation.wrong(all, "this is " + row.value().type() + ", and .* needs a table or a row");
        }
        boolean nameless = type.fields().stream().allMatch(field -> field.name().isEmpty());
        if (!nameless && !type.named()) {
            throw translation.unsupported(all, "a row with names for some of its fields");
        }
        List<Item> items = new ArrayList<>();
        for (Type.Field field : type.fields()) {
            String position = "struct_extract(" + row.value().sql() + ", " + (items.size() + 1) + ")";
            items.add(new Item(
                    field.name(),
                    nameless ? Expr.of(position, field.type()) : Expr.field(row.value(), field),
                    row.origin().map(origin -> origin.field(field.name()))));
        }
        return items;
    }

    /** The expressions of GROUP BY that are no columns, which TRY cannot look into. */
    private static List<String> grouped(QuerySpecificationContext select, Expressions expressions) {
        if (select.groupBy() == null) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        for (ExpressionContext key : ParseTrees.all(select.groupBy(), ExpressionContext.class)) {
            ParserRuleContext only = ParseTrees.unwrap(key);
            int item = ParseTrees.ordinal(only).orElse(0);
            if (item > 0
                    && item <= select.selectItem().size()
                    && select.selectItem(item - 1) instanceof SelectSingleContext single) {
                only = ParseTrees.unwrap(single.expression());
            }
            boolean column = only instanceof ColumnReferenceContext || only instanceof DereferenceContext;
            if (!column && ParseTrees.ordinal(only).isEmpty()) {
                keys.add(expressions.of(only).sql());
            }
        }
        return keys;
    }

    private String groupBy(GroupByContext groupBy, Expressions expressions, List<Item> items) {
        if (groupBy.setQuantifier() != null && groupBy.setQuantifier().DISTINCT() != null) {
            throw translation.unsupported(groupBy, "GROUP BY DISTINCT");
        }
        return groupBy.groupingElement().stream()
                .map(element -> element(element, expressions, items))
                .collect(Collectors.joining(", "));
    }

    private String element(GroupingElementContext element, Expressions expressions, List<Item> items) {
        if (element instanceof SingleGroupingSetContext single) {
            return set(single.groupingSet(), expressions, items);
        }
        if (element instanceof RollupContext rollup) {
            return "ROLLUP (" + sets(rollup.groupingSet(), expressions, items) + ")";
        }
        if (element instanceof CubeContext cube) {
            return "CUBE (" + sets(cube.groupingSet(), expressions, items) + ")";
        }
        return "GROUPING SETS (" + sets(((MultipleGroupingSetsContext) element).groupingSet(), expressions, items)
                + ")";
    }

    private String sets(List<GroupingSetContext> sets, Expressions expressions, List<Item> items) {
        return sets.stream().map(set -> set(set, expressions, items)).collect(Collectors.joining(", "));
    }

    private String set(GroupingSetContext set, Expressions expressions, List<Item> items) {
        String list = set.expression().stream()
                .map(expression -> key(expression, expressions, items))
                .collect(Collectors.joining(", "));
        return set.expression().size() == 1 ? list : "(" + list + ")";
    }

    private String key(ExpressionContext expression, Expressions expressions, List<Item> items) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        Optional<Integer> ordinal = ParseTrees.ordinal(only);
        if (ordinal.isPresent()) {
            return item(only, ordinal.get(), items).value().sql();
        }
        return expressions.of(expression).sql();
    }

    private Item item(ParserRuleContext at, int ordinal, List<Item> items) {
        if (ordinal < 1 || ordinal > items.size()) {
            throw translation.wrong(at, "there is no column " + ordinal + " in SELECT");
        }
        Item item = items.get(ordinal - 1);
        translation.use(item.origin());
        return item;
    }

    /** Names of SELECT come before names of FROM, as in Trino. */
    private String orderBy(
            List<SortItemContext> order, List<Item> items, NameScope from, List<String> grouped, boolean distinct) {
        List<Column> outputs = items.stream()
                .map(item -> new Column(List.of(), item.name(), item.value(), item.origin()))
                .toList();
        Expressions expressions = new ExpressionTranslation(translation, new NameScope(outputs, from), ctes, grouped);
        List<String> keys = new ArrayList<>();
        for (SortItemContext item : order) {
            String key = sortKey(item, items, expressions);
            boolean selected = key.matches("[0-9]+")
                    || items.stream().anyMatch(one -> one.value().sql().equals(key));
            if (distinct && !selected) {
                throw translation.wrong(
                        item, "for SELECT DISTINCT, ORDER BY expressions must appear in the select list");
            }
            keys.add(key + SortOrder.of(item));
        }
        return String.join(", ", keys);
    }

    private String sortKey(SortItemContext item, List<Item> items, Expressions expressions) {
        ParserRuleContext only = ParseTrees.unwrap(item.expression());
        Optional<Integer> ordinal = ParseTrees.ordinal(only);
        if (ordinal.isPresent()) {
            item(only, ordinal.get(), items);
            return Integer.toString(ordinal.get());
        }
        if (only instanceof ColumnReferenceContext name) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).name().equalsIgnoreCase(Names.of(name.identifier()))) {
                    translation.use(items.get(i).origin());
                    return Integer.toString(i + 1);
                }
            }
        }
        return expressions.withOffset(item.expression()).sql();
    }
}
