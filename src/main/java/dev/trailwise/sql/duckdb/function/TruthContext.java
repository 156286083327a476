package dev.trailwise.sql.duckdb.function;

import io.trino.grammar.sql.SqlBaseParser.AndContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.LambdaContext;
import io.trino.grammar.sql.SqlBaseParser.OrContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.SearchedCaseContext;
import io.trino.grammar.sql.SqlBaseParser.ValueExpressionDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.WhenClauseContext;
import java.util.Locale;
import org.antlr.v4.runtime.tree.ParseTree;

/** Where an expression stands. */
final class TruthContext {
    private TruthContext() {}

    /** Whether NULL has the effect of FALSE there: in a condition, with nothing but AND and OR around it. */
    static boolean nullIsFalse(ParseTree expression) {
        ParseTree child = expression;
        ParseTree parent = child.getParent();
        while (passes(parent)) {
            child = parent;
            parent = child.getParent();
        }
        if (parent instanceof QuerySpecificationContext select) {
            return select.where == child || select.having == child;
        }
        if (parent instanceof WhenClauseContext when) {
            return when.condition == child && when.getParent() instanceof SearchedCaseContext;
        }
        if (parent instanceof FunctionCallContext call) {
            return name(call).equals("if") && call.expression(0) == child;
        }
        return parent instanceof LambdaContext lambda && ofLambda(lambda);
    }

    private static boolean passes(ParseTree parent) {
        return parent instanceof ValueExpressionDefaultContext
                || parent instanceof ParenthesizedExpressionContext
                || parent instanceof AndContext
                || parent instanceof OrContext
                || parent instanceof ExpressionContext
                || (parent instanceof PredicatedContext predicated && predicated.predicate() == null);
    }

    /** Whether NULL and FALSE of its elements have the same effect. */
    private static boolean ofLambda(LambdaContext lambda) {
        ParseTree parent = lambda.getParent();
        while (passes(parent)) {
            parent = parent.getParent();
        }
        return parent instanceof FunctionCallContext call
                && (name(call).equals("filter") || (name(call).equals("any_match") && nullIsFalse(call)));
    }

    private static String name(FunctionCallContext call) {
        return call.qualifiedName().getText().toLowerCase(Locale.ROOT);
    }
}
