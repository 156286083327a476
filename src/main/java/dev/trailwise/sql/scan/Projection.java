package dev.trailwise.sql.scan;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.scan.TextCondition.Operator;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonOperatorContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * A query that only picks columns and fields of the rows of one table, in no order, where texts in the row compare with
 * literals: each row can be decided and written by itself.
 *
 * @param table which table
 * @param columns the columns and fields, in lower case, such as {@code useridentity.arn}
 * @param conditions what must be true of a row, all of them
 */
public record Projection(TableName table, List<String> columns, List<TextCondition> conditions) {
    public Projection {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
    }

    /**
     * What a query picks.
     *
     * @param tables the tables that it may read
     * @return nothing when it does more
     */
    public static Optional<Projection> of(ParsedSql query, Map<TableName, TableDefinition> tables) {
        Optional<TableName> table =
                query.kind() == ParsedSql.Kind.QUERY && query.tables().size() == 1
                        ? query.tables().get(0).physical(tables.keySet())
                        : Optional.empty();
        TableDefinition definition = table.map(tables::get).orElse(null);
        QuerySpecificationContext select = ParseTrees.plainSelect(query.query()).orElse(null);
        if (definition == null || select == null) {
            return Optional.empty();
        }
        Reader reader = new Reader(definition);
        List<String> columns = reader.select(select);
        return columns == null
                ? Optional.empty()
                : Optional.of(new Projection(table.orElseThrow(), columns, reader.conditions));
    }

    /** Reads the parse tree; null stands for what is not understood. */
    private static final class Reader {
        private final TableDefinition table;
        private final List<TextCondition> conditions = new ArrayList<>();

        Reader(TableDefinition table) {
            this.table = table;
        }

        @Nullable
        List<String> select(QuerySpecificationContext select) {
            AliasedRelationContext relation = relation(select);
            if (relation == null || !readRows(select, relation)) {
                return null;
            }
            List<String> columns = new ArrayList<>();
            for (var item : select.selectItem()) {
                String path = item instanceof SelectSingleContext single ? path(single.expression(), relation) : null;
                if (path == null) {
                    return null;
                }
                columns.add(path);
            }
            return columns;
        }

        /** The rows of a SELECT without its items: of the table, or of a {@code SELECT *} of it. */
        private boolean readRows(QuerySpecificationContext select, AliasedRelationContext relation) {
            if (select.where != null) {
                for (ParserRuleContext condition : ParseTrees.conjuncts(select.where)) {
                    if (!readCondition(condition, relation)) {
                        return false;
                    }
                }
            }
            if (relation.relationPrimary() instanceof SubqueryRelationContext subquery) {
                QuerySpecificationContext inner =
                        ParseTrees.plainSelect(subquery.query()).orElse(null);
                AliasedRelationContext from = inner == null ? null : relation(inner);
                return inner != null
                        && from != null
                        && inner.selectItem().size() == 1
                        && inner.selectItem(0).getText().equals("*")
                        && readRows(inner, from);
            }
            return relation.relationPrimary() instanceof TableNameContext name && name.getChildCount() == 1;
        }

        /** The one relation of a SELECT that neither groups nor leaves out repeats. */
        private static @Nullable AliasedRelationContext relation(QuerySpecificationContext select) {
            if (select.setQuantifier() != null
                    || select.relation().size() != 1
                    || select.groupBy() != null
                    || select.having != null
                    || !select.windowDefinition().isEmpty()) {
                return null;
            }
            return relation(select.relation(0));
        }

        private static @Nullable AliasedRelationContext relation(RelationContext relation) {
            if (!(relation instanceof RelationDefaultContext only)
                    || only.sampledRelation().sampleType() != null
                    || only.sampledRelation().patternRecognition().MATCH_RECOGNIZE() != null) {
                return null;
            }
            AliasedRelationContext aliased =
                    only.sampledRelation().patternRecognition().aliasedRelation();
            return aliased.columnAliases() == null ? aliased : null;
        }

        /** A column or field of the table, without the relation's name before it. */
        private @Nullable String path(ParserRuleContext expression, AliasedRelationContext relation) {
            List<String> path = ParseTrees.unwrap(expression) instanceof PrimaryExpressionContext primary
                    ? ParseTrees.path(primary)
                    : List.of();
            if (path.isEmpty()) {
                return null;
            }
            boolean qualified = relation.identifier() != null && path.get(0).equals(Names.lower(relation.identifier()));
            if (qualified == table.column(path.get(0)).isPresent()) {
                return null; // which of both is meant needs a closer look, or neither is
            }
            List<String> names = qualified ? path.subList(1, path.size()) : path;
            return !names.isEmpty() && table.column(names.get(0)).isPresent() ? String.join(".", names) : null;
        }

        private boolean readCondition(ParserRuleContext condition, AliasedRelationContext relation) {
            if (!(condition instanceof PredicatedContext predicated)) {
                return false;
            }
            String path = path(predicated.valueExpression(), relation);
            ParserRuleContext predicate = predicated.predicate();
            if (path == null) {
                return false;
            }
            if (predicate instanceof InListContext list && list.NOT() == null) {
                return add(path, Operator.IN, list.expression());
            }
            if (predicate instanceof BetweenContext between && between.NOT() == null) {
                return add(path, Operator.AT_LEAST, List.of(between.lower))
                        && add(path, Operator.AT_MOST, List.of(between.upper));
            }
            Operator operator = predicate instanceof ComparisonContext comparison
                    ? operator(comparison.comparisonOperator())
                    : null;
            return operator != null && add(path, operator, List.of(((ComparisonContext) predicate).right));
        }

        private static @Nullable Operator operator(ComparisonOperatorContext written) {
            return switch (written.getText()) {
                case "=" -> Operator.IN;
                case "<" -> Operator.LESS;
                case "<=" -> Operator.AT_MOST;
                case ">" -> Operator.GREATER;
                case ">=" -> Operator.AT_LEAST;
                default -> null;
            };
        }

        private boolean add(String path, Operator operator, List<? extends ParserRuleContext> literals) {
            List<String> texts = new ArrayList<>();
            for (ParserRuleContext literal : literals) {
                ParseTrees.string(literal).ifPresent(texts::add);
            }
            return texts.size() == literals.size() && conditions.add(new TextCondition(path, operator, texts));
        }
    }
}
