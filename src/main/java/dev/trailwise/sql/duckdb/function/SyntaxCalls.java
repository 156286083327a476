package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.value.Literals;
import dev.trailwise.sql.function.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser;
import io.trino.grammar.sql.SqlBaseParser.SpecialDateTimeFunctionContext;
import io.trino.grammar.sql.SqlBaseParser.TrimContext;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;

/** Functions whose calls have a grammar of their own. */
public final class SyntaxCalls {
    private final Expressions expressions;

    public SyntaxCalls(Expressions expressions) {
        this.expressions = expressions;
    }

    /** {@code current_date} and the like. */
    public Expr now(SpecialDateTimeFunctionContext call) {
        return switch (call.name.getType()) {
            case SqlBaseParser.CURRENT_DATE -> Expr.of("CAST(now() AS DATE)", Simple.DATE);
            case SqlBaseParser.CURRENT_TIMESTAMP -> Expr.of("date_trunc('millisecond', now())", Simple.TIMESTAMP_TZ);
            case SqlBaseParser.LOCALTIMESTAMP ->
                Expr.of("date_trunc('millisecond', CAST(now() AS TIMESTAMP))", Simple.TIMESTAMP);
            default -> throw expressions.translation().unsupported(call, call.getText());
        };
    }

    /** {@code TRIM(LEADING 'x' FROM y)}. */
    public Expr trim(TrimContext trim) {
        String sides = trim.trimsSpecification() == null
                ? "BOTH"
                : trim.trimsSpecification().getText().toUpperCase(Locale.ROOT);
        String function = sides.equals("LEADING") ? "ltrim" : sides.equals("TRAILING") ? "rtrim" : "trim";
        String characters = trim.trimChar == null ? Literals.WHITESPACE : text(trim.trimChar);
        return Expr.of(function + "(" + text(trim.trimSource) + ", " + characters + ")", Simple.VARCHAR);
    }

    private String text(ParserRuleContext at) {
        return expressions.as(at, expressions.of(at), Simple.VARCHAR).sql();
    }
}
