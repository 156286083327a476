package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.function.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * TRY. DuckDB's own takes no aggregate, window or subquery, and no column of GROUP BY. So what its expression is computed
 * from is put into a list of one, and TRY into a lambda over that list. It is Trino's meaning too, that the failure of an
 * aggregate or of a subquery is not caught.
 */
public final class TryExpressions {
    /** What is in the SQL of every expression that can fail. */
    private static final Pattern FALLIBLE = Pattern.compile(
            "_checked\\(|(?<!TRY_)CAST\\(|\\[NULL]|//|%|[-+*] |add\\(|subtract\\(|multiply\\(|abs\\(|pow|generate_series|strptime|exp\\(|map\\(|INTERVAL");

    private final Expressions expressions;
    private final String parameter;
    private final Map<String, String> taken = new LinkedHashMap<>();
    private final Set<String> kept = new HashSet<>();

    private TryExpressions(Expressions expressions, String parameter) {
        this.expressions = expressions;
        this.parameter = parameter;
    }

    /** The value of an expression that may fail, and NULL where it does. */
    public static Expr of(Expressions expressions, ParserRuleContext argument) {
        TryExpressions tries =
                new TryExpressions(expressions, expressions.translation().local(argument, "t"));
        Expr value = expressions.trying(tries).withOffset(argument);
        return isFallible(value.sql()) ? tries.wrapped(value) : expressions.withOffset(argument);
    }

    /** A change of a value that is wholly done or gives NULL. */
    public static Expr whole(Expressions expressions, ParserRuleContext at, Expr value, UnaryOperator<Expr> change) {
        TryExpressions tries =
                new TryExpressions(expressions, expressions.translation().local(at, "t"));
        return tries.wrapped(change.apply(tries.take(value)));
    }

    /** Whether an expression of DuckDB can fail. */
    public static boolean isFallible(String sql) {
        return FALLIBLE.matcher(sql).find();
    }

    /** Notes the parameter of a lambda inside of TRY. */
    public void keep(Expr parameterOfLambda) {
        kept.add(parameterOfLambda.sql());
    }

    /** A value that is computed outside of TRY, if it can be. */
    public Expr take(Expr value) {
        if (kept.stream()
                .anyMatch(local -> value.sql().equals(local) || value.sql().startsWith(local + "."))) {
            return value;
        }
        String field = taken.computeIfAbsent(value.sql(), sql -> "f" + taken.size());
        return Expr.of(parameter + "." + field, value.type());
    }

    /** The same place outside of TRY. */
    public Expressions outside() {
        return expressions;
    }

    private Expr wrapped(Expr value) {
        Type type =
                value.type() instanceof Type.Offset offset ? new Type.Offset(wrapped(offset.minutes())) : value.type();
        return Expr.of(wrapped(value.sql()), type);
    }

    private String wrapped(String sql) {
        if (taken.isEmpty()) {
            return "TRY(" + sql + ")";
        }
        String fields = taken.entrySet().stream()
                .map(entry -> entry.getValue() + " := " + entry.getKey())
                .collect(Collectors.joining(", "));
        return "list_transform([struct_pack(" + fields + ")], lambda " + parameter + ": TRY(" + sql + "))[1]";
    }
}
