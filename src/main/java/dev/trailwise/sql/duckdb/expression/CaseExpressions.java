package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.value.Offsets;
import dev.trailwise.sql.duckdb.value.TypeChecks;
import dev.trailwise.sql.duckdb.value.Zones;
import dev.trailwise.sql.function.Type;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.SearchedCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SimpleCaseContext;
import io.trino.grammar.sql.SqlBaseParser.WhenClauseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** CASE in both of its forms. */
final class CaseExpressions {
    private final Expressions expressions;

    CaseExpressions(Expressions expressions) {
        this.expressions = expressions;
    }

    Expr searched(SearchedCaseContext searched) {
        List<String> conditions = searched.whenClause().stream()
                .map(when -> expressions.condition(when.condition))
                .toList();
        return choice(searched, "", conditions, searched.whenClause(), searched.elseExpression);
    }

    Expr simple(SimpleCaseContext simple) {
        Expr operand = expressions.withOffset(simple.operand);
        List<String> values = new ArrayList<>();
        for (WhenClauseContext when : simple.whenClause()) {
            Expr value = expressions.withOffset(when.condition);
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
        List<Expr> results = places.stream().map(expressions::withOffset).toList();
        Optional<List<String>> minutes = Offsets.several(expressions, at, results);
        List<Expr> unified = new TypeChecks(expressions.translation())
                .unified(
                        at,
                        minutes.isPresent()
                                ? results.stream().map(Zones::instant).toList()
                                : results);
        Type type = minutes.<Type>map(each -> new Type.Offset(written(operand, conditions, each)))
                .orElse(unified.get(0).type());
        return Expr.of(
                written(operand, conditions, unified.stream().map(Expr::sql).toList()), type);
    }

    private static String written(String operand, List<String> conditions, List<String> results) {
        StringBuilder sql = new StringBuilder("(CASE " + operand);
        for (int i = 0; i < conditions.size(); i++) {
            sql.append("WHEN ").append(conditions.get(i)).append(" THEN ");
            sql.append(results.get(i)).append(' ');
        }
        if (results.size() > conditions.size()) {
            sql.append("ELSE ").append(results.get(conditions.size())).append(' ');
        }
        return sql + "END)";
    }
}
