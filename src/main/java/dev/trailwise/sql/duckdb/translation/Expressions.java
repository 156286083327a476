package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The expressions at one place of a query, as all translators of their parts see it. */
public interface Expressions {
    /** An expression in DuckDB's words, with its type. */
    Expr of(ParserRuleContext expression);

    /** The same where a timestamp may have an offset that is read with each value. */
    Expr withOffset(ParserRuleContext expression);

    /** A value that is passed on as it is: a name is not noted as read before what it is passed to reads it. */
    ResolvedName passed(ParserRuleContext expression);

    /** A nested query that can use the names of this place, and whose values are used here. */
    Output query(QueryContext query);

    /** The same place inside a lambda with these parameters, or a nested FROM with these columns. */
    Expressions inside(List<NameScope.Column> parameters);

    /** The same place inside of TRY. */
    Expressions trying(TryExpressions inner);

    /** The TRY around this place. */
    Optional<TryExpressions> tries();

    /** The names that can be used here. */
    NameScope scope();

    /** What all parts of the query share. */
    Translation translation();

    /** An expression that must be true or false. */
    default String condition(ParserRuleContext expression) {
        return as(expression, of(expression), Simple.BOOLEAN).sql();
    }

    /** The value coerced to another type. */
    default Expr as(ParserRuleContext at, Expr value, Type type) {
        return value.as(type)
                .orElseThrow(
                        () -> translation().wrong(at, "this is " + value.type() + ", where " + type + " is needed"));
    }
}
