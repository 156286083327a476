package dev.trailwise.sql.duckdb;

import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.SearchedCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SimpleCaseContext;
import io.trino.grammar.sql.SqlBaseParser.WhenClauseContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** CASE in both of its forms. */
final class Choices {
    private final Expressions expressions;

    Choices(Expressions expressions) {
        this.expressions = expressions;
    }

    Expr searched(SearchedCaseContext searched) {
        List<String> conditions = searched.whenClause().stream()
                .map(when -> expressions.condition(when.condition))
                .toList();
        return choice(searched, "", conditions, searched.whenClause(), searched.elseExpression);
    }

    Expr simple(SimpleCaseContext simple) {
        Expr operand = expressions.of(simple.operand);
        List<String> values = new ArrayList<>();
        for (WhenClauseContext when : simple.whenClause()) {
            Expr value = expressions.of(when.condition);
            new TypeChecks(expressions.translation()).comparable(when.condition, operand, value, "=");
            values.add(value.sql());
        }
        return choice(simple, operand.sql() + " ", values, simple.whenClause(), simple.elseExpression);
    }

    private Expr choice(
            ParserRuleContext at,
            String operand,
            List<String> conditions,
            List<WhenClauseContext> whens,
            ExpressionContext otherwise) {
        List<ParserRuleContext> places =
                new ArrayList<>(whens.stream().map(when -> when.result).toList());
        if (otherwise != null) {
            places.add(otherwise);
        }
        List<Expr> results = new TypeChecks(expressions.translation())
                .unified(at, places.stream().map(expressions::of).toList());
        StringBuilder sql = new StringBuilder("(CASE " + operand);
        for (int i = 0; i < whens.size(); i++) {
            sql.append("WHEN ").append(conditions.get(i)).append(" THEN ");
            sql.append(results.get(i).sql()).append(' ');
        }
        if (otherwise != null) {
            sql.append("ELSE ").append(results.get(whens.size()).sql()).append(' ');
        }
        return Expr.of(sql + "END)", results.get(0).type());
    }
}
