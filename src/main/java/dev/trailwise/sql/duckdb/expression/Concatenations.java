package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.HiddenNulls;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.ConcatenationContext;
import org.antlr.v4.runtime.ParserRuleContext;

/** {@code ||} of texts, of bytes, of arrays, and of an array and an element. */
final class Concatenations {
    private final Expressions expressions;

    Concatenations(Expressions expressions) {
        this.expressions = expressions;
    }

    Expr of(ConcatenationContext concatenation) {
        Expr left = expressions.of(concatenation.left);
        Expr right = expressions.of(concatenation.right);
        return HiddenNulls.binary(joined(concatenation, left, right), left, concatenation.right);
    }

    private Expr joined(ConcatenationContext concatenation, Expr left, Expr right) {
        if (left.type() instanceof Type.Array array) {
            boolean element = !(right.type() instanceof Type.Array) && !right.isNull();
            return element
                    ? Expr.of(
                            "list_append(" + left.sql() + ", " + as(concatenation.right, right, array.element()) + ")",
                            array)
                    : Expr.of("(" + left.sql() + " || " + as(concatenation.right, right, array) + ")", array);
        }
        if (right.type() instanceof Type.Array array) {
            return Expr.of(
                    "list_prepend(" + as(concatenation.left, left, array.element()) + ", " + right.sql() + ")", array);
        }
        Type type = left.type() == Simple.VARBINARY ? Simple.VARBINARY : Simple.VARCHAR;
        return Expr.of(
                "(" + text(concatenation.left, left, type) + " || " + text(concatenation.right, right, type) + ")",
                type);
    }

    private String as(ParserRuleContext at, Expr value, Type type) {
        return expressions.as(at, value, type).sql();
    }

    private String text(ParserRuleContext at, Expr value, Type type) {
        if (value.type() != type && !value.isNull()) {
            throw expressions
                    .translation()
                    .wrong(at, "|| joins text, and this is " + value.type() + "; write CAST(… AS varchar)");
        }
        return as(at, value, type);
    }
}
