package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.ParseTrees;
import io.trino.grammar.sql.SqlBaseParser.LambdaContext;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * DuckDB does not compute the operands of what has a NULL for a literal. Neither does Trino, but it does not look into TRY for
 * one: it computes the operands before that, and fails where one of them does.
 */
public final class HiddenNulls {
    private static final Pattern HIDDEN = Pattern.compile("(?i)try\\((?:null|(?:try\\()*cast\\(nullas[^']*)\\)");

    private HiddenNulls() {}

    /** The value of an operator on two operands, which is NULL when one of them is. */
    public static Expr binary(Expr value, Expr left, ParserRuleContext right) {
        if (!isHidden(right) || !TryExpressions.isFallible(left.sql())) {
            return value;
        }
        String text = "CAST(" + left.sql() + " AS VARCHAR)";
        return Expr.of(
                "CAST(nullif(" + text + ", " + text + ") AS " + value.type().duckDb() + ")", value.type());
    }

    /** The value of a function. */
    public static Expr call(Expr value, List<? extends ParserRuleContext> places, List<Expr> arguments) {
        int last = places.size() - 1;
        while (last >= 0 && !isHidden(places.get(last))) {
            last--;
        }
        Expr computed = value;
        for (int i = 0; i < last; i++) {
            if (TryExpressions.isFallible(arguments.get(i).sql())
                    && !ParseTrees.contains(places.get(i), LambdaContext.class)) {
                computed = computed(arguments.get(i).sql(), computed);
            }
        }
        return computed;
    }

    /** A value after an operand. It is in a list, for of a CASE with two values that are NULL DuckDB makes a NULL. */
    private static Expr computed(String operand, Expr value) {
        String sql = value.sql();
        return Expr.of(
                "list_extract([" + sql + ", " + sql + "], CASE WHEN " + operand + " IS NULL THEN 1 ELSE 2 END)",
                value.type());
    }

    private static boolean isHidden(ParserRuleContext place) {
        return HIDDEN.matcher(place.getText()).matches();
    }
}
