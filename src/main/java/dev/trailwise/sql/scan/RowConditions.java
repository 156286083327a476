package dev.trailwise.sql.scan;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.scan.TextCondition.Operator;
import dev.trailwise.table.TableDefinition;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonOperatorContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Reads conditions on the texts of a table's rows from the WHERE of a SELECT whose one relation has these rows. */
final class RowConditions {
    private final TableDefinition table;
    private final List<TextCondition> conditions = new ArrayList<>();

    RowConditions(TableDefinition table) {
        this.table = table;
    }

    /** Those that were read. */
    List<TextCondition> conditions() {
        return conditions;
    }

    /** The relation of a SELECT that has just one, and neither samples it nor names its columns. */
    static Optional<AliasedRelationContext> relation(QuerySpecificationContext select) {
        if (select.relation().size() != 1
                || !(select.relation(0) instanceof RelationDefaultContext only)
                || only.sampledRelation().sampleType() != null
                || only.sampledRelation().patternRecognition().MATCH_RECOGNIZE() != null) {
            return Optional.empty();
        }
        return Optional.of(only.sampledRelation().patternRecognition().aliasedRelation())
                .filter(aliased -> aliased.columnAliases() == null);
    }

    /** Whether a SELECT neither groups rows nor leaves out repeats. */
    static boolean keepsRows(QuerySpecificationContext select) {
        return select.setQuantifier() == null
                && select.groupBy() == null
                && select.having == null
                && select.windowDefinition().isEmpty();
    }

    /**
     * Reads the conditions before the first one that is not of that kind: those after it may be evaluated on rows that it
     * fails for.
     *
     * @return whether these are all
     */
    boolean read(QuerySpecificationContext select, AliasedRelationContext relation) {
        return select.where == null
                || ParseTrees.conjuncts(select.where).stream().allMatch(condition -> readOne(condition, relation));
    }

    /** A column or field of the table, without the relation's name before it. */
    Optional<String> path(ParserRuleContext expression, AliasedRelationContext relation) {
        List<String> path = ParseTrees.unwrap(expression) instanceof PrimaryExpressionContext primary
                ? ParseTrees.path(primary)
                : List.of();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        boolean qualified = relation.identifier() != null && path.get(0).equals(Names.lower(relation.identifier()));
        if (qualified == table.column(path.get(0)).isPresent()) {
            return Optional.empty(); // which of both is meant needs a closer look, or neither is
        }
        List<String> names = qualified ? path.subList(1, path.size()) : path;
        return !names.isEmpty() && table.column(names.get(0)).isPresent()
                ? Optional.of(String.join(".", names))
                : Optional.empty();
    }

    private boolean readOne(ParserRuleContext condition, AliasedRelationContext relation) {
        if (!(condition instanceof PredicatedContext predicated)) {
            return false;
        }
        if (ParseTrees.unwrap(predicated.valueExpression()) instanceof FunctionCallContext call) {
            return readLower(call, predicated.predicate(), relation);
        }
        Optional<String> path = path(predicated.valueExpression(), relation);
        return path.isPresent() && read(path.get(), predicated.predicate());
    }

    private boolean readLower(FunctionCallContext call, ParserRuleContext predicate, AliasedRelationContext relation) {
        return call.getChildCount() == 4
                && call.qualifiedName().getText().equalsIgnoreCase("lower")
                && call.expression().size() == 1
                && predicate instanceof InListContext list
                && list.NOT() == null
                && path(call.expression(0), relation)
                        .filter(path -> add(path, Operator.IN_LOWER, list.expression()))
                        .isPresent();
    }

    private boolean read(String path, ParserRuleContext predicate) {
        if (predicate instanceof InListContext list && list.NOT() == null) {
            return add(path, Operator.IN, list.expression());
        }
        if (predicate instanceof BetweenContext between && between.NOT() == null) {
            return add(path, Operator.AT_LEAST, List.of(between.lower))
                    && add(path, Operator.AT_MOST, List.of(between.upper));
        }
        Operator operator =
                predicate instanceof ComparisonContext comparison ? operator(comparison.comparisonOperator()) : null;
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
