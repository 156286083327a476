package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.function.Function;
import dev.trailwise.sql.function.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * A call of a function with its arguments translated.
 *
 * @param at the whole call
 * @param function the form that fits
 * @param places the arguments as written
 * @param arguments the arguments as the form takes them; of a lambda {@code lambda x: …}, with its result's type
 * @param letters what the letters of the form stand for
 */
public record Call(
        ParserRuleContext at,
        Function function,
        List<? extends ParserRuleContext> places,
        List<Expr> arguments,
        Map<String, Type> letters,
        Optional<Type.InZone> zone) {
    public String sql(int index) {
        return arguments.get(index).sql();
    }

    public Type result() {
        return function.result().type(letters);
    }
}
